import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { prepareDialogue } from './prepareDialogue.ts';
import type { PlayState } from '../playState.ts';
import { seatName } from '../lookup.ts';

/** Who spoke to the own seat last round; one tap answers each with a dialogue. */
export function AnswerRow({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { orders } = words.value;
  const { own } = view;
  if (!own || own.answerable.length === 0 || !own.open.includes('dialogue')) return null;
  const draft = ui.draft.value;
  return (
    <div class="answer coop">
      <span>{orders.answerTitle(words.value.list(own.answerable.map((seat) => seatName(view, seat))))}</span>
      {own.answerable.map((seat) => (
        <button
          key={seat}
          type="button"
          class="chip"
          aria-pressed={draft?.action === 'dialogue' && draft.targets.includes(seat)}
          onClick={() => prepareDialogue(view, ui, seat)}
        >
          <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
            <path class="answer-mark" d="M7 1L2 6l5 5M2 6h9a5 5 0 0 1 5 5v2" />
          </svg>
          {orders.answerWith(seatName(view, seat))}
        </button>
      ))}
    </div>
  );
}
