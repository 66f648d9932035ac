interface Props {
  /** The current dash, counted from 1. */
  readonly at: number;
  readonly of: number;
}

/** A row of dashes as a progress indicator; decorative, the words beside it say the same. */
export function Dashes({ at, of }: Props) {
  return (
    <span class="dashes" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index + 1 < at ? 'is-past' : index + 1 === at ? 'is-now' : ''} />
      ))}
    </span>
  );
}
