import type { View } from '#shared/session/views/tableView.ts';
import type { PlayState } from '../../panels/playState.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import { useSignal } from '@preact/signals';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

interface DoorProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/**
 * The way from the ending into the debrief: in practice and in a record one leads oneself, otherwise it opens when the host has
 * begun.
 */
export function DebriefDoor({ view, source, ui }: DoorProps) {
  const { debrief: speech } = words.value;
  const problem = useSignal<string | null>(null);
  const { debrief } = view.table;
  if (debrief === null) return null;
  const isPractice = view.card.practice && source.mayHost;
  const isSolo = isPractice || source.status.value === 'recorded';
  const enter = async (): Promise<void> => {
    const [first] = debrief.steps;
    if (isPractice && debrief.step === null && first) {
      problem.value = noSentence(await source.send({ type: 'setDebriefStep', step: first }));
    }
    ui.debriefing.value = true;
  };
  return (
    <section class="debrief-door no-print">
      {isSolo || debrief.furthest !== null ? (
        <button type="button" class="btn primary lg" onClick={() => void enter()}>
          {isSolo ? speech.doorSolo : speech.door}
        </button>
      ) : (
        <p class="note" role="status">
          {speech.soon}
        </p>
      )}
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </section>
  );
}
