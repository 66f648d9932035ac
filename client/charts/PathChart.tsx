import type { Tenths } from '#shared/session/tableView.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT] = [560, 220, 30, 84] as const;

interface PathProps {
  /** Directions from the opening to the end, in tenths. */
  readonly trail: readonly Tenths[];
  /** Rounds to mark as moments. */
  readonly marked?: readonly number[] | undefined;
}

/** The dial's path as a line over the rounds, with the zones of predicament and good governance. */
export function PathChart({ trail, marked = [] }: PathProps) {
  const { ending, dial } = words.value.play;
  const [low, high] = [Math.min(-200, ...trail) - 30, Math.max(300, ...trail) + 30];
  const x = (round: number): number =>
    LEFT + (round / Math.max(1, trail.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (direction: number): number => 10 + ((high - direction) / (high - low)) * (HEIGHT - 36);
  const last = trail.length - 1;
  return (
    <svg
      class="path-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={ending.pathLabel(signedPoints(trail[0] ?? 0), signedPoints(trail[last] ?? 0))}
    >
      <Zones y={y} governance={dial.governance} predicament={dial.predicament} />
      <polyline class="path-line" points={trail.map((at, round) => `${x(round)},${y(at)}`).join(' ')} />
      {trail.map((at, round) => (
        <g key={round}>
          <circle
            class={marked.includes(round) ? 'path-stop is-marked' : 'path-stop'}
            cx={x(round)}
            cy={y(at)}
            r={marked.includes(round) ? 6 : 3.5}
          >
            <title>{dial.after(round, signedPoints(at))}</title>
          </circle>
          <text class="path-round" x={x(round)} y={HEIGHT - 6}>
            {round === 0 ? ending.start : round}
          </text>
        </g>
      ))}
      <text class="path-value" x={Math.min(WIDTH - 4, x(last) + 10)} y={y(trail[last] ?? 0) + 5}>
        {signedPoints(trail[last] ?? 0)}
      </text>
    </svg>
  );
}

interface ZonesProps {
  readonly y: (direction: number) => number;
  readonly governance: string;
  readonly predicament: string;
}

function Zones({ y, governance, predicament }: ZonesProps) {
  const right = WIDTH - RIGHT + 6;
  const bottom = HEIGHT - 26;
  const [good, bad] = [y(GOVERNANCE), y(PREDICAMENT)];
  const strokes = Array.from({ length: Math.floor((right - 12) / 9) }, (_, index) => 12 + index * 9);
  return (
    <g aria-hidden="true">
      <rect class="path-good" x="0" y="4" width={right} height={Math.max(0, good - 4)} />
      <path class="path-bound" d={`M0 ${good}H${right}M0 ${bad}H${right}`} />
      <path
        class="path-hatch"
        d={strokes.map((at) => `M${at} ${bad + 3}L${at - 5} ${Math.min(bottom, bad + 15)}`).join('')}
      />
      <path class="path-zero" d={`M0 ${y(0)}H${right}`} />
      <text class="path-zone" x="8" y={good - 6}>
        {governance}
      </text>
      <text class="path-zone" x="8" y={Math.min(bottom - 2, bad + 32)}>
        {predicament}
      </text>
    </g>
  );
}
