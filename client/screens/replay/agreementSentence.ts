import { isPublicId } from '#shared/session/vocabulary/agreements.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { AgreementEvent } from '#shared/session/topics/agreements/foldAgreements.ts';
import { seatName, seatNames } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

/** What the record says of an agreement: offers and signatures; secret ones only to whoever sees everything. */
export function agreementSentence(view: View, event: AgreementEvent, everything: boolean): string | null {
  const { replay } = words.value.agreements;
  if (event.type === 'agreementProposed') {
    const { id, proposer, parties } = event.agreement;
    if (!everything && !isPublicId(id)) return null;
    const others = parties.filter((party) => party !== proposer);
    return replay.proposed(seatName(view, proposer), seatNames(view, others));
  }
  if (!everything && !isPublicId(event.agreement)) return null;
  switch (event.type) {
    case 'agreementSigned':
      return replay.signed(seatName(view, event.seat));
    case 'agreementUnsigned':
      return replay.unsigned(seatName(view, event.seat));
    case 'agreementJoined':
      return replay.joined(seatName(view, event.seat));
    case 'agreementRenewed':
      return replay.renewed(event.untilRound);
    default:
      return null;
  }
}
