import { useSignal } from '@preact/signals';
import { MAX_HELP_LINE } from '#shared/session/topics/hands.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { LastAnswer } from './HandAnswer.tsx';
import { seatView } from '../lookup.ts';

interface HelpProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** The key of the unsent line to the host among the drafts. */
const LINE = 'hand';

/** A raised hand: one line to the host that nobody else reads. Absent in practice, which has no host. */
export function HelpPanel({ view, source, ui }: HelpProps) {
  const { help } = words.value.host;
  const line = ui.unsent.value[LINE] ?? '';
  const write = (text: string): void => {
    ui.unsent.value = { ...ui.unsent.peek(), [LINE]: text };
  };
  const problem = useSignal<string | null>(null);
  const isUp = view.own !== null && seatView(view, view.own.seat)?.handRaised === true;
  if (view.viewer.kind !== 'delegate' || view.card.practice) return null;
  const raise = (raised: boolean): void => {
    problem.value = null;
    const text = line.trim();
    void source
      .send({ type: 'raiseHand', text: null, raised }, raised && text !== '' ? text : undefined)
      .then((outcome) => {
        problem.value = outcomeSentence(outcome);
        if (outcome.ok) write('');
      });
  };
  return (
    <section class="help" aria-labelledby="help-title">
      <h3 id="help-title">{help.title}</h3>
      {isUp ? (
        <>
          <p role="status">{help.up}</p>
          <button type="button" class="btn" onClick={() => raise(false)}>
            {help.lower}
          </button>
        </>
      ) : (
        <HelpForm line={line} write={write} raise={() => raise(true)} />
      )}
      {!isUp && <LastAnswer view={view} source={source} />}
      {problem.value !== null && <p class="panel-note">{problem.value}</p>}
    </section>
  );
}

interface FormProps {
  readonly line: string;
  readonly write: (text: string) => void;
  readonly raise: () => void;
}

function HelpForm({ line, write, raise }: FormProps) {
  const { help } = words.value.host;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        raise();
      }}
    >
      <label for="help-line">{help.field}</label>
      <input
        id="help-line"
        class="input"
        maxLength={MAX_HELP_LINE}
        autocomplete="off"
        value={line}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <button type="submit" class="btn">
        {help.raise}
      </button>
    </form>
  );
}
