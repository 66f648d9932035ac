import type { Tenths } from '#shared/session/views/tenths.ts';
import { FEW_COMPARED } from '../lib/mostCompared.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import type { BandPoint } from './BandChart.tsx';
import { pathBoards, pathPlaces, pathRounds } from './pathGeometry.ts';
import { PathZones } from './PathZones.tsx';
import '../styles/charts.css';

interface CompareProps {
  /** Each path from the opening to its end, with its mark and the kind of its line; many are drawn thin, without marks. */
  readonly paths: readonly {
    readonly mark: string;
    readonly dial: readonly Tenths[];
    readonly tone: number;
  }[];
  /** The fan behind them, from the opening on; empty for none. */
  readonly bands: readonly BandPoint[];
  /** Paths of different lengths lie over each other by the share of the way. */
  readonly byShare: boolean;
  /** All values of this chart and of those beside it, so that they share one scale. */
  readonly scale?: readonly Tenths[];
  /** The paths' marks are told elsewhere. */
  readonly unmarked?: boolean;
  readonly label: string;
  /** Its words are as large as a wall needs them. */
  readonly onWall?: boolean;
}

/** Two marks at the right end keep at least this distance, in units of the board. */
const APART = 19;

/** Paths of the dial of several sessions over each other, the fan of simulated ones behind them. */
export function CompareChart(props: CompareProps) {
  const { paths, bands, byShare, scale = [], unmarked = false, label, onWall = false } = props;
  const board = useMedia(PHONE) || onWall ? pathBoards.phone : pathBoards.wide;
  const dials = paths.map(({ dial }) => dial);
  const longest = Math.max(bands.length, ...dials.map((dial) => dial.length)) - 1;
  const { x, y } = pathPlaces(board, longest, [...scale, ...bands.flat(), ...dials.flat()]);
  const along = (round: number, last: number): number =>
    x(byShare ? (round / Math.max(1, last)) * longest : round);
  const edge = (place: number): readonly string[] =>
    bands.map((band, round) => `${along(round, bands.length - 1)},${y(band[place] ?? 0)}`);
  const areMany = paths.length > FEW_COMPARED;
  const ends = apart(dials.map((dial) => y(dial.at(-1) ?? 0)));
  return (
    <svg class="path-chart" viewBox={`0 0 ${board.width} ${board.height}`} role="img" aria-label={label}>
      <PathZones board={board} y={y} />
      {bands.length > 0 && <Fan edge={edge} />}
      {paths.map(({ mark, dial, tone }, place) => (
        <g key={mark} class={areMany ? 'is-many' : undefined}>
          <Path points={dial.map((one, round) => [along(round, dial.length - 1), y(one)])} tone={tone} />
          {!areMany && !unmarked && (
            <text
              class="path-value"
              x={along(dial.length - 1, dial.length - 1) + 12}
              y={(ends[place] ?? 0) + 6}
            >
              {mark}
            </text>
          )}
        </g>
      ))}
      {!byShare &&
        pathRounds(longest, board).map((one) => (
          <text key={one} class="path-round" x={x(one)} y={board.height - 6}>
            {one === 0 ? words.value.play.ending.start : one}
          </text>
        ))}
    </svg>
  );
}

interface PathProps {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly tone: number;
}

/** One path with a ring at its end. */
function Path({ points, tone }: PathProps) {
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <>
      <polyline class={`path-line compare-line is-${tone % 4}`} points={points.map(String).join(' ')} />
      <circle class="path-stop" cx={x} cy={y} r="4.5" />
    </>
  );
}

/** Nine of ten simulated sessions, and half of them. */
function Fan({ edge }: { readonly edge: (place: number) => readonly string[] }) {
  const between = (low: number, high: number): string => [...edge(low), ...edge(high).toReversed()].join(' ');
  return (
    <>
      <polygon class="band is-wide" points={between(0, 4)} />
      <polygon class="band is-half" points={between(1, 3)} />
    </>
  );
}

/** The same heights, moved down where two would touch. */
function apart(heights: readonly number[]): readonly number[] {
  const placed = [...heights];
  const order = heights.map((_, place) => place).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let before = Number.NEGATIVE_INFINITY;
  for (const place of order) {
    const height = Math.max(heights[place] ?? 0, before + APART);
    placed[place] = height;
    before = height;
  }
  return placed;
}
