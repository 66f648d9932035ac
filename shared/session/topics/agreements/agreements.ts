import { failed, ok, type Result } from '../../../lib/result.ts';
import type { SeatId } from '../../../model/world.ts';
import type { Actor } from '../../vocabulary/actors.ts';
import type { Agreement } from '../../vocabulary/agreements.ts';
import { faultOfSigning } from './contradictions.ts';
import { faultOfParties, faultOfTerms, isTooLate, isWornOut, offersTooMuch } from './faults.ts';
import { speakerOf, roundOf } from '../table.ts';
import type { CommandOf } from '../../vocabulary/commands.ts';
import type { Decision } from '../../vocabulary/decision.ts';
import {
  endorsement,
  faultOfSpeaking,
  hasEndorsed,
  headSpeaks,
  isEnough,
  isSignedByWording,
} from '../endorsing.ts';
import type { Event } from '../../vocabulary/events.ts';
import type { Refusal } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { type ActingParty, partyOf } from './agreementParties.ts';

/** A seat offers an agreement; the offer carries its signature. */
export function proposeAgreement(
  state: SessionState,
  command: CommandOf<'proposeAgreement'>,
  actor: Actor,
): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const seat = seated.value;
  const { parties, terms, secrecy, accession } = command;
  const isOpen = accession === 'open';
  const fault =
    faultOfSpeaking(state, seat, actor) ??
    faultOfParties(state, seat, parties) ??
    (isOpen && secrecy === 'secret' ? 'openInSecret' : null) ??
    faultOfTerms(state, terms, parties, secrecy) ??
    faultOfSigning(state, seat, terms, null) ??
    (offersTooMuch(state, seat) ? 'tooManyOffers' : null);
  if (fault !== null) return failed({ code: fault });
  const inOrder = state.seats.map(({ id }) => id).filter((id) => parties.includes(id));
  const agreement: Agreement = {
    ...terms,
    id: nextId(state, inOrder, secrecy),
    proposer: seat,
    parties: inOrder,
    secrecy,
    ...(isOpen ? { accession } : {}),
    wording: 1,
    signed: isSignedByWording(state, seat, actor) ? [seat] : [],
    status: 'proposed',
    changedIn: roundOf(state),
    leaver: null,
    judgements: [],
  };
  return ok([{ type: 'agreementProposed', agreement }, ...endorsement(state, seat, actor, agreement)]);
}

/** Secret agreements are numbered per set of parties: gaps in a common count would give them away. */
function nextId({ agreements, seats }: SessionState, parties: readonly SeatId[], secrecy: string): string {
  const places = parties.map((party) => seats.findIndex(({ id }) => id === party)).join('.');
  const stem = secrecy === 'public' ? 'public' : `secret-${places}`;
  return `${stem}-${agreements.filter(({ id }) => id.startsWith(`${stem}-`)).length + 1}`;
}

/** A party changes the words of an open offer; all signatures but its own are removed. */
export function amendAgreement(
  state: SessionState,
  command: CommandOf<'amendAgreement'>,
  actor: Actor,
): Decision {
  const found = offerFor(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  if (command.wording !== agreement.wording) return failed({ code: 'offerChanged' });
  const { terms } = command;
  const fault =
    faultOfSpeaking(state, seat, actor) ??
    faultOfTerms(state, terms, agreement.parties, agreement.secrecy) ??
    faultOfSigning(state, seat, terms, agreement.id) ??
    (isWornOut(agreement) ? 'tooManyOffers' : null);
  if (fault !== null) return failed({ code: fault });
  const wording = agreement.wording + 1;
  const unsigned = isSignedByWording(state, seat, actor) ? {} : { unsigned: true as const };
  return ok([
    { type: 'agreementAmended', agreement: agreement.id, seat, terms, wording, ...unsigned },
    ...endorsement(state, seat, actor, { id: agreement.id, wording }),
  ]);
}

/** A party signs the wording it has read; the last signature puts the agreement in force. */
export function signAgreement(
  state: SessionState,
  command: CommandOf<'signAgreement'>,
  actor: Actor,
): Decision {
  const found = offerFor(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  if (command.wording !== agreement.wording) return failed({ code: 'offerChanged' });
  if (agreement.signed.includes(seat)) return failed({ code: 'alreadySigned' });
  if (isTooLate(state, agreement.force, agreement.fromRound)) return failed({ code: 'bindingTooLate' });
  const fault =
    faultOfSpeaking(state, seat, actor) ??
    faultOfSigning(state, seat, agreement, agreement.id) ??
    (hasEndorsed(state, seat, actor, agreement) ? 'signedAlready' : null);
  if (fault !== null) return failed({ code: fault });
  const endorsed = endorsement(state, seat, actor, agreement);
  if (!isEnough(state, seat, agreement, endorsed)) return ok(endorsed);
  const signed: Event = { type: 'agreementSigned', agreement: agreement.id, seat };
  if (agreement.signed.length + 1 < agreement.parties.length) return ok([...endorsed, signed]);
  return ok([
    ...endorsed,
    signed,
    { type: 'agreementEntered', agreement: agreement.id, round: roundOf(state) },
  ]);
}

/** While an offer is open, its proposer may withdraw it; any other party may take back its signature. */
export function withdrawAgreement(
  state: SessionState,
  command: CommandOf<'withdrawAgreement'>,
  actor: Actor,
): Decision {
  const found = offerFor(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  const isProposer = agreement.proposer === seat;
  if (!isProposer && !agreement.signed.includes(seat)) return failed({ code: 'notProposer' });
  if (!headSpeaks(state, seat, actor)) return failed({ code: 'headSigns' });
  if (!isProposer) return ok([{ type: 'agreementUnsigned', agreement: agreement.id, seat }]);
  return ok([{ type: 'agreementWithdrawn', agreement: agreement.id, round: roundOf(state) }]);
}

function offerFor(state: SessionState, actor: Actor, id: string): Result<ActingParty, Refusal> {
  const found = partyOf(state, actor, id);
  if (!found.ok || found.value.agreement.status === 'proposed') return found;
  return failed({ code: 'notOnOffer' });
}
