import { type Agreement, type AgreementStatus, renewalIn } from '../vocabulary/agreements.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Applies what a reveal does to an agreement. */
export function foldAtReveal(
  state: SessionState,
  event: EventOf<'agreementLapsed' | 'agreementJudged'>,
): SessionState {
  return event.type === 'agreementLapsed' ? agreementLapsed(state, event) : agreementJudged(state, event);
}

/** Adds an offer. */
export function agreementProposed(state: SessionState, event: EventOf<'agreementProposed'>): SessionState {
  return { ...state, agreements: [...state.agreements, event.agreement] };
}

/** Changes the wording of an offer. Only the seat that worded it keeps its signature, if it had one. */
export function agreementAmended(state: SessionState, event: EventOf<'agreementAmended'>): SessionState {
  const { agreement: id, seat, terms, wording, unsigned } = event;
  const signed = unsigned === true ? [] : [seat];
  return changed(state, id, (agreement) => ({ ...agreement, ...terms, wording, signed }));
}

/** Adds the signature of one delegate, where a majority has to sign. */
export function agreementEndorsed(state: SessionState, event: EventOf<'agreementEndorsed'>): SessionState {
  const { type: _type, ...endorsement } = event;
  return { ...state, endorsements: [...state.endorsements, endorsement] };
}

/** Adds a seat's signature. */
export function agreementSigned(state: SessionState, event: EventOf<'agreementSigned'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    signed: [...agreement.signed, event.seat],
  }));
}

/** Removes a seat's signature and the single signatures of its delegates. */
export function agreementUnsigned(state: SessionState, event: EventOf<'agreementUnsigned'>): SessionState {
  const { agreement: id, seat } = event;
  const unsigned = changed(state, id, (agreement) => ({
    ...agreement,
    signed: agreement.signed.filter((party) => party !== seat),
  }));
  const endorsements = state.endorsements.filter((one) => one.agreement !== id || one.seat !== seat);
  return { ...unsigned, endorsements };
}

/** Puts an agreement in force. */
export function agreementEntered(state: SessionState, event: EventOf<'agreementEntered'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'inForce',
    changedIn: event.round,
  }));
}

/** Withdraws an offer. */
export function agreementWithdrawn(state: SessionState, event: EventOf<'agreementWithdrawn'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'withdrawn',
    changedIn: event.round,
  }));
}

/** Ends an agreement because a party left, or notes the notice. */
export function agreementLeft(state: SessionState, event: EventOf<'agreementLeft'>): SessionState {
  const { seat: leaver, untilRound, round } = event;
  return changed(state, event.agreement, (agreement) =>
    untilRound === null
      ? { ...agreement, leaver, status: 'left', changedIn: round }
      : { ...agreement, leaver, untilRound },
  );
}

/** Adds a party that joins later, in its place among the seats. */
export function agreementJoined(state: SessionState, event: EventOf<'agreementJoined'>): SessionState {
  const { seat, fromRound } = event;
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    parties: state.seats.map(({ id }) => id).filter((id) => id === seat || agreement.parties.includes(id)),
    signed: [...agreement.signed, seat],
    joined: [...(agreement.joined ?? []), { seat, fromRound }],
  }));
}

/** Adds a party's consent to a longer term; a proposal with another end starts the count again. */
export function agreementRenewalAgreed(
  state: SessionState,
  event: EventOf<'agreementRenewalAgreed'>,
): SessionState {
  const { seat, round, untilRound } = event;
  return changed(state, event.agreement, (agreement) => {
    const open = renewalIn(agreement, round);
    const agreed = open?.untilRound === untilRound ? [...open.agreed, seat] : [seat];
    return { ...agreement, renewal: { untilRound, round, agreed } };
  });
}

/** Extends the term. */
export function agreementRenewed(state: SessionState, event: EventOf<'agreementRenewed'>): SessionState {
  const { untilRound } = event;
  return changed(state, event.agreement, (agreement) => ({ ...agreement, untilRound, renewal: null }));
}

/** Lapses an offer that not all parties had signed by the reveal. */
export function agreementLapsed(state: SessionState, event: EventOf<'agreementLapsed'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'lapsed',
    changedIn: event.round,
  }));
}

/** Adds a round's judgement and, if it was the last, ends the agreement. */
export function agreementJudged(state: SessionState, event: EventOf<'agreementJudged'>): SessionState {
  const { judgement, ends } = event;
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    judgements: [...agreement.judgements, judgement],
    status: ends ?? agreement.status,
    changedIn: ends === null ? agreement.changedIn : judgement.round,
  }));
}

function changed(state: SessionState, id: string, change: (agreement: Agreement) => Agreement): SessionState {
  return {
    ...state,
    agreements: state.agreements.map((agreement) => (agreement.id === id ? change(agreement) : agreement)),
  };
}

/** Agreements after a step back to a round: signatures stay; what later reveals judged or let lapse is undone. */
export function agreementsRewound(agreements: readonly Agreement[], toRound: number): readonly Agreement[] {
  return agreements.map((agreement) => ({
    ...agreement,
    ...(agreement.renewal ? { renewal: null } : {}),
    status: agreement.changedIn < toRound ? agreement.status : statusBefore(agreement),
    judgements: agreement.judgements.filter(({ round }) => round < toRound),
  }));
}

function statusBefore({ status, force }: Agreement): AgreementStatus {
  if (status === 'lapsed') return 'proposed';
  const wasJudged = status === 'kept' || status === 'breached' || status === 'expired';
  return wasJudged || (status === 'left' && force === 'binding') ? 'inForce' : status;
}
