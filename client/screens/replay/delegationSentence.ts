import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { labelled, words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** What happened inside a delegation; drafts only for viewers who see everything. */
export const delegationSentences: Sentences<'orderDrafted' | 'draftWithdrawn' | 'rolesSet'> = {
  orderDrafted: (view, { seat, order }, everything) =>
    everything
      ? labelled(words.value.delegation.said.drafted(seatName(view, seat)), orderPhrase(view, order))
      : null,
  draftWithdrawn: (view, { seat }, everything) =>
    everything ? words.value.delegation.said.withdrawn(seatName(view, seat)) : null,
  rolesSet: (view, { seat, roles }) => {
    const { said, unnamed } = words.value.delegation;
    const head = roles.find(({ role }) => role === 'head')?.delegate;
    const people = view.table.seats.find(({ id }) => id === seat)?.delegates;
    return said.roles(seatName(view, seat), people?.find(({ id }) => id === head)?.name ?? unnamed);
  },
};
