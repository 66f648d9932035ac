import { isPublicId } from '#shared/session/vocabulary/agreements.ts';
import type { EventType } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatName, seatNames } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** What the record says of an agreement: offers and signatures; secret ones only for viewers who see everything. */
export const agreementSentences: Sentences<Extract<EventType, `agreement${string}`>> = {
  agreementProposed: (view, { agreement: { id, proposer, parties } }, everything) => {
    if (!everything && !isPublicId(id)) return null;
    const others = parties.filter((party) => party !== proposer);
    return words.value.agreements.replay.proposed(seatName(view, proposer), seatNames(view, others));
  },
  agreementSigned: about((view, { seat }) => words.value.agreements.replay.signed(seatName(view, seat))),
  agreementUnsigned: about((view, { seat }) => words.value.agreements.replay.unsigned(seatName(view, seat))),
  agreementJoined: about((view, { seat }) => words.value.agreements.replay.joined(seatName(view, seat))),
  agreementRenewed: about((_view, { untilRound }) => words.value.agreements.replay.renewed(untilRound)),
  agreementAmended: nothing,
  agreementEndorsed: nothing,
  agreementEntered: nothing,
  agreementWithdrawn: nothing,
  agreementLeft: nothing,
  agreementRenewalAgreed: nothing,
  agreementLapsed: nothing,
  agreementJudged: nothing,
};

/** A sentence for viewers who may know of the agreement. */
function about<Told extends { readonly agreement: string }>(
  sentence: (view: View, event: Told) => string,
): (view: View, event: Told, everything: boolean) => string | null {
  return (view, event, everything) =>
    everything || isPublicId(event.agreement) ? sentence(view, event) : null;
}

function nothing(): null {
  return null;
}
