import type { View } from '#shared/session/views/tableView.ts';
import type { DelegationEvent } from '#shared/session/topics/delegations.ts';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

/** What happened inside a delegation, in one sentence; what was drafted only for whoever sees everything. */
export function delegationSentence(view: View, event: DelegationEvent, everything: boolean): string | null {
  const { said, unnamed } = words.value.delegation;
  const state = seatName(view, event.seat);
  switch (event.type) {
    case 'orderDrafted':
      return everything ? `${said.drafted(state)}: ${orderPhrase(view, event.order)}` : null;
    case 'draftWithdrawn':
      return everything ? said.withdrawn(state) : null;
    case 'rolesSet': {
      const head = event.roles.find(({ role }) => role === 'head')?.delegate;
      const people = view.table.seats.find(({ id }) => id === event.seat)?.delegates;
      return said.roles(state, people?.find(({ id }) => id === head)?.name ?? unnamed);
    }
  }
}
