import { sameJson } from '../lib/sameJson.ts';
import { MICRO } from '../model/micro.ts';
import type { SeatId } from '../model/world.ts';
import { deedAsked } from '../session/topics/agreements/deeds.ts';
import { isDeed } from '../session/topics/agreements/judge.ts';
import { clausesOf, type TemplateId, templates } from '../session/topics/agreements/templates.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { ObjectiveView } from '../session/views/tableView.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { Clause } from '../session/vocabulary/clauses.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { BargainSight } from './bargainSight.ts';
import { mannerOf } from './manners.ts';

/** What a character offers unasked, to whom, and in which rounds. */
interface Habit {
  /** In the order in which it offers them to the same state. */
  readonly offers: readonly TemplateId[];
  /** Whether it asks the least or the most trusted first. */
  readonly to: 'rival' | 'partner';
  readonly rounds: 'all' | 'odd' | 'even';
  /** Least trust in a state that it asks. */
  readonly trustFrom: number;
}

const peaceful: Habit = {
  offers: ['restraint', 'confidence', 'noListing'],
  to: 'rival',
  rounds: 'all',
  trustFrom: 0,
};

/**
 * What each character offers: the kind ask those they trust least for restraint; a bridge asks partners to commit and links groups;
 * a hedger secures the partners it has, its group and its data; a free-rider asks for a commitment it will not make itself. Hawks
 * offer nothing.
 */
const habits: Readonly<Partial<Record<DispositionId, Habit>>> = {
  'unconditional-cooperator': peaceful,
  'conditional-cooperator': { ...peaceful, offers: ['restraint', 'noEspionage', 'corridor'] },
  'generous-reciprocator': { ...peaceful, rounds: 'odd' },
  bridge: { offers: ['commit', 'recognise', 'experts'], to: 'partner', rounds: 'even', trustFrom: 0.4 },
  hedger: { offers: ['restraint', 'accession', 'corridor'], to: 'partner', rounds: 'odd', trustFrom: 0.45 },
  'free-rider': { offers: ['commit', 'fund'], to: 'partner', rounds: 'even', trustFrom: 0.35 },
};

/** What an objective makes a state offer. */
const aims: Readonly<Record<ObjectiveView['id'], TemplateId>> = {
  'rule-maker': 'commit',
  reconciler: 'regional',
  'non-aligned': 'noEspionage',
  'camp-leader': 'supplyChain',
  shield: 'cables',
  'gap-closer': 'infrastructure',
};

/** The template that a state offers for the sake of an objective. */
export function offeredFor(objective: ObjectiveView['id']): TemplateId {
  return aims[objective];
}

/** The templates that a character offers by habit, the first first. */
export function habitOf(disposition: DispositionId): readonly TemplateId[] {
  return habits[disposition]?.offers ?? [];
}

type Offer = CommandOf<'proposeAgreement'>;

/** The one offer a bot makes in a round, or null: none while it may not promise, has sealed, or has already offered. */
export function offerOf(disposition: DispositionId, sight: BargainSight): Offer | null {
  if (sight.isBanned || sight.sealed !== null || mannerOf(disposition).signsFrom > 1) return null;
  if (sight.agreements.some((agreement) => isMine(sight, agreement) && agreement.changedIn >= sight.round))
    return null;
  return (
    exchangeForMeasure(disposition, sight) ?? forObjective(disposition, sight) ?? byHabit(disposition, sight)
  );
}

/** A state whose measure stands against it is offered a dialogue for lifting it: each owes its own part alone. */
function exchangeForMeasure(disposition: DispositionId, sight: BargainSight): Offer | null {
  const { seat, round, rounds, measuresBy } = sight;
  if (!mannerOf(disposition).keepsWord || round >= rounds) return null;
  const byRound = round + 1;
  for (const other of measuresBy) {
    const clauses: readonly Clause[] = [
      { kind: 'carryOut', action: 'roll-back', towards: seat, byRound },
      { kind: 'carryOut', action: 'dialogue', towards: other, byRound },
    ];
    if (isFree(sight, other) && !hasOffered(sight, other, clauses))
      return proposing(sight, other, clauses, 2);
  }
  return null;
}

/** What would bring it nearer to an objective, to a state that the objective is about, else to the most trusted. */
function forObjective(disposition: DispositionId, sight: BargainSight): Offer | null {
  const trustFrom = mannerOf(disposition).signsFrom;
  for (const { id, about, done } of sight.objectives) {
    if (done) continue;
    const ranked = rankedBy(sight, 'partner', trustFrom);
    const partners = about.length === 0 ? ranked : ranked.filter((other) => about.includes(other));
    const offer = firstOffer(sight, partners, [aims[id]]);
    if (offer !== null) return offer;
  }
  return null;
}

function byHabit(disposition: DispositionId, sight: BargainSight): Offer | null {
  const habit = habits[disposition];
  if (habit === undefined) return null;
  if (habit.rounds !== 'all' && (sight.round % 2 === 1) !== (habit.rounds === 'odd')) return null;
  return firstOffer(sight, rankedBy(sight, habit.to, habit.trustFrom), habit.offers);
}

/** The first of these that fits one of these states and was not offered to it before. */
function firstOffer(
  sight: BargainSight,
  partners: readonly SeatId[],
  offered: readonly TemplateId[],
): Offer | null {
  for (const partner of partners) {
    for (const template of offered) {
      const clauses = clausesOf(template, meetingWith(sight, partner));
      if (clauses === null || hasOffered(sight, partner, clauses)) continue;
      // Common rules grow by what many do in the same round.
      const rounds = template === 'commit' ? 1 : templates[template].rounds;
      const fitting = clauses.map((clause) => withinTerm(sight, clause, rounds));
      if (fitting.every((clause) => isWithinReach(sight, clause)))
        return proposing(sight, partner, fitting, rounds);
    }
  }
  return null;
}

function meetingWith({ seat, seats, groups, round }: BargainSight, partner: SeatId) {
  return { proposer: seat, partners: [partner], seats, groups, fromRound: round };
}

/** Deeds are due before the term and the session end. */
function withinTerm({ round, rounds }: BargainSight, clause: Clause, term: number): Clause {
  const last = Math.min(rounds, round + term - 1);
  return 'byRound' in clause ? { ...clause, byRound: Math.min(last, clause.byRound) } : clause;
}

/** It promises only deeds whose card it will hold in time. */
function isWithinReach({ seat, about, open, later }: BargainSight, clause: Clause): boolean {
  if (!isDeed(clause)) return true;
  const deed = deedAsked(clause, seat, about.groups);
  if (deed === null || open.includes(deed.action)) return true;
  return later.some(({ action, round }) => action === deed.action && round <= clause.byRound);
}

function proposing(
  { seat, round, rounds }: BargainSight,
  partner: SeatId,
  clauses: readonly Clause[],
  term: number,
): Offer {
  return {
    type: 'proposeAgreement',
    parties: [seat, partner],
    terms: { clauses, force: 'pledge', fromRound: round, untilRound: Math.min(rounds, round + term - 1) },
    secrecy: 'public',
  };
}

/**
 * Whom it asks, the first first: nobody twice in a row, nobody it has an agreement with, and no person who already has an offer to
 * answer.
 */
function rankedBy(sight: BargainSight, first: Habit['to'], trustFrom: number): readonly SeatId[] {
  const { seat, seats, trust } = sight;
  const free = seats
    .map((id, index) => ({ id, held: trust[index] ?? 0 }))
    .filter(({ id, held }) => id !== seat && held >= trustFrom * MICRO && isFree(sight, id));
  return free.toSorted((a, b) => (first === 'rival' ? a.held - b.held : b.held - a.held)).map(({ id }) => id);
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

/** Whether it has offered a state the same before, and that came to nothing. */
function hasOffered(sight: BargainSight, other: SeatId, clauses: readonly Clause[]): boolean {
  return sight.agreements.some(
    (agreement) =>
      isMine(sight, agreement) &&
      agreement.parties.includes(other) &&
      agreement.status !== 'kept' &&
      sameJson(agreement.clauses.map(gistOf), clauses.map(gistOf)),
  );
}

/** A clause without its round. */
function gistOf(clause: Clause): Clause {
  return 'byRound' in clause ? { ...clause, byRound: 1 } : clause;
}

function isMine({ seat }: BargainSight, { proposer }: AgreementView): boolean {
  return proposer === seat;
}
