interface Choice {
  readonly on: boolean;
  readonly label: string;
  readonly note: string;
  readonly change: (on: boolean) => void;
}

/** A checkbox with its explanation beneath. */
export function Tick({ on, label, note, change }: Choice) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      <span>
        {label}
        <small>{note}</small>
      </span>
    </label>
  );
}
