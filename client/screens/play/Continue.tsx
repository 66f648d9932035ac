import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

/** In practice there is no clock: one button closes the phase. */
export function Continue({ view, source }: { readonly view: View; readonly source: ViewSource }) {
  const { continueTo } = words.value.play;
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  if (!view.card.practice || !source.mayHost) return null;
  const { phase, round } = view.table;
  const isLast = round >= view.card.plan.rounds;
  const label =
    phase === 'decision'
      ? continueTo.reveal
      : phase === 'reveal' && !isLast
        ? continueTo.decision
        : continueTo.next;
  const go = async (): Promise<void> => {
    isBusy.value = true;
    problem.value = noSentence(await source.send({ type: 'closePhase', because: 'host' }));
    isBusy.value = false;
  };
  return (
    <footer class="continue">
      <button type="button" class="btn primary lg" disabled={isBusy.value} onClick={() => void go()}>
        {label}
      </button>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </footer>
  );
}
