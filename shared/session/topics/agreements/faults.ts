import type { SeatId } from '../../../model/world.ts';
import type { Agreement } from '../../vocabulary/agreements.ts';
import type { Clause, Secrecy, Terms } from '../../vocabulary/clauses.ts';
import type { tableRefusals } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { roundOf } from '../table.ts';
import { circumstancesNow } from './circumstances.ts';
import { deedAsked, isAimed } from './deeds.ts';
import { isDeed } from './judge.ts';

type Fault = (typeof tableRefusals)[number];

/** Limits for one seat: open offers, offers made in one round, and rewordings of one offer. */
const MAX_OPEN_OFFERS = 6;
const MAX_OFFERS_A_ROUND = 12;
const MAX_WORDINGS = 20;

/** Why these seats cannot make an agreement with one another, or null. */
export function faultOfParties(state: SessionState, seat: SeatId, parties: readonly SeatId[]): Fault | null {
  const known = new Set(state.seats.map(({ id }) => id));
  if (parties.some((party) => !known.has(party))) return 'unknownParties';
  if (new Set(parties).size < parties.length) return 'unknownParties';
  if (!parties.includes(seat)) return 'notParty';
  return parties.length < 2 ? 'onlyYourself' : null;
}

/** Why the rules could not judge these terms, or null. */
export function faultOfTerms(
  state: SessionState,
  terms: Terms,
  parties: readonly SeatId[],
  secrecy: Secrecy,
): Fault | null {
  const round = roundOf(state);
  const { fromRound, untilRound, force } = terms;
  if (fromRound < round || untilRound < fromRound || untilRound > state.basis.plan.rounds) {
    return 'termImpossible';
  }
  if (force === 'binding' && state.basis.options.pledgesOnly) return 'pledgesOnly';
  if (isTooLate(state, force, fromRound)) return 'bindingTooLate';
  const { clauses } = terms;
  if (secrecy === 'secret' && clauses.some(({ kind }) => kind === 'corridor')) return 'corridorInSecret';
  const faults = clauses.map((clause) => faultOfClause(state, terms, parties, clause));
  return faults.find((fault) => fault !== null) ?? null;
}

/** Binding terms must be agreed before the decisions of their first round open: an order already sealed might breach them. */
export function isTooLate(state: SessionState, force: Terms['force'], fromRound: number): boolean {
  return force === 'binding' && state.phase.name === 'decision' && fromRound <= roundOf(state);
}

function faultOfClause(
  state: SessionState,
  terms: Terms,
  parties: readonly SeatId[],
  clause: Clause,
): Fault | null {
  if (isDeed(clause) && (clause.byRound < terms.fromRound || clause.byRound > terms.untilRound)) {
    return 'termImpossible';
  }
  const isSeat = (name: string): boolean => state.seats.some(({ id }) => id === name);
  switch (clause.kind) {
    case 'refrain': {
      const hasNoAim = clause.action === 'localize' || clause.action === 'join-exclusive';
      if (hasNoAim && clause.against !== 'anyone') return 'clauseUnjudgeable';
      const isKnown = clause.against === 'anyone' || clause.against === 'parties' || isSeat(clause.against);
      return isKnown ? null : 'unknownParties';
    }
    case 'carryOut':
      return faultOfAim(clause, parties, isSeat);
    case 'fund':
      return faultOfFund(clause, parties, isSeat);
    case 'recognition':
      return faultOfRecognition(state, clause);
    case 'joinGroup':
      return faultOfJoining(state, clause, parties);
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
    case 'review':
      return null;
  }
}

/** A deed is for a state that it can be aimed at; without an aim it can be for one party, which then owes nothing itself. */
function faultOfAim(
  { action, towards }: Extract<Clause, { kind: 'carryOut' }>,
  parties: readonly SeatId[],
  isSeat: (name: string) => boolean,
): Fault | null {
  const hasAim = isAimed(action);
  if (towards === null) return hasAim && action !== 'bridge' ? 'clauseUnjudgeable' : null;
  if (!hasAim) return parties.includes(towards) ? null : 'clauseUnjudgeable';
  return towards === 'parties' || isSeat(towards) ? null : 'unknownParties';
}

/** The giver of a fund must be a party and must not be the receiver. */
function faultOfFund(
  { giver, to }: Extract<Clause, { kind: 'fund' }>,
  parties: readonly SeatId[],
  isSeat: (name: string) => boolean,
): Fault | null {
  if (!isSeat(to) || (giver !== 'parties' && !isSeat(giver))) return 'unknownParties';
  if (giver === to || (giver !== 'parties' && !parties.includes(giver))) return 'clauseUnjudgeable';
  return null;
}

function faultOfRecognition(
  { world }: SessionState,
  { field, groups: [one, other] }: Extract<Clause, { kind: 'recognition' }>,
): Fault | null {
  const fits = (id: number): boolean =>
    world.blocs.some((bloc) => bloc.id === id && bloc.kind === 'functional' && bloc.field === field);
  return one !== other && fits(one) && fits(other) ? null : 'clauseUnjudgeable';
}

/** The group must exist, and at least one party must not be a member yet. */
function faultOfJoining(
  state: SessionState,
  clause: Extract<Clause, { kind: 'joinGroup' }>,
  parties: readonly SeatId[],
): Fault | null {
  const { groups } = circumstancesNow(state);
  return parties.some((party) => deedAsked(clause, party, groups) !== null) ? null : 'clauseUnjudgeable';
}

/** Whether a seat has reached the limit of open offers, or of offers in this round. */
export function offersTooMuch(state: SessionState, seat: SeatId): boolean {
  const own = state.agreements.filter(({ proposer }) => proposer === seat);
  const open = own.filter(({ status }) => status === 'proposed').length;
  const made = own.filter(({ changedIn }) => changedIn === roundOf(state)).length;
  return open >= MAX_OPEN_OFFERS || made >= MAX_OFFERS_A_ROUND;
}

/** Whether an offer has reached the limit of rewordings. */
export function isWornOut({ wording }: Agreement): boolean {
  return wording >= MAX_WORDINGS;
}
