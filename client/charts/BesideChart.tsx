import type { Tenths } from '#shared/session/views/tenths.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { pathBoards, pathPlaces, pathRounds } from './pathGeometry.ts';
import { PathZones } from './PathZones.tsx';
import '../styles/charts.css';

interface BesideProps {
  /** The dial from the opening to the end, as recorded and in the branch, in tenths. */
  readonly record: readonly Tenths[];
  readonly branch: readonly Tenths[];
  /** The round in which something is different. */
  readonly round: number;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** Two numbers at the right end keep at least this distance, in units of the board. */
const APART = 19;

/** The path of the dial as recorded, dashed, and with the change, solid; the round of the change is marked. */
export function BesideChart({ record, branch, round, label }: BesideProps) {
  const board = useMedia(PHONE) ? pathBoards.phone : pathBoards.wide;
  const last = Math.max(record.length, branch.length) - 1;
  const { x, y } = pathPlaces(board, last, [...record, ...branch]);
  const points = (trail: readonly Tenths[]): string => trail.map((one, at) => `${x(at)},${y(one)}`).join(' ');
  const ends = endsApart(y(record.at(-1) ?? 0), y(branch.at(-1) ?? 0));
  return (
    <svg class="path-chart" viewBox={`0 0 ${board.width} ${board.height}`} role="img" aria-label={label}>
      <PathZones board={board} y={y} />
      <path class="beside-round" d={`M${x(round)} ${board.top}V${board.bottom}`} />
      <polyline class="path-line is-recorded" points={points(record)} />
      <polyline class="path-line is-changed" points={points(branch)} />
      <circle class="path-stop" cx={x(record.length - 1)} cy={y(record.at(-1) ?? 0)} r="4" />
      <circle class="path-stop is-marked" cx={x(branch.length - 1)} cy={y(branch.at(-1) ?? 0)} r="5.5" />
      {pathRounds(last, board).map((one) => (
        <text key={one} class="path-round" x={x(one)} y={board.height - 6}>
          {one === 0 ? words.value.play.ending.start : one}
        </text>
      ))}
      <text class="path-value is-recorded" x={x(last) + 11} y={ends.record + 6}>
        {signedPoints(record.at(-1) ?? 0)}
      </text>
      <text class="path-value" x={x(last) + 11} y={ends.branch + 6}>
        {signedPoints(branch.at(-1) ?? 0)}
      </text>
    </svg>
  );
}

/** Heights for both end values that do not overlap, each as near to its line as possible. */
function endsApart(record: number, branch: number): { readonly record: number; readonly branch: number } {
  const middle = (record + branch) / 2;
  const half = Math.max(APART, Math.abs(record - branch)) / 2;
  return record < branch
    ? { record: middle - half, branch: middle + half }
    : { record: middle + half, branch: middle - half };
}
