import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { labelled, words } from '../../text/language.ts';
import { seatView } from '../lookup.ts';
import { useLookedUp } from '../useLookedUp.ts';
import '../../styles/stepped-back.css';

/** While a state's hand is up, the host may answer another of its people without a change on the table. */
const LOOK_EVERY_MS = 4000;

interface Props {
  readonly view: View;
  readonly source: ViewSource;
}

/** The host's written answer to this person, on whatever tab; null if none. */
function useHandAnswer({ view, source }: Props): string | null {
  const isUp = view.own !== null && seatView(view, view.own.seat)?.handRaised === true;
  const mayAsk = view.viewer.kind === 'delegate' && !view.card.practice;
  const question = mayAsk ? ({ ask: 'handAnswer' } as const) : null;
  return useLookedUp<'handAnswer'>(source, question, String(isUp), isUp ? LOOK_EVERY_MS : null);
}

/** The host's answer when it arrives, over everything else, until dismissed; it stays beside the own question. */
export function HandAnswer(props: Props) {
  const { help } = words.value.host;
  const answer = useHandAnswer(props);
  const seen = useSignal<string | null>(null);
  useEffect(() => {
    if (answer !== null) announce(labelled(words.value.host.help.answer, answer));
  }, [answer]);
  if (answer === null || answer === seen.value) return null;
  return (
    <div class="stepped-back">
      <p>
        <b>{help.answer}</b> <span dir="auto">{answer}</span>
      </p>
      <button type="button" class="btn primary" onClick={() => (seen.value = answer)}>
        {help.seen}
      </button>
    </div>
  );
}

/** The last answer, beside the question field. */
export function LastAnswer(props: Props) {
  const answer = useHandAnswer(props);
  if (answer === null) return null;
  return (
    <p class="panel-note" dir="auto">
      <b>{words.value.host.help.answer}</b> {answer}
    </p>
  );
}
