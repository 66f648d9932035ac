import { useId } from 'preact/hooks';
import { Notice } from '../../../components/Notice.tsx';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../../text/language.ts';
import { signedPoints } from '../../../text/number.ts';
import { FanBands } from './FanBands.tsx';
import { FanEndings } from './FanEndings.tsx';
import { PlayedByList } from './PlayedByList.tsx';
import { type FanNow, type Inquiry, RUNS } from './useWhatIf.ts';

interface Props {
  readonly view: View;
  readonly inquiry: Inquiry;
}

/** With fewer continuations nothing is said about the difference. */
const ENOUGH = 20;

/** The fan of continuations: asked for, growing, stopped or whole. */
export function FanPart({ view, inquiry }: Props) {
  const { fan: text, fault } = words.value.whatIf;
  const now = inquiry.fan.value;
  const title = useId();
  if (inquiry.branch.value.is !== 'branch') return null;
  return (
    <section class="what-if-fan" aria-labelledby={title}>
      <h2 id={title}>{text.title}</h2>
      {now.is === 'none' && (
        <>
          <p class="panel-note">{text.intro(RUNS)}</p>
          <button type="button" class="btn primary" onClick={inquiry.askFan}>
            {text.start(RUNS)}
          </button>
        </>
      )}
      {now.is === 'failed' && <Notice title={fault.title} text={fault.failed} />}
      <Progress now={now} stop={inquiry.stop} />
      {now.is === 'fan' && <Grown view={view} now={now} />}
    </section>
  );
}

/** How far it is, and the way to stop it. */
function Progress({ now, stop }: { readonly now: FanNow; readonly stop: () => void }) {
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
      {isRunning && (
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

function Grown({ view, now }: { readonly view: View; readonly now: Fan }) {
  return (
    <>
      <Verdict now={now} />
      <FanBands view={view} summary={now.summary} />
      <FanEndings summary={now.summary} />
      <PlayedByList view={view} playedBy={now.playedBy} />
    </>
  );
}

/** The difference with its interval, and what that says; spoken only when the fan stands still. */
function Verdict({ now: { summary, spansZero, isGrowing } }: { readonly now: Fan }) {
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
