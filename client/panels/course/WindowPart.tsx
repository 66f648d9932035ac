import { useId } from 'preact/hooks';
import { Notice } from '../../components/Notice.tsx';
import { words } from '../../text/language.ts';
import { type CourseWindow, WINDOW_RUNS, type WindowNow } from './useCourseWindow.ts';
import { type OpenFuture, runsSoFar, windowSentences } from './windowOf.ts';

interface Props {
  readonly window: CourseWindow;
  /** As far as it may be shown. */
  readonly futures: readonly OpenFuture[];
  /** Without what one presses and what explains itself. */
  readonly onWall: boolean;
}

/** What the window says, how far its estimate is, and how it is made. */
export function WindowPart({ window, futures, onWall }: Props) {
  const { window: text } = words.value.course;
  const { now } = window;
  const isRunning = now.is === 'asked' || now.is === 'fitting' || (now.is === 'window' && now.isGrowing);
  return (
    <div class="course-window" aria-live={isRunning ? 'off' : undefined}>
      {windowSentences(futures).map((sentence) => (
        <p key={sentence} class="course-sentence">
          {sentence}
        </p>
      ))}
      {futures.length > 0 && <p class="panel-note">{text.edges}</p>}
      {now.is === 'failed' && <Notice title={text.failed} text={text.failedBecause} />}
      {(isRunning || now.is === 'window') && !(onWall && !isRunning) && (
        <Progress now={now} stop={isRunning && !onWall ? window.stop : null} />
      )}
      {!onWall && !isRunning && !isWhole(now) && (
        <button type="button" class="btn" onClick={window.start}>
          {now.is === 'none' ? text.start : text.again}
        </button>
      )}
      {!onWall && <p class="panel-note">{text.how(WINDOW_RUNS)}</p>}
    </div>
  );
}

function isWhole(now: WindowNow): boolean {
  return now.is === 'window' && runsSoFar(now) >= now.runs;
}

/** How far the estimate is, and the way to stop it. */
function Progress({ now, stop }: { readonly now: WindowNow; readonly stop: (() => void) | null }) {
  const says = useId();
  const [done, of] = now.is === 'window' ? [runsSoFar(now), now.runs] : [0, WINDOW_RUNS];
  return (
    <p class="course-progress">
      <progress value={done} max={of} aria-labelledby={says} />
      <span id={says} class="num">
        {progressSentence(now, done, of)}
      </span>
      {stop !== null && (
        <button type="button" class="btn" onClick={stop}>
          {words.value.whatIf.stop}
        </button>
      )}
    </p>
  );
}

function progressSentence(now: WindowNow, done: number, of: number): string {
  const { window: text } = words.value.course;
  if (now.is === 'fitting') return words.value.whatIf.fan.fitting(now.seats, now.of);
  if (now.is !== 'window') return text.reading;
  return done >= of ? text.done(of) : text.progress(done, of);
}
