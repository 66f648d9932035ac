interface Props<Value extends string> {
  readonly label: string;
  readonly chosen: Value;
  /** The values with what is shown for each. */
  readonly options: readonly (readonly [Value, string])[];
  readonly choose: (value: Value) => void;
}

/** A labelled list to choose from. */
export function Choice<Value extends string>({ label, chosen, options, choose }: Props<Value>) {
  return (
    <label>
      {label}
      <select
        class="input"
        value={chosen}
        onChange={(event) => {
          const found = options.find(([value]) => value === event.currentTarget.value);
          if (found !== undefined) choose(found[0]);
        }}
      >
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
