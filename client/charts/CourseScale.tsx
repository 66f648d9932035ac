import { words } from '../text/language.ts';
import { signedWhole } from '../text/number.ts';
import { type CourseBoard, type CoursePlaces, scalePoints } from './courseGeometry.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';
import '../styles/charts.css';

interface ScaleProps {
  readonly board: CourseBoard;
  readonly places: CoursePlaces;
  /** The round after which the direction can be chosen: from there on the corridor shows its edges itself. */
  readonly opens: number;
}

/** So many points of force is the bar below the picture. */
const BAR_POINTS = 50;

/** The scale of the dial beside the corridor, a line from its edges to their numbers, and a bar by which the arrows can be read. */
export function CourseScale({ board, places: { x, y }, opens }: ScaleProps) {
  const at = x(0) - board.lead - 8;
  const bar = (BAR_POINTS / 100) * board.arrow;
  const under = board.bottom + 16;
  return (
    <g aria-hidden="true">
      {scalePoints(board, { x, y }).map((direction) => (
        <text key={direction} class="course-tick" x={at} y={y(direction) + board.lead * 0.3}>
          {signedWhole(direction)}
        </text>
      ))}
      {[GOVERNANCE, PREDICAMENT].map((direction) => (
        <path key={direction} class="course-edge" d={`M${at + 4} ${y(direction)}H${x(opens)}`} />
      ))}
      <path
        class="course-bar"
        d={`M3 ${under - 5}V${under + 5}M3 ${under}H${3 + bar}M${3 + bar} ${under - 5}V${under + 5}`}
      />
      <text class="course-word" x={bar + 11} y={under + 6}>
        {words.value.course.picture.bar(BAR_POINTS)}
      </text>
    </g>
  );
}
