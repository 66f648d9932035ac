import type { Tenths } from '#shared/session/views/tenths.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { pathBoards, pathPlaces, pathRounds } from './pathGeometry.ts';
import { PathZones } from './PathZones.tsx';
import '../styles/charts.css';

/** The values below which 5, 25, 50, 75 and 95 % of all paths lie, in tenths. */
export type BandPoint = readonly Tenths[];

interface BandProps {
  /** From the opening to the last round. */
  readonly bands: readonly BandPoint[];
  /** All values of this chart and of those beside it, so that they share one scale. */
  readonly scale: readonly Tenths[];
  readonly label: string;
}

/** A fan of paths of the dial: nine of ten lie in the pale band, half of them in the darker one, the line is the middle. */
export function BandChart({ bands, scale, label }: BandProps) {
  const board = useMedia(PHONE) ? pathBoards.phone : pathBoards.wide;
  const last = bands.length - 1;
  const { x, y } = pathPlaces(board, last, scale);
  const along = (place: number): readonly string[] =>
    bands.map((band, round) => `${x(round)},${y(band[place] ?? 0)}`);
  const between = (low: number, high: number): string =>
    [...along(low), ...along(high).toReversed()].join(' ');
  const middle = bands[last]?.[2] ?? 0;
  return (
    <svg class="path-chart" viewBox={`0 0 ${board.width} ${board.height}`} role="img" aria-label={label}>
      <PathZones board={board} y={y} />
      <polygon class="band is-wide" points={between(0, 4)} />
      <polygon class="band is-half" points={between(1, 3)} />
      <polyline class="path-line" points={along(2).join(' ')} />
      <circle class="path-stop is-marked" cx={x(last)} cy={y(middle)} r="5" />
      {pathRounds(last, board).map((one) => (
        <text key={one} class="path-round" x={x(one)} y={board.height - 6}>
          {one === 0 ? words.value.play.ending.start : one}
        </text>
      ))}
      <text class="path-value" x={x(last) + 11} y={y(middle) + 6}>
        {signedPoints(middle)}
      </text>
    </svg>
  );
}
