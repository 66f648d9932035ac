import type { ComponentChildren } from 'preact';
import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { CourseChart } from '../../charts/CourseChart.tsx';
import { GOVERNANCE, PREDICAMENT } from '../../charts/dialGeometry.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints, signedWhole } from '../../text/number.ts';
import { lastRound } from '../world/gauges.ts';
import { courseSentence, courseSentences, courseTurns, forcesOf } from './courseOf.ts';
import { ForceBars } from './ForceBars.tsx';
import { type OpenFuture, windowSentences } from './windowOf.ts';
import '../../styles/course.css';

interface CourseProps {
  readonly view: View;
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  /** Without the table and the words that explain themselves: nobody presses anything there. */
  readonly onWall?: boolean;
  /** Without the bars of the two forces, where they would not fit on the page. */
  readonly noBars?: boolean;
  /** The window after each round from the opening on; it is drawn in the corridor and stands in the table. */
  readonly futures?: readonly OpenFuture[];
  /** What stands below the sentence. */
  readonly children?: ComponentChildren;
}

/** Figure 1 of the paper as a picture of this session: its path, the two forces at each round, and what they are made of. */
export function CoursePicture({
  view,
  onWhy,
  onWall = false,
  noBars = false,
  futures = [],
  children,
}: CourseProps) {
  const { picture } = words.value.course;
  return (
    <section class={onWall ? 'course is-wall' : 'course'} aria-label={picture.title}>
      <CourseDrawing view={view} futures={futures} wide={onWall} />
      <HowToRead onWall={onWall} />
      {onWall ? <p class="course-sentence">{courseSentence(view)}</p> : <CourseTold view={view} />}
      {children}
      {!noBars && <ForceBars view={view} onWhy={onWhy} bare={onWall} />}
      {!onWall && <CourseTable view={view} futures={futures} />}
    </section>
  );
}

/** What the numbers, the corridor's edges, the dashed line and the arrows of the picture mean. */
function HowToRead({ onWall }: Required<Pick<CourseProps, 'onWall'>>) {
  const { picture } = words.value.course;
  const [upper, lower] = [signedWhole(GOVERNANCE), signedWhole(PREDICAMENT)];
  if (onWall) return <p class="course-reading">{picture.inShort(upper, lower)}</p>;
  return (
    <ul class="course-reading panel-note">
      {picture.reading(upper, lower).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Where the world stands, then leg by leg how it got there. */
function CourseTold({ view }: Pick<CourseProps, 'view'>) {
  const [stood, ...legs] = courseSentences(view);
  return (
    <div class="course-told">
      <p class="course-sentence">{stood}</p>
      <ol>
        {legs.map((leg) => (
          <li key={leg}>{leg}</li>
        ))}
      </ol>
    </div>
  );
}

interface DrawingProps extends Pick<CourseProps, 'view' | 'futures'> {
  /** On the wide board however narrow it stands. */
  readonly wide?: boolean;
}

/** The drawing of the course alone. */
export function CourseDrawing({ view, futures = [], wide = false }: DrawingProps) {
  const rounds = Math.max(view.card.plan.rounds, lastRound(view));
  return (
    <CourseChart
      forces={forcesOf(view)}
      rounds={rounds}
      opensAfter={Math.min(rounds, view.card.opensAfter)}
      turns={courseTurns(view.table.trail.direction)}
      window={futures.map(({ well, badly }) => ({ well: well / 100, badly: badly / 100 }))}
      label={[
        `${words.value.course.picture.title}. ${courseSentence(view)}`,
        ...windowSentences(futures),
      ].join(' ')}
      wide={wide}
    />
  );
}

function CourseTable({ view, futures }: Required<Pick<CourseProps, 'view' | 'futures'>>) {
  const { picture, forces, window: text } = words.value.course;
  const isKnown = futures.length > 0;
  return (
    <details class="course-table">
      <summary>{picture.asTable}</summary>
      <table>
        <caption class="visually-hidden">{picture.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{picture.round}</th>
            <th scope="col">{words.value.play.gauges.direction}</th>
            <th scope="col">{forces.centripetal}</th>
            <th scope="col">{forces.centrifugal}</th>
            {isKnown && <th scope="col">{text.columns.well}</th>}
            {isKnown && <th scope="col">{text.columns.badly}</th>}
          </tr>
        </thead>
        <tbody>
          {forcesOf(view).map(({ round, direction, centripetal, centrifugal }) => (
            <tr key={round}>
              <th scope="row">{round === 0 ? picture.start : round}</th>
              <td class="num">{signedPoints(direction)}</td>
              <td class="num">{points(centripetal)}</td>
              <td class="num">{points(centrifugal)}</td>
              {isKnown && <td class="num">{shareAfter(futures, round, 'well')}</td>}
              {isKnown && <td class="num">{shareAfter(futures, round, 'badly')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function shareAfter(futures: readonly OpenFuture[], round: number, end: 'well' | 'badly'): string {
  const future = futures.find((one) => one.round === round);
  return future === undefined ? '' : words.value.course.window.percent(future[end]);
}
