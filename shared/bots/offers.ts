import { MICRO } from '../model/micro.ts';
import type { SeatId } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { Clause } from '../session/vocabulary/clauses.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { BargainSight } from './bargainSight.ts';

/** What a character offers unasked, to whom, and in which rounds. */
interface Habit {
  readonly proposes: 'restraint' | 'commitment';
  /** Whether it asks the least or the most trusted first. */
  readonly to: 'rival' | 'partner';
  readonly rounds: 'all' | 'odd' | 'even';
  /** Least trust in a state that it asks. */
  readonly trustFrom: number;
}

const peaceful: Habit = { proposes: 'restraint', to: 'rival', rounds: 'all', trustFrom: 0 };

/**
 * What each character offers: the kind ask those they trust least for restraint; a bridge asks partners to commit; a hedger
 * secures the partners it has; a free-rider asks for a commitment it will not make itself. Hawks offer nothing.
 */
const habits: Readonly<Partial<Record<DispositionId, Habit>>> = {
  'unconditional-cooperator': peaceful,
  'conditional-cooperator': peaceful,
  'generous-reciprocator': { ...peaceful, rounds: 'odd' },
  bridge: { proposes: 'commitment', to: 'partner', rounds: 'even', trustFrom: 0.4 },
  hedger: { proposes: 'restraint', to: 'partner', rounds: 'odd', trustFrom: 0.45 },
  'free-rider': { proposes: 'commitment', to: 'partner', rounds: 'even', trustFrom: 0.35 },
};

/** For how many rounds restraint is offered. */
const TERM = 3;

/** The one offer a bot makes in a round, or null: none while it may not promise, has sealed, or has already offered. */
export function offerOf(
  disposition: DispositionId,
  sight: BargainSight,
): CommandOf<'proposeAgreement'> | null {
  const habit = habits[disposition];
  if (habit === undefined || sight.isBanned || sight.sealed !== null) return null;
  if (habit.rounds !== 'all' && (sight.round % 2 === 1) !== (habit.rounds === 'odd')) return null;
  if (sight.agreements.some((agreement) => isMine(sight, agreement) && agreement.changedIn >= sight.round))
    return null;
  const partner = partnerOf(habit, sight);
  if (partner === null) return null;
  const last = habit.proposes === 'restraint' ? sight.round + TERM - 1 : sight.round;
  return {
    type: 'proposeAgreement',
    parties: [sight.seat, partner],
    terms: {
      clauses: [clauseOf(habit, sight.round)],
      force: 'pledge',
      fromRound: sight.round,
      untilRound: Math.min(sight.rounds, last),
    },
    secrecy: 'public',
  };
}

function clauseOf({ proposes }: Habit, round: number): Clause {
  return proposes === 'restraint'
    ? { kind: 'mutualRestraint' }
    : { kind: 'carryOut', action: 'commit', towards: null, byRound: round };
}

/** Whom it asks: nobody twice in a row, nobody it has an agreement with, and no person who already has an offer to answer. */
function partnerOf(habit: Habit, sight: BargainSight): SeatId | null {
  const { seat, seats, trust } = sight;
  const free = seats
    .map((id, index) => ({ id, held: trust[index] ?? 0 }))
    .filter(({ id, held }) => id !== seat && held >= habit.trustFrom * MICRO && isFree(sight, id));
  const ordered = free.toSorted((a, b) => (habit.to === 'rival' ? a.held - b.held : b.held - a.held));
  return ordered[0]?.id ?? null;
}

function isFree(sight: BargainSight, other: SeatId): boolean {
  return !sight.agreements.some((agreement) => {
    const { status, parties, changedIn } = agreement;
    if (!parties.includes(other)) return false;
    if (status === 'proposed' && sight.people.includes(other)) return true;
    if (!parties.includes(sight.seat)) return false;
    const isLive = status === 'proposed' || status === 'inForce';
    return isLive || (isMine(sight, agreement) && changedIn >= sight.round - 1);
  });
}

function isMine({ seat }: BargainSight, { proposer }: AgreementView): boolean {
  return proposer === seat;
}
