import { type Signal, useSignal } from '@preact/signals';
import { MAX_HELP_LINE } from '#shared/session/topics/hands.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { seatView } from '../lookup.ts';

/** A raised hand: one line to the host, read by nobody else. Not in practice, where there is no host. */
export function HelpPanel({ view, source }: { readonly view: View; readonly source: ViewSource }) {
  const { help } = words.value.host;
  const line = useSignal('');
  const problem = useSignal<string | null>(null);
  const isUp = view.own !== null && seatView(view, view.own.seat)?.handRaised === true;
  if (view.viewer.kind !== 'delegate' || view.card.practice) return null;
  const raise = (raised: boolean): void => {
    problem.value = null;
    const text = line.value.trim();
    void source
      .send({ type: 'raiseHand', text: null, raised }, raised && text !== '' ? text : undefined)
      .then((outcome) => {
        problem.value = outcomeSentence(outcome);
        if (outcome.ok) line.value = '';
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
        <HelpForm line={line} raise={() => raise(true)} />
      )}
      {problem.value !== null && <p class="panel-note">{problem.value}</p>}
    </section>
  );
}

function HelpForm({ line, raise }: { readonly line: Signal<string>; readonly raise: () => void }) {
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
        value={line.value}
        onInput={(event) => {
          line.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="btn">
        {help.raise}
      </button>
    </form>
  );
}
