import type { Quadrant, Tenths } from '#shared/session/tableView.ts';
import { words } from '../text/language.ts';

/** One state's place: its Nation reading against its usual; the World reading is the same for all. */
export interface QuadrantDot {
  readonly name: string;
  readonly nation: Tenths;
  readonly own: boolean;
}

interface QuadrantProps {
  readonly dots: readonly QuadrantDot[];
  /** The dial at the end, in tenths. */
  readonly world: Tenths;
  /** The world counts as having turned well. */
  readonly turnedWell: boolean;
}

const [WIDTH, HEIGHT] = [560, 330] as const;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 } as const;
const corners: readonly { readonly quadrant: Quadrant; readonly x: number; readonly y: number }[] = [
  { quadrant: 'kingOfTheRuins', x: 16, y: 30 },
  { quadrant: 'sharedSuccess', x: WIDTH - 16, y: 30 },
  { quadrant: 'lostTogether', x: 16, y: HEIGHT - 18 },
  { quadrant: 'paidThePrice', x: WIDTH - 16, y: HEIGHT - 18 },
];

/** Nation beside World in four named quarters; the own state is marked, the others are dots, nobody is ranked. */
export function QuadrantChart({ dots, world, turnedWell }: QuadrantProps) {
  const { ending } = words.value.play;
  const away = 60 + (Math.min(400, Math.abs(world - 120)) / 400) * 150;
  const x = MIDDLE.x + (turnedWell ? away : -away);
  return (
    <svg class="quadrant" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={ending.quadrant}>
      <path
        class="quadrant-half"
        d={turnedWell ? `M${MIDDLE.x} 0H${WIDTH}V${HEIGHT}H${MIDDLE.x}Z` : `M0 0H${MIDDLE.x}V${HEIGHT}H0Z`}
      />
      <path class="quadrant-axes" d={`M${MIDDLE.x} 0V${HEIGHT}M0 ${MIDDLE.y}H${WIDTH}`} />
      <path class="quadrant-world" d={`M${x} 46V${HEIGHT - 46}`} />
      <Labels />
      <Dots dots={dots} x={x} turnedWell={turnedWell} />
    </svg>
  );
}

function Labels() {
  const { ending } = words.value.play;
  return (
    <g>
      {corners.map(({ quadrant, x: cx, y: cy }) => (
        <text
          key={quadrant}
          class="quadrant-name"
          x={cx}
          y={cy}
          text-anchor={cx > MIDDLE.x ? 'end' : 'start'}
        >
          {ending.quadrants[quadrant].name}
        </text>
      ))}
      <text class="quadrant-end" x={WIDTH - 14} y={MIDDLE.y - 9} text-anchor="end">
        {ending.nation}: {ending.above}
      </text>
      <text class="quadrant-end" x={WIDTH - 14} y={MIDDLE.y + 20} text-anchor="end">
        {ending.nation}: {ending.below}
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
  const y = (nation: Tenths): number => MIDDLE.y - (nation / reach) * (MIDDLE.y - 62);
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
          y={y(own.nation) + 6}
          text-anchor={turnedWell ? 'end' : 'start'}
        >
          {own.name}
        </text>
      )}
    </g>
  );
}
