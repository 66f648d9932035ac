import type { Tenths } from '#shared/session/views/tenths.ts';
import { PHONE, useMedia } from '../components/useMedia.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { pathBoards, pathPlaces, pathRounds } from './pathGeometry.ts';
import { PathZones } from './PathZones.tsx';
import '../styles/charts.css';

interface PathProps {
  /** Directions from the opening to the end, in tenths. */
  readonly trail: readonly Tenths[];
  /** Rounds to mark as moments. */
  readonly marked?: readonly number[] | undefined;
}

/** The dial's path as a line over the rounds, with the zones of predicament and good governance. */
export function PathChart({ trail, marked = [] }: PathProps) {
  const { ending, dial } = words.value.play;
  const board = useMedia(PHONE) ? pathBoards.phone : pathBoards.wide;
  const last = trail.length - 1;
  const { x, y } = pathPlaces(board, last, trail);
  return (
    <svg
      class="path-chart"
      viewBox={`0 0 ${board.width} ${board.height}`}
      role="img"
      aria-label={ending.pathLabel(signedPoints(trail[0] ?? 0), signedPoints(trail[last] ?? 0))}
    >
      <PathZones board={board} y={y} />
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
          {pathRounds(last, board).includes(round) && (
            <text class="path-round" x={x(round)} y={board.height - 6}>
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
