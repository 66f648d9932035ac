import type { SeatId } from '#shared/model/world.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import type { PhraseId } from '#shared/session/vocabulary/talk.ts';
import type { PlayState } from '../playState.ts';
import { orderInHandOf } from '../orders/orderInHand.ts';
import { isOurs, namedStates } from './talkThreads.ts';

/** Whether a dialogue can be prepared now: the card lies open, and nothing is sealed. */
export function mayPrepareDialogue({ table, own }: View): boolean {
  const { phase } = table;
  return (
    own !== null &&
    (phase === 'negotiation' || phase === 'decision') &&
    own.order === null &&
    own.open.includes('dialogue')
  );
}

/** Lays the dialogue card into the hand, aimed at a seat; where the card is full the earliest target gives way. */
export function prepareDialogue(view: View, ui: PlayState, seat: SeatId): void {
  const draft = ui.draft.value;
  ui.family.value = 'cooperate';
  const base = draft?.action === 'dialogue' ? draft : orderInHandOf('dialogue', draft?.expects ?? null);
  const targets = [...base.targets.filter((target) => target !== seat), seat].slice(-view.card.maxTargets);
  ui.draft.value = { ...base, targets };
}

const courtesies: readonly PhraseId[] = ['thankYou', 'agree', 'cannotAgree'];

/** The latest of these messages that another seat meant for mine: said to it in private, or naming it in public. Null where that was but a courtesy. */
export function lastForMe(view: View, messages: readonly MessageView[]): MessageView | null {
  const { own } = view;
  if (own === null) return null;
  const found = messages.findLast((message) => {
    const { channel, seat } = message;
    if (seat === null || seat === own.seat || isOurs(view, message)) return false;
    if (channel.kind === 'bilateral') return true;
    return channel.kind === 'plenary' && namedStates(view, message).includes(own.seat);
  });
  return found === undefined || closes(found) ? null : found;
}

/** Whether a message is a mere courtesy that asks for no answer. */
function closes({ phrase, text }: MessageView): boolean {
  return text === null && phrase !== null && courtesies.includes(phrase);
}
