import type { View } from '#shared/session/tableView.ts';
import { words } from '../text/language.ts';
import type { Desk } from './desk.ts';
import { draftOf } from './draft.ts';
import { seatName } from './lookup.ts';

/** Who spoke to me last round, each to be answered with a dialogue in one tap. */
export function AnswerRow({ view, desk }: { readonly view: View; readonly desk: Desk }) {
  const { orders } = words.value;
  const { own } = view;
  if (!own || own.answerable.length === 0 || !own.open.includes('dialogue')) return null;
  const draft = desk.draft.value;
  const answer = (seat: string): void => {
    desk.family.value = 'cooperate';
    const base = draft?.action === 'dialogue' ? draft : draftOf('dialogue', draft?.expects ?? null);
    const targets = [...base.targets.filter((target) => target !== seat), seat].slice(-view.card.maxTargets);
    desk.draft.value = { ...base, targets };
  };
  return (
    <div class="answer coop">
      <span>{orders.answerTitle(words.value.list(own.answerable.map((seat) => seatName(view, seat))))}</span>
      {own.answerable.map((seat) => (
        <button
          key={seat}
          type="button"
          class="chip"
          aria-pressed={draft?.action === 'dialogue' && draft.targets.includes(seat)}
          onClick={() => answer(seat)}
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
