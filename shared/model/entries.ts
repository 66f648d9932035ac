import type { Micro } from './micro.ts';
import type { Reason } from './reasons.ts';
import type { Bloc } from './world.ts';

/**
 * Quantities that change by addition. World-wide ones have index 0; those of a seat its index; those of a pair `i * n + j`; those
 * of a bloc its id.
 */
export const quantities = [
  'regime',
  'institutions',
  'opacity',
  'competition',
  'development',
  'defence',
  'localization',
  'force',
  'shock',
  'score',
  'trust',
  'restriction',
  'barrier',
  'depth',
  'coordination',
] as const;
/** A quantity of the world that entries change. */
export type Quantity = (typeof quantities)[number];

/**
 * One change of one number and its cause. `delta` is in micro-units and is the actual change, after caps; `at` is the index of the
 * quantity (see `quantities`). A barrier entry stands for both directions and has `i < j`.
 */
export interface Change {
  readonly reason: Reason;
  /** Index of the seat that caused it; absent if no seat did. */
  readonly author?: number;
  /** The bloc through which it happened. */
  readonly bloc?: number;
  /** Place among the events of the round, if the reason does not tell which event it was; then it has no author. */
  readonly event?: number;
  readonly quantity: Quantity;
  readonly at: number;
  readonly delta: Micro;
}

/** Facts: what the world sets instead of adding up. `from` and `to` are plain JSON values of the named fact. */
export const facts = [
  'round',
  'passes',
  'stage',
  'locked',
  'counters',
  'grievance',
  'engaged',
  'bloc',
  'nextBloc',
] as const;
/** A fact that the world sets. */
export type Fact = (typeof facts)[number];

/** The value of a fact. */
export type FactValue = number | string | boolean | Bloc | null | Readonly<Record<string, number>>;

/**
 * A structural change: founding (`from` null), dissolving (`to` null), membership, age, marks, stage, lock, counters. An
 * engagement stands for both directions and has `i < j`. Depth or points inside a bloc's `from` and `to` are those of the round's
 * start, because only changes move them.
 */
export interface Assignment {
  readonly reason: Reason;
  readonly author?: number;
  readonly fact: Fact;
  readonly at: number;
  readonly from: FactValue;
  readonly to: FactValue;
}

/** One line of the ledger: a quantity changes by an amount, or a fact is set, with the reason. */
export type Entry = Change | Assignment;
