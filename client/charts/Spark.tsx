import '../styles/charts.css';

interface SparkProps {
  readonly values: readonly number[];
  /** Drawn in the muted highlight colour instead of grey. */
  readonly bright?: boolean;
}

/** A small line of a number's past values; decorative, the numbers appear beside it. */
export function Spark({ values, bright = false }: SparkProps) {
  const [width, height, pad] = [66, 26, 5];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, 30);
  const middle = (high + low) / 2;
  const place = (value: number, index: number): readonly [number, number] => [
    pad + (index / Math.max(1, values.length - 1)) * (width - 2 * pad),
    height / 2 - ((value - middle) / span) * (height - 2 * pad),
  ];
  const places = values.map((value, index) => place(value, index));
  const [x, y] = places.at(-1) ?? [width / 2, height / 2];
  return (
    <svg class={bright ? 'spark is-bright' : 'spark'} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={places.map((at) => at.map((v) => v.toFixed(1)).join(',')).join(' ')} />
      <circle cx={x} cy={y} r="3" />
    </svg>
  );
}
