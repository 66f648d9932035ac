import type { Tenths } from '#shared/session/views/tenths.ts';
import { useId, useRef } from 'preact/hooks';
import { useNarrow } from '../components/useNarrow.ts';
import { words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';
import {
  arrowPath,
  type CourseBoard,
  courseBoards,
  type CoursePlaces,
  coursePlaces,
  corridorPath,
  type WindowShare,
  windowPaths,
} from './courseGeometry.ts';
import { CourseScale } from './CourseScale.tsx';
import '../styles/charts.css';

/** Below so many pixels the words of the wide board would be too small to read. */
const NARROW = 640;
/** From one round to the next; with less the word at a ring would lie on the arrows beside it. */
const ROOM_FOR_TURN = 64;

interface PulledRound {
  readonly direction: Tenths;
  readonly centripetal: Tenths;
  readonly centrifugal: Tenths;
}

interface CourseProps {
  /** From the opening to now. */
  readonly forces: readonly PulledRound[];
  /** How many rounds the session may have. */
  readonly rounds: number;
  /** The round after which the direction can be chosen. */
  readonly opensAfter: number;
  /** The rounds after which the course turned. */
  readonly turns: readonly number[];
  /** The window after each round from the opening on, as far as it is known. */
  readonly window?: readonly WindowShare[];
  /** What the picture shows, in words. */
  readonly label: string;
  /** On the wide board however narrow it stands. */
  readonly wide?: boolean;
}

interface PartProps {
  readonly board: CourseBoard;
  readonly places: CoursePlaces;
}

/** The course of a session: a corridor that opens and forks, the path of the world through it, two arrows at each round. */
export function CourseChart({
  forces,
  rounds,
  opensAfter,
  turns,
  window = [],
  label,
  wide = false,
}: CourseProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const isNarrow = useNarrow(drawing, NARROW) && !wide;
  const board = isNarrow ? courseBoards.narrow : courseBoards.wide;
  const trail = forces.map(({ direction }) => direction);
  const places = coursePlaces(board, rounds, trail);
  const stage = { rounds, opens: opensAfter, start: trail[0] ?? 0 };
  return (
    <svg
      ref={drawing}
      class={isNarrow ? 'course-chart is-narrow' : 'course-chart'}
      viewBox={`0 0 ${board.width} ${board.height}`}
      role="img"
      aria-label={label}
    >
      <Zones board={board} places={places} rounds={rounds} opens={opensAfter} />
      <path class="course-corridor" d={corridorPath(board, places, stage)} />
      {window.length > 0 && <Window {...windowPaths(board, places, stage, window)} />}
      <CourseScale board={board} places={places} opens={opensAfter} />
      <Stages board={board} places={places} rounds={rounds} opens={opensAfter} />
      <Arrows board={board} places={places} forces={forces} />
      <PathOfWorld places={places} trail={trail} turns={turns} />
      <Rounds board={board} places={places} rounds={rounds} />
    </svg>
  );
}

/** How much of the future ends well and badly: areas that grow from the two edges of the corridor. */
function Window({ well, badly }: ReturnType<typeof windowPaths>) {
  const hatch = useId();
  return (
    <g aria-hidden="true">
      <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="window-stroke" d="M0 0V8" />
      </pattern>
      <path class="window-well" d={well} />
      <path class="window-badly" d={badly} style={{ fill: `url(#${hatch})` }} />
    </g>
  );
}

interface StageProps extends PartProps {
  readonly rounds: number;
  readonly opens: number;
}

/** Where the two endings lie, from the moment on in which they can be reached. */
function Zones({ board, places: { x, y }, opens }: StageProps) {
  const [from, good, bad] = [x(opens), y(GOVERNANCE), y(PREDICAMENT)];
  const across = board.width - from;
  const strokes = Array.from({ length: Math.floor(across / 10) }, (_, index) => from + 8 + index * 10);
  return (
    <g aria-hidden="true">
      <rect class="path-good" x={from} y={board.top} width={across} height={good - board.top} />
      <path
        class="path-hatch"
        d={strokes.map((at) => `M${at} ${bad + 2}L${at - 6} ${board.bottom}`).join('')}
      />
    </g>
  );
}

function Stages({ board, places: { x, y }, rounds, opens }: StageProps) {
  const { picture } = words.value.course;
  return (
    <g aria-hidden="true">
      <path class="path-zero" d={`M${x(0)} ${y(0)}H${x(rounds)}`} />
      <path class="course-gate" d={`M${x(opens)} ${board.top - 14}V${board.bottom}`} />
      <text class="course-word" x={2} y={16}>
        {picture.emergence}
      </text>
      <text class="course-word" x={x(opens)} y={board.top - 24}>
        {picture.selection}
      </text>
      <text class="course-end" x={board.width - 2} y={16}>
        {picture.governance}
      </text>
      <text class="course-end" x={board.width - 2} y={board.bottom + 22}>
        {picture.predicament}
      </text>
    </g>
  );
}

function Arrows({ board, places: { x, y }, forces }: PartProps & Pick<CourseProps, 'forces'>) {
  return (
    <g aria-hidden="true">
      {forces.map(({ direction, centripetal, centrifugal }, round) => (
        <g key={round}>
          <path
            class="course-up"
            d={arrowPath(x(round), y(direction), (-centripetal / 1000) * board.arrow)}
          />
          <path
            class="course-down"
            d={arrowPath(x(round), y(direction), (centrifugal / 1000) * board.arrow)}
          />
        </g>
      ))}
    </g>
  );
}

interface WorldProps extends Pick<PartProps, 'places'> {
  readonly trail: readonly Tenths[];
  readonly turns: readonly number[];
}

function PathOfWorld({ places: { x, y }, trail, turns }: WorldProps) {
  const { dial } = words.value.play;
  const last = trail.length - 1;
  return (
    <g>
      <polyline class="path-line" points={trail.map((one, round) => `${x(round)},${y(one)}`).join(' ')} />
      {turns.map((turn) => (
        <Turn
          key={turn}
          x={x(turn)}
          y={y(trail[turn] ?? 0)}
          isPeak={(trail[turn + 1] ?? 0) < (trail[turn] ?? 0)}
          isNamed={x(1) - x(0) >= ROOM_FOR_TURN}
        />
      ))}
      {trail.map((one, round) => (
        <circle
          key={round}
          class={round === last ? 'path-stop is-marked' : 'path-stop'}
          cx={x(round)}
          cy={y(one)}
          r={round === last ? 6.5 : 4}
        >
          <title>{dial.after(round, signedPoints(one))}</title>
        </circle>
      ))}
      <text class="course-value" x={x(last) + 12} y={y(trail[last] ?? 0) + 6}>
        {signedPoints(trail[last] ?? 0)}
      </text>
    </g>
  );
}

interface TurnProps {
  readonly x: number;
  readonly y: number;
  /** From here it went down. */
  readonly isPeak: boolean;
  /** The next round's arrows leave room for the word. */
  readonly isNamed: boolean;
}

/** A ring where the course turned, and where there is room its word, on the side that the path leaves free. */
function Turn({ x, y, isPeak, isNamed }: TurnProps) {
  return (
    <g aria-hidden="true">
      <circle class="course-turn" cx={x} cy={y} r="11" />
      {isNamed && (
        <text class="course-turned" x={x + 12} y={isPeak ? y - 13 : y + 27}>
          {words.value.course.picture.turn}
        </text>
      )}
    </g>
  );
}

function Rounds({ board, places: { x }, rounds }: PartProps & Pick<CourseProps, 'rounds'>) {
  const { picture } = words.value.course;
  const every = Math.max(1, Math.ceil((rounds * 30) / (board.width - board.left - board.right)));
  const shown = Array.from({ length: rounds + 1 }, (_, round) => round).filter(
    (round) => round % every === 0 || round === rounds,
  );
  return (
    <g aria-hidden="true">
      {shown.map((round) => (
        <text key={round} class="course-round" x={x(round)} y={board.height - 8}>
          {round === 0 ? picture.start : round}
        </text>
      ))}
    </g>
  );
}
