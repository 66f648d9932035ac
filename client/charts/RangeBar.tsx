import '../styles/charts.css';

interface RangeBarProps {
  /** Ends of the range and its mark, in tenths. */
  readonly low: number;
  readonly high: number;
  readonly mark: number;
  /** The value at either edge of the drawing, in tenths. */
  readonly reach: number;
}

/** A range around zero with a mark: solid above zero, hollow below. Decorative; the numbers appear beside it. */
export function RangeBar({ low, high, mark, reach }: RangeBarProps) {
  const at = (value: number): number => 60 + (Math.max(-reach, Math.min(reach, value)) / reach) * 56;
  const [a, b, zero] = [at(low), at(high), at(0)];
  const below = Math.min(b, zero);
  const above = Math.max(a, zero);
  return (
    <svg class="range" viewBox="0 0 120 18" preserveAspectRatio="none" aria-hidden="true">
      <path class="range-axis" d="M3 9H117" />
      {a < below && <rect class="range-down" x={a} y="5" width={below - a} height="8" />}
      {b > above && <rect class="range-up" x={above} y="5" width={b - above} height="8" />}
      <path class="range-zero" d={`M${zero} 1V17`} />
      <path class="range-mark" d={`M${at(mark)} 0.5V17.5`} />
    </svg>
  );
}
