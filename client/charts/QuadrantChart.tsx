import type { Quadrant } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import { ownNameAt } from './quadrantGeometry.ts';
import '../styles/charts.css';

/** One state's point: its Nation score relative to its usual score; the World score is the same for all. */
export interface QuadrantDot {
  readonly name: string;
  readonly nation: Tenths;
  readonly own: boolean;
}

interface QuadrantProps {
  readonly dots: readonly QuadrantDot[];
  /** The dial at the end, in tenths. */
  readonly world: Tenths;
  /** Whether the world counts as having turned out well. */
  readonly turnedWell: boolean;
  /** On a wall, where words are larger and the table beside it explains them. */
  readonly onWall?: boolean | undefined;
}

/* On a phone the board is as wide as the screen, so that its words keep their size. */
const [WIDE, NARROW, HEIGHT] = [560, 358, 330] as const;
const MIDDLE_Y = HEIGHT / 2;
const corners: readonly { readonly quadrant: Quadrant; readonly isRight: boolean; readonly y: number }[] = [
  { quadrant: 'kingOfTheRuins', isRight: false, y: 30 },
  { quadrant: 'sharedSuccess', isRight: true, y: 30 },
  { quadrant: 'lostTogether', isRight: false, y: HEIGHT - 18 },
  { quadrant: 'paidThePrice', isRight: true, y: HEIGHT - 18 },
];

/** Nation against World in four named quarters; the own state is marked, the others are dots, and nobody is ranked. */
export function QuadrantChart({ dots, world, turnedWell, onWall = false }: QuadrantProps) {
  const { ending } = words.value.play;
  const width = useMedia(PHONE) ? NARROW : WIDE;
  const middle = width / 2;
  const away = (60 + (Math.min(400, Math.abs(world - 120)) / 400) * 150) * (width / WIDE);
  const x = middle + (turnedWell ? away : -away);
  return (
    <svg class="quadrant" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={ending.quadrant}>
      <path
        class="quadrant-half"
        d={turnedWell ? `M${middle} 0H${width}V${HEIGHT}H${middle}Z` : `M0 0H${middle}V${HEIGHT}H0Z`}
      />
      <path class="quadrant-axes" d={`M${middle} 0V${HEIGHT}M0 ${MIDDLE_Y}H${width}`} />
      <path class="quadrant-world" d={`M${x} 46V${HEIGHT - 46}`} />
      <Labels width={width} turnedWell={turnedWell} isShort={onWall || width === NARROW} />
      <Dots dots={dots} x={x} turnedWell={turnedWell} />
    </svg>
  );
}

interface LabelsProps {
  readonly width: number;
  readonly turnedWell: boolean;
  readonly isShort: boolean;
}

/** The names of the quarters and the meaning of above and below, on the side without dots. */
function Labels({ width, turnedWell, isShort }: LabelsProps) {
  const { ending } = words.value.play;
  const end = turnedWell ? { x: 16, anchor: 'start' } : { x: width - 16, anchor: 'end' };
  const nation = isShort ? '' : `${ending.nation}: `;
  return (
    <g>
      {corners.map(({ quadrant, isRight, y }) => (
        <text
          key={quadrant}
          class="quadrant-name"
          x={isRight ? width - 16 : 16}
          y={y}
          text-anchor={isRight ? 'end' : 'start'}
        >
          {ending.quadrants[quadrant].name}
        </text>
      ))}
      <text class="quadrant-end" x={end.x} y={MIDDLE_Y - 9} text-anchor={end.anchor}>
        {nation}
        {ending.above}
      </text>
      <text class="quadrant-end" x={end.x} y={MIDDLE_Y + 20} text-anchor={end.anchor}>
        {nation}
        {ending.below}
      </text>
    </g>
  );
}

interface DotsProps {
  readonly dots: readonly QuadrantDot[];
  readonly x: number;
  readonly turnedWell: boolean;
}

function Dots({ dots, x, turnedWell }: DotsProps) {
  const reach = Math.max(100, ...dots.map((dot) => Math.abs(dot.nation)));
  const y = (nation: Tenths): number => MIDDLE_Y - (nation / reach) * (MIDDLE_Y - 62);
  const own = dots.find((dot) => dot.own);
  return (
    <g>
      {dots.map((dot) => (
        <circle
          key={dot.name}
          class={dot.own ? 'quadrant-dot is-own' : 'quadrant-dot'}
          cx={x}
          cy={y(dot.nation)}
          r={dot.own ? 10 : 6}
        >
          <title>{dot.name}</title>
        </circle>
      ))}
      {own && (
        <text
          class="quadrant-own"
          x={x + (turnedWell ? -18 : 18)}
          y={ownNameAt(y(own.nation), MIDDLE_Y)}
          text-anchor={turnedWell ? 'end' : 'start'}
        >
          {own.name}
        </text>
      )}
    </g>
  );
}
