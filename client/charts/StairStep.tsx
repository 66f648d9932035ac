import '../styles/charts.css';

interface StairProps {
  /** The start of the step and its size, in tenths. */
  readonly start: number;
  readonly step: number;
  /** The lowest and the highest point of all steps. */
  readonly reach: readonly [number, number];
}

/** One step of a waterfall chart: solid goes up, hollow goes down. Decorative; the number appears beside it. */
export function StairStep({ start, step, reach: [low, high] }: StairProps) {
  const span = Math.max(1, high - low);
  const at = (value: number): number => ((value - low) / span) * 100;
  const [from, to] = [at(start), at(start + step)];
  return (
    <span class="stair" aria-hidden="true">
      <u style={{ left: `${from}%` }} />
      <i
        class={step < 0 ? 'is-down' : 'is-up'}
        style={{ left: `${Math.min(from, to)}%`, width: `${Math.max(0.6, Math.abs(to - from))}%` }}
      />
    </span>
  );
}
