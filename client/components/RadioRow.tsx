interface Props<Value> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** One of a few choices, side by side. */
export function RadioRow<Value extends string | number | boolean>({
  label,
  options,
  chosen,
  choose,
}: Props<Value>) {
  return (
    <fieldset class="field plan-choice">
      <legend>{label}</legend>
      <div class="segments">
        {options.map(([value, word]) => (
          <label key={String(value)}>
            <input type="radio" name={label} checked={value === chosen} onChange={() => choose(value)} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
