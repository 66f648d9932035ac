import type { SeatId } from '../../model/world.ts';
import type { tableRefusals } from '../refusals.ts';
import type { SessionState } from '../state.ts';
import { type Agreement, bannedUntil } from './agreement.ts';
import type { CarryOutAction, Clause, Terms } from './clauses.ts';

type Fault = (typeof tableRefusals)[number];

/** Most open offers of one seat, offers it may make in one round, and wordings one offer may go through. */
const MAX_OPEN_OFFERS = 6;
const MAX_OFFERS_A_ROUND = 12;
const MAX_WORDINGS = 20;

/** The round that is being played. */
export function roundOf(state: SessionState): number {
  return state.world.round + 1;
}

/** Why these cannot agree with one another, or null. */
export function faultOfParties(state: SessionState, seat: SeatId, parties: readonly SeatId[]): Fault | null {
  const known = new Set(state.seats.map(({ id }) => id));
  if (parties.some((party) => !known.has(party))) return 'unknownParties';
  if (new Set(parties).size < parties.length) return 'unknownParties';
  if (!parties.includes(seat)) return 'notParty';
  return parties.length < 2 ? 'onlyYourself' : null;
}

/** Why the rules could not judge these terms, or null. */
export function faultOfTerms(state: SessionState, terms: Terms): Fault | null {
  const round = roundOf(state);
  const { fromRound, untilRound, force } = terms;
  if (fromRound < round || untilRound < fromRound || untilRound > state.plan.plan.rounds) {
    return 'termImpossible';
  }
  if (isTooLate(state, force, fromRound)) return 'bindingTooLate';
  return (
    terms.clauses.map((clause) => faultOfClause(state, terms, clause)).find((fault) => fault !== null) ?? null
  );
}

/** Binding terms must be settled before the decisions of their first round open: what lies sealed may breach them. */
export function isTooLate(state: SessionState, force: Terms['force'], fromRound: number): boolean {
  return force === 'binding' && state.phase.name === 'decision' && fromRound <= roundOf(state);
}

function faultOfClause(state: SessionState, terms: Terms, clause: Clause): Fault | null {
  const isSeat = (name: string): boolean => state.seats.some(({ id }) => id === name);
  switch (clause.kind) {
    case 'refrain': {
      const hasNoAim = clause.action === 'localize' || clause.action === 'join-exclusive';
      if (hasNoAim && clause.against !== 'anyone') return 'clauseUnjudgeable';
      const isKnown = clause.against === 'anyone' || clause.against === 'parties' || isSeat(clause.against);
      return isKnown ? null : 'unknownParties';
    }
    case 'carryOut': {
      if (clause.byRound < terms.fromRound || clause.byRound > terms.untilRound) return 'termImpossible';
      return faultOfAim(clause, isSeat);
    }
    case 'recognition': {
      const [one, other] = clause.groups;
      const fits = (id: number): boolean =>
        state.world.blocs.some(
          (bloc) => bloc.id === id && bloc.kind === 'functional' && bloc.field === clause.field,
        );
      return one !== other && fits(one) && fits(other) ? null : 'clauseUnjudgeable';
    }
    default:
      return null;
  }
}

function faultOfAim(
  clause: Extract<Clause, { kind: 'carryOut' }>,
  isSeat: (name: string) => boolean,
): Fault | null {
  const { action, towards } = clause;
  const hasAim = action === 'dialogue' || action === 'build-capacity' || action === 'bridge';
  if (towards === null) return hasAim && action !== 'bridge' ? 'clauseUnjudgeable' : null;
  if (!hasAim) return 'clauseUnjudgeable';
  return towards === 'parties' || isSeat(towards) ? null : 'unknownParties';
}

/** Why a seat may put no hand to these terms now, or null: it broke its word lately, or cannot do all it has bound itself to. */
export function faultOfSigning(
  state: SessionState,
  seat: SeatId,
  terms: Terms,
  id: string | null,
): Fault | null {
  if (bannedUntil(state.agreements, seat, roundOf(state)) !== null) return 'bannedFromPledges';
  if (terms.force !== 'binding') return null;
  const others = state.agreements.filter(
    (agreement) =>
      agreement.id !== id &&
      agreement.force === 'binding' &&
      (agreement.status === 'inForce' || agreement.status === 'proposed') &&
      agreement.signed.includes(seat),
  );
  return canDoAll(state, seat, [...others, terms]) ? null : 'contradictsBinding';
}

interface Due {
  readonly action: CarryOutAction;
  readonly from: number;
  readonly by: number;
}

/** One order a round: no stretch of rounds may hold more different deeds than it has rounds. */
function canDoAll(state: SessionState, seat: SeatId, all: readonly (Terms | Agreement)[]): boolean {
  const dues = duesOf(state, seat, all);
  return dues.every(({ from }) =>
    dues.every(({ by }) => {
      const within = dues.filter((due) => due.from >= from && due.by <= by).length;
      return by < from || within <= by - from + 1;
    }),
  );
}

/** The deeds a seat still owes; one deed can serve two promises whose rounds overlap. */
function duesOf(state: SessionState, seat: SeatId, all: readonly (Terms | Agreement)[]): readonly Due[] {
  const round = roundOf(state);
  let dues: readonly Due[] = [];
  for (const terms of all) {
    for (const clause of terms.clauses) {
      if (clause.kind !== 'carryOut' || clause.towards === seat || clause.byRound < round) continue;
      if ('judgements' in terms && hasDone(terms, clause, seat)) continue;
      const { action, byRound: by } = clause;
      const from = Math.max(round, terms.fromRound);
      const same = dues.find((due) => due.action === action && due.from <= by && from <= due.by);
      const both: Due =
        same === undefined
          ? { action, from, by }
          : { action, from: Math.max(same.from, from), by: Math.min(same.by, by) };
      dues = [...dues.filter((due) => due !== same), both];
    }
  }
  return dues;
}

function hasDone(agreement: Agreement, clause: Clause, seat: SeatId): boolean {
  const position = agreement.clauses.indexOf(clause);
  return agreement.judgements.some(({ evidence }) =>
    evidence.some((proof) => proof.kept && proof.clause === position && proof.seat === seat),
  );
}

/** Whether a seat has more on offer, or has offered more this round, than a table can read. */
export function offersTooMuch(state: SessionState, seat: SeatId): boolean {
  const own = state.agreements.filter(({ proposer }) => proposer === seat);
  const open = own.filter(({ status }) => status === 'proposed').length;
  const made = own.filter(({ changedIn }) => changedIn === roundOf(state)).length;
  return open >= MAX_OPEN_OFFERS || made >= MAX_OFFERS_A_ROUND;
}

/** Whether an offer has been reworded as often as it may. */
export function isWornOut({ wording }: Agreement): boolean {
  return wording >= MAX_WORDINGS;
}
