import { assertNever } from '../../../lib/assertNever.ts';
import { type Agreement, renewalIn } from '../../vocabulary/agreements.ts';
import type { Event, EventOf } from '../../vocabulary/events.ts';
import type { SessionState } from '../../vocabulary/state.ts';

/** The events of an agreement's life. */
export type AgreementEvent = Extract<Event, { readonly type: `agreement${string}` }>;

/** Whether an event is one of an agreement's life. */
export function isAgreementEvent(event: Event): event is AgreementEvent {
  return event.type.startsWith('agreement');
}

/** Folds an event of an agreement's life. */
export function foldAgreement(state: SessionState, event: AgreementEvent): SessionState {
  switch (event.type) {
    case 'agreementProposed':
      return agreementProposed(state, event);
    case 'agreementAmended':
      return agreementAmended(state, event);
    case 'agreementEndorsed':
      return agreementEndorsed(state, event);
    case 'agreementSigned':
      return agreementSigned(state, event);
    case 'agreementUnsigned':
      return agreementUnsigned(state, event);
    case 'agreementEntered':
      return agreementEntered(state, event);
    case 'agreementWithdrawn':
      return agreementWithdrawn(state, event);
    case 'agreementLeft':
      return agreementLeft(state, event);
    case 'agreementJoined':
      return agreementJoined(state, event);
    case 'agreementRenewalAgreed':
      return agreementRenewalAgreed(state, event);
    case 'agreementRenewed':
      return agreementRenewed(state, event);
    case 'agreementLapsed':
      return agreementLapsed(state, event);
    case 'agreementJudged':
      return agreementJudged(state, event);
    default:
      return assertNever(event);
  }
}

function agreementProposed(state: SessionState, event: EventOf<'agreementProposed'>): SessionState {
  return { ...state, agreements: [...state.agreements, event.agreement] };
}

/** Folds a new wording: at most who worded it has signed it. */
function agreementAmended(state: SessionState, event: EventOf<'agreementAmended'>): SessionState {
  const { agreement: id, seat, terms, wording, unsigned } = event;
  const signed = unsigned === true ? [] : [seat];
  return changed(state, id, (agreement) => ({ ...agreement, ...terms, wording, signed }));
}

/** Folds the signature of one delegate where a majority has to sign. */
function agreementEndorsed(state: SessionState, event: EventOf<'agreementEndorsed'>): SessionState {
  const { type: _type, ...endorsement } = event;
  return { ...state, endorsements: [...state.endorsements, endorsement] };
}

/** Folds a signature. */
function agreementSigned(state: SessionState, event: EventOf<'agreementSigned'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    signed: [...agreement.signed, event.seat],
  }));
}

/** Folds a signature taken back, and with it what people of that state had put under the offer. */
function agreementUnsigned(state: SessionState, event: EventOf<'agreementUnsigned'>): SessionState {
  const { agreement: id, seat } = event;
  const unsigned = changed(state, id, (agreement) => ({
    ...agreement,
    signed: agreement.signed.filter((party) => party !== seat),
  }));
  const endorsements = state.endorsements.filter((one) => one.agreement !== id || one.seat !== seat);
  return { ...unsigned, endorsements };
}

function agreementEntered(state: SessionState, event: EventOf<'agreementEntered'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'inForce',
    changedIn: event.round,
  }));
}

/** Folds an offer taken back. */
function agreementWithdrawn(state: SessionState, event: EventOf<'agreementWithdrawn'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'withdrawn',
    changedIn: event.round,
  }));
}

/** Folds a leaving, or the notice of one. */
function agreementLeft(state: SessionState, event: EventOf<'agreementLeft'>): SessionState {
  const { seat: leaver, untilRound, round } = event;
  return changed(state, event.agreement, (agreement) =>
    untilRound === null
      ? { ...agreement, leaver, status: 'left', changedIn: round }
      : { ...agreement, leaver, untilRound },
  );
}

/** Folds a late comer: a party in its place among the seats. */
function agreementJoined(state: SessionState, event: EventOf<'agreementJoined'>): SessionState {
  const { seat, fromRound } = event;
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    parties: state.seats.map(({ id }) => id).filter((id) => id === seat || agreement.parties.includes(id)),
    signed: [...agreement.signed, seat],
    joined: [...(agreement.joined ?? []), { seat, fromRound }],
  }));
}

/** Folds a consent to a longer term; another end than the one on the table starts anew. */
function agreementRenewalAgreed(state: SessionState, event: EventOf<'agreementRenewalAgreed'>): SessionState {
  const { seat, round, untilRound } = event;
  return changed(state, event.agreement, (agreement) => {
    const open = renewalIn(agreement, round);
    const agreed = open?.untilRound === untilRound ? [...open.agreed, seat] : [seat];
    return { ...agreement, renewal: { untilRound, round, agreed } };
  });
}

function agreementRenewed(state: SessionState, event: EventOf<'agreementRenewed'>): SessionState {
  const { untilRound } = event;
  return changed(state, event.agreement, (agreement) => ({ ...agreement, untilRound, renewal: null }));
}

/** Folds an offer that the reveal overtook. */
function agreementLapsed(state: SessionState, event: EventOf<'agreementLapsed'>): SessionState {
  return changed(state, event.agreement, (agreement) => ({
    ...agreement,
    status: 'lapsed',
    changedIn: event.round,
  }));
}

/** Folds a round's judgement and, where it was the last, the end. */
function agreementJudged(state: SessionState, event: EventOf<'agreementJudged'>): SessionState {
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
