import type { Tenths } from '#shared/session/views/tenths.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';
import '../styles/charts.css';

/** The position of the chart on its drawing area; on a phone the area is as wide as the screen, so that its words keep their size. */
const board = {
  wide: { width: 560, left: 30, right: 84 },
  phone: { width: 358, left: 22, right: 74 },
} as const;
/* The words of both zones and of the rounds have rows of their own: the line never runs through them. */
const [HEIGHT, TOP, BOTTOM] = [236, 24, 188] as const;

type Board = (typeof board)[keyof typeof board];

interface PathProps {
  /** Directions from the opening to the end, in tenths. */
  readonly trail: readonly Tenths[];
  /** Rounds to mark as moments. */
  readonly marked?: readonly number[] | undefined;
}

/** The dial's path as a line over the rounds, with the zones of predicament and good governance. */
export function PathChart({ trail, marked = [] }: PathProps) {
  const { ending, dial } = words.value.play;
  const at = useMedia(PHONE) ? board.phone : board.wide;
  const [low, high] = [Math.min(-160, ...trail) - 20, Math.max(300, ...trail) + 20];
  const x = (round: number): number =>
    at.left + (round / Math.max(1, trail.length - 1)) * (at.width - at.left - at.right);
  const y = (direction: number): number => TOP + ((high - direction) / (high - low)) * (BOTTOM - TOP);
  const last = trail.length - 1;
  return (
    <svg
      class="path-chart"
      viewBox={`0 0 ${at.width} ${HEIGHT}`}
      role="img"
      aria-label={ending.pathLabel(signedPoints(trail[0] ?? 0), signedPoints(trail[last] ?? 0))}
    >
      <Zones at={at} y={y} governance={dial.governance} predicament={dial.predicament} />
      <polyline class="path-line" points={trail.map((one, round) => `${x(round)},${y(one)}`).join(' ')} />
      {trail.map((one, round) => (
        <g key={round}>
          <circle
            class={marked.includes(round) ? 'path-stop is-marked' : 'path-stop'}
            cx={x(round)}
            cy={y(one)}
            r={marked.includes(round) ? 6 : 3.5}
          >
            <title>{dial.after(round, signedPoints(one))}</title>
          </circle>
          {(round % everyOf(last, at) === 0 || round === last) && (
            <text class="path-round" x={x(round)} y={HEIGHT - 6}>
              {round === 0 ? ending.start : round}
            </text>
          )}
        </g>
      ))}
      <text class="path-value" x={x(last) + 11} y={y(trail[last] ?? 0) + 6}>
        {signedPoints(trail[last] ?? 0)}
      </text>
    </svg>
  );
}

/** How many rounds lie between two numbers below the chart, so that the numbers keep apart. */
function everyOf(last: number, at: Board): number {
  return Math.max(1, Math.ceil((last * 34) / (at.width - at.left - at.right)));
}

interface ZonesProps {
  readonly at: Board;
  readonly y: (direction: number) => number;
  readonly governance: string;
  readonly predicament: string;
}

function Zones({ at, y, governance, predicament }: ZonesProps) {
  const right = at.width - at.right + 6;
  const [good, bad] = [y(GOVERNANCE), y(PREDICAMENT)];
  const strokes = Array.from({ length: Math.floor((right - 12) / 9) }, (_, index) => 12 + index * 9);
  return (
    <g aria-hidden="true">
      <rect class="path-good" x="0" y={TOP} width={right} height={Math.max(0, good - TOP)} />
      <path class="path-bound" d={`M0 ${good}H${right}M0 ${bad}H${right}`} />
      <path
        class="path-hatch"
        d={strokes.map((from) => `M${from} ${bad + 2}L${from - 5} ${BOTTOM}`).join('')}
      />
      <path class="path-zero" d={`M0 ${y(0)}H${right}`} />
      <text class="path-zone" x="2" y={TOP - 7}>
        {governance}
      </text>
      <text class="path-zone" x="2" y={BOTTOM + 18}>
        {predicament}
      </text>
    </g>
  );
}
