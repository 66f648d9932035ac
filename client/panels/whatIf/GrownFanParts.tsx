import { useId } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { FanBands } from './FanBands.tsx';
import { FanEndings } from './FanEndings.tsx';
import type { FanNow } from './inquiries.ts';
import { PlayedByList } from './PlayedByList.tsx';

/** With fewer continuations nothing is said about the difference. */
const ENOUGH = 20;

/** How far it is, and the way to stop it. */
export function FanProgress({ now, stop }: { readonly now: FanNow; readonly stop: (() => void) | null }) {
  const { whatIf } = words.value;
  const says = useId();
  if (now.is === 'none' || now.is === 'failed') return null;
  const [done, of] = now.is === 'fitting' ? [now.seats, now.of] : [now.summary.pairs, now.runs];
  const isRunning = now.is === 'fitting' || now.isGrowing;
  return (
    <p class="what-if-progress">
      <progress value={done} max={of} aria-labelledby={says} />
      <span id={says} class="num">
        {progressSentence(now)}
      </span>
      {isRunning && stop !== null && (
        <button type="button" class="btn" onClick={stop}>
          {whatIf.stop}
        </button>
      )}
    </p>
  );
}

function progressSentence(now: Exclude<FanNow, { is: 'none' | 'failed' }>): string {
  const { fan } = words.value.whatIf;
  if (now.is === 'fitting') return fan.fitting(now.seats, now.of);
  const { pairs } = now.summary;
  if (now.isGrowing) return fan.growing(pairs, now.runs);
  return pairs === now.runs ? fan.done(pairs) : fan.stopped(pairs, now.runs);
}

type Fan = Extract<FanNow, { is: 'fan' }>;

/** What a fan shows: the verdict, the bands, the endings, and who played. */
export function GrownFanParts({ view, now }: { readonly view: View; readonly now: Fan }) {
  return (
    <>
      <FanVerdict now={now} />
      <FanBands view={view} summary={now.summary} />
      <FanEndings summary={now.summary} />
      <PlayedByList view={view} playedBy={now.playedBy} />
    </>
  );
}

/** The difference with its interval, and what that says; spoken only when the fan stands still. */
export function FanVerdict({ now: { summary, spansZero, isGrowing } }: { readonly now: Fan }) {
  const { fan: text } = words.value.whatIf;
  const { mean, low, high } = summary.difference;
  const [is, from, to] = [mean, low, high].map((one) => signedPoints(one / 1000));
  const verdict = spansZero ? text.nothing : text.mattered;
  return (
    <div class="what-if-verdict" role="status" aria-live={isGrowing ? 'off' : 'polite'}>
      {summary.pairs < ENOUGH ? (
        <p>{text.early}</p>
      ) : (
        <>
          <p class="what-if-says">{verdict}</p>
          <p>{text.difference(is ?? '', from ?? '', to ?? '')}</p>
        </>
      )}
    </div>
  );
}
