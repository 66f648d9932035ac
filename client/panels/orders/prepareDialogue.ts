import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { PlayState } from '../playState.ts';
import { orderInHandOf } from './orderInHand.ts';

/** Whether a dialogue can be prepared now: the card is dealt, and nothing is sealed. */
export function mayPrepareDialogue({ table, own }: View): boolean {
  const { phase } = table;
  return (
    own !== null &&
    (phase === 'negotiation' || phase === 'decision') &&
    own.order === null &&
    own.open.includes('dialogue')
  );
}

/** Prepares the dialogue card with a seat as target; on a full card the earliest target is dropped. */
export function prepareDialogue(view: View, ui: PlayState, seat: SeatId): void {
  const draft = ui.draft.value;
  ui.family.value = 'cooperate';
  const base = draft?.action === 'dialogue' ? draft : orderInHandOf('dialogue', draft?.expects ?? null);
  const targets = [...base.targets.filter((target) => target !== seat), seat].slice(-view.card.maxTargets);
  ui.draft.value = { ...base, targets };
}
