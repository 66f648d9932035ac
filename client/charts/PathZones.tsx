import { words } from '../text/language.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';
import type { PathBoard } from './pathGeometry.ts';
import '../styles/charts.css';

interface ZonesProps {
  readonly board: PathBoard;
  readonly y: (direction: number) => number;
}

/** Good governance above and the predicament below, behind the paths of a board. */
export function PathZones({ board, y }: ZonesProps) {
  const { dial } = words.value.play;
  const { top, bottom } = board;
  const right = board.width - board.right + 6;
  const [good, bad] = [y(GOVERNANCE), y(PREDICAMENT)];
  const strokes = Array.from({ length: Math.floor((right - 12) / 9) }, (_, index) => 12 + index * 9);
  return (
    <g aria-hidden="true">
      <rect class="path-good" x="0" y={top} width={right} height={Math.max(0, good - top)} />
      <path class="path-bound" d={`M0 ${good}H${right}M0 ${bad}H${right}`} />
      <path
        class="path-hatch"
        d={strokes.map((from) => `M${from} ${bad + 2}L${from - 5} ${bottom}`).join('')}
      />
      <path class="path-zero" d={`M0 ${y(0)}H${right}`} />
      <text class="path-zone" x="2" y={top - 7}>
        {dial.governance}
      </text>
      <text class="path-zone" x="2" y={bottom + 18}>
        {dial.predicament}
      </text>
    </g>
  );
}
