import type { View } from '#shared/session/views/tableView.ts';
import type { WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly proposal: WhatIfProposal;
}

/** What would have been done instead, and in which round. */
export function CaseOrders({ view, proposal: { round, orders } }: Props) {
  return (
    <span class="case-orders">
      <span class="eyebrow">{words.value.debrief.round(round)}</span>
      {Object.entries(orders).map(([seat, order]) => (
        <span key={seat}>
          <b>{seatName(view, seat)}</b> {orderPhrase(view, order)}
        </span>
      ))}
    </span>
  );
}
