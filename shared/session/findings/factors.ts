import { HOLD } from '../../model/actions.ts';
import type { Entry, Quantity } from '../../model/entries.ts';
import { derive, indicatorsOf } from '../../model/indicators.ts';
import { developmentGap } from '../../model/layers.ts';
import type { Micro } from '../../model/micro.ts';
import type { SeatId } from '../../model/world.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import { authorsOf } from './authors.ts';
import { worldAtEndOf } from './kinds.ts';

/** The three factors of the paper. [cai-zhang §2] */
export const paperFactors = ['technical', 'institutional', 'competitive'] as const;
/** A factor of the paper. */
export type PaperFactor = (typeof paperFactors)[number];

/**
 * Whose orders acted on a factor in a round, by the ledger, those who did it together included: for the better, for the worse. In
 * the order of the seats.
 */
export interface ActedOn {
  readonly eased: readonly SeatId[];
  readonly worsened: readonly SeatId[];
}

/** A round as far as the factors go. */
export interface FactorRound {
  readonly round: number;
  /** How far apart states are in development after the round: the mean distance of two of them, micro-units. */
  readonly gap: Micro;
  readonly acted: Readonly<Record<PaperFactor, ActedOn>>;
}

/** What the factors came to over a session. [decision 0081] */
export interface FactorStory {
  /** How far apart states were in development at the opening. */
  readonly openingGap: Micro;
  readonly rounds: readonly FactorRound[];
  /** Orders that were not *hold*. */
  readonly orders: number;
  /** How many of them acted on each factor for the better. */
  readonly eased: Readonly<Record<PaperFactor, number>>;
  /**
   * By how many factors were acted on for the better in a round, from none to three: how many such rounds, and how far the dial
   * moved in all of them.
   */
  readonly together: readonly { readonly rounds: number; readonly dial: Micro }[];
}

/** What a number of the world belongs to, and which way is better. */
const numbersOfFactors: Partial<Record<Quantity, { readonly factor: PaperFactor; readonly better: 1 | -1 }>> =
  {
    opacity: { factor: 'technical', better: -1 },
    barrier: { factor: 'technical', better: -1 },
    development: { factor: 'technical', better: 1 },
    regime: { factor: 'institutional', better: 1 },
    institutions: { factor: 'institutional', better: 1 },
    competition: { factor: 'competitive', better: -1 },
  };

/** The factors over all resolved rounds; `entriesIn` gives the ledger of a round as far as its reader may know it. */
export function factorsOf(
  state: SessionState,
  entriesIn: (record: RoundRecord) => readonly Entry[],
): FactorStory {
  const rounds = state.rounds.map((record) => ({
    round: record.round,
    gap: gapAfter(state, record.round),
    acted: actedOn(state, record, entriesIn(record)),
  }));
  const count = (factor: PaperFactor): number =>
    rounds.reduce((sum, { acted }) => sum + acted[factor].eased.length, 0);
  return {
    openingGap: gapAfter(state, 0),
    rounds,
    orders: state.rounds.reduce((sum, record) => sum + givenIn(state, record), 0),
    eased: {
      technical: count('technical'),
      institutional: count('institutional'),
      competitive: count('competitive'),
    },
    together: togetherOf(state, rounds),
  };
}

function givenIn({ seats }: SessionState, { orders }: RoundRecord): number {
  return seats.filter(({ id }) => (orders[id] ?? HOLD).action !== 'hold').length;
}

function gapAfter(state: SessionState, round: number): Micro {
  return Math.round(developmentGap(worldAtEndOf(state, round)));
}

function actedOn(state: SessionState, record: RoundRecord, entries: readonly Entry[]): FactorRound['acted'] {
  const { seats } = state;
  const sums: Record<PaperFactor, number[]> = {
    technical: seats.map(() => 0),
    institutional: seats.map(() => 0),
    competitive: seats.map(() => 0),
  };
  for (const entry of entries) {
    const number = 'quantity' in entry ? numbersOfFactors[entry.quantity] : undefined;
    if (number === undefined || !('quantity' in entry)) continue;
    const list = sums[number.factor];
    const authors = authorsOf(state, record, entry);
    for (const author of authors)
      list[author] = (list[author] ?? 0) + (number.better * entry.delta) / authors.length;
  }
  const split = (factor: PaperFactor): ActedOn => ({
    eased: seats.flatMap(({ id }, index) => ((sums[factor][index] ?? 0) > 0 ? [id] : [])),
    worsened: seats.flatMap(({ id }, index) => ((sums[factor][index] ?? 0) < 0 ? [id] : [])),
  });
  return {
    technical: split('technical'),
    institutional: split('institutional'),
    competitive: split('competitive'),
  };
}

function openingDial(state: SessionState): Micro {
  const { setting } = state.basis;
  return indicatorsOf(setting, derive(setting, worldAtEndOf(state, 0))).direction;
}

function togetherOf(state: SessionState, rounds: readonly FactorRound[]): FactorStory['together'] {
  const dialAfter = (round: number): Micro | undefined => state.rounds[round - 1]?.indicators.direction;
  return [0, 1, 2, 3].map((factors) => {
    const such = rounds.filter(
      ({ acted }) => paperFactors.filter((factor) => acted[factor].eased.length > 0).length === factors,
    );
    const moved = such.map(({ round }) => {
      const before = round === 1 ? openingDial(state) : dialAfter(round - 1);
      return (dialAfter(round) ?? 0) - (before ?? 0);
    });
    return { rounds: such.length, dial: moved.reduce((sum, one) => sum + one, 0) };
  });
}
