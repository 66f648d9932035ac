import { at, int, num } from '../../lib/at.ts';
import type { Assignment } from '../entries.ts';
import { maxTargets } from '../legality.ts';
import type { Parameters } from '../parameters.ts';
import type { Book, Heading } from './book.ts';
import type { Cells } from './cells.ts';
import type { Workspace } from './workspace.ts';
import { NO_INDEX, note } from './book.ts';
import type { IndexedEvent, Move } from './moves.ts';
import type { Perception } from './perception.ts';
import type { Recognition } from '../world.ts';
import { INSTITUTIONS, OPACITY, REGIME } from './cells.ts';
import type { Standing } from './standing.ts';

/** What a round collects over its passes in addition to the book. */
export interface RoundChanges {
  /** Structural changes, in the order in which they must be applied. */
  readonly structure: Assignment[];
  /** Groups that became coordinated, to be applied after the numbers. */
  readonly marks: Assignment[];
  /** Who gained a right to answer whom, as `[holder, offender]`. */
  readonly grievances: (readonly [number, number])[];
  readonly attributed: (readonly [number, number])[];
  /** Next free bloc id. */
  nextBloc: number;
  /** Members that are out after the round's moves. */
  readonly expelled: readonly { readonly seat: number; readonly bloc: number }[];
}

/** A round while it is resolved: the current numbers, and what was fixed at the start. [model D.3] */
export interface Pass {
  readonly standing: Standing;
  readonly p: Parameters;
  readonly n: number;
  readonly round: RoundChanges;
  readonly book: Book;
  readonly moves: readonly Move[];
  readonly events: readonly IndexedEvent[];
  readonly recognitions: readonly Recognition[];
  readonly first: boolean;
  /** Rights to answer at the start of the round, flat `i * n + j`. */
  readonly grievance: readonly number[];
  /** Whether an undecided operation becomes known, given the odds. */
  readonly comesToLight: (author: number, target: number, odds: number) => boolean;
  /** δ: share of gains that the lock leaves; 1 without it. */
  readonly damp: number;
  /** k: most targets of an action. */
  readonly mostTargets: number;
  /** The arrays of this round. */
  readonly workspace: Workspace;
  /** All numbers as they were before this pass. */
  readonly start: Cells;
  /** Trust and development as they were before this pass. */
  readonly trust0: Float64Array;
  readonly development0: Float64Array;
  /** What seats perceived before this pass. */
  readonly before: Perception;
  /** Share of multilateral acts that institutions let through. */
  readonly amp: number;
  /** ω°: effective opacity before this pass. */
  readonly opacity0: number;
  /** Sums of gains and losses of i's trust in j, flat. */
  readonly gains: Float64Array;
  readonly losses: Float64Array;
  /** Slot of each seat's active camp, −1 without one; updated when membership has changed. */
  readonly camp: Int32Array;
  /** Shares of the world that act in each way; set by cooperation. */
  shares: ActingShares;
}

/** Shares of the world, by weight, that act in ways the world-wide numbers respond to. [model D.3 step 5] */
export interface ActingShares {
  /** P: committing states, by rule weight. */
  readonly participation: number;
  /** s₄: states that open standards. */
  readonly opening: number;
  /** By seat, its part of `dlg`: dialogue, bridge and roll-back. */
  readonly dialogue: Float64Array;
  /** By seat, its part of `host`: restriction, force and localization. */
  readonly hostility: Float64Array;
}

/** What all passes of a round share. */
export interface PassSetup {
  readonly standing: Standing;
  readonly workspace: Workspace;
  readonly round: RoundChanges;
  readonly recognitions: readonly Recognition[];
  readonly grievance: readonly number[];
  readonly comesToLight: Pass['comesToLight'];
  readonly damp: number;
}

/** Fixes what a pass reads from its start. */
export function openPass(
  setup: PassSetup,
  moves: readonly Move[],
  events: readonly IndexedEvent[],
  first: boolean,
  before: Perception,
): Pass {
  const { standing, workspace } = setup;
  const { n, p, dials } = standing;
  workspace.start.all.set(standing.all);
  workspace.camp.set(before.camp);
  workspace.gains.fill(0);
  workspace.losses.fill(0);
  return {
    standing,
    p,
    n,
    round: setup.round,
    book: workspace.book,
    moves,
    events,
    recognitions: setup.recognitions,
    first,
    grievance: setup.grievance,
    comesToLight: setup.comesToLight,
    damp: setup.damp,
    mostTargets: maxTargets(n),
    workspace,
    start: workspace.start,
    trust0: workspace.start.trust,
    development0: workspace.start.development,
    before,
    amp: p.ampMin + (1 - p.ampMin) * num(dials, INSTITUTIONS),
    opacity0: num(dials, OPACITY) * (1 - p.omegaU * num(dials, REGIME)),
    gains: workspace.gains,
    losses: workspace.losses,
    camp: workspace.camp,
    shares: { participation: 0, opening: 0, dialogue: workspace.dialogue, hostility: workspace.hostility },
  };
}

/** Adds an amount to the number at `index` of the heading's quantity and notes it; nothing else changes a number. */
export function change(pass: Pass, under: Heading, index: number, amount: number): void {
  const { all } = pass.standing;
  const cell = under.base + index;
  all[cell] = num(all, cell) + amount;
  note(pass.book, under, index, amount);
}

/** Counts a gain of i's trust in j; it takes effect at the end of the pass, after caps. */
export function gain(pass: Pass, under: Heading, i: number, j: number, amount: number): void {
  const pair = i * pass.n + j;
  pass.gains[pair] = num(pass.gains, pair) + amount;
  note(pass.book, under, pair, amount);
}

/** Counts a loss of i's trust in j, as a positive amount; it takes effect at the end of the pass, after caps. */
export function lose(pass: Pass, under: Heading, i: number, j: number, amount: number): void {
  const pair = i * pass.n + j;
  pass.losses[pair] = num(pass.losses, pair) + amount;
  note(pass.book, under, pair, -amount);
}

/** One of several amounts that change a number together. */
export interface JointChange {
  readonly under: Heading;
  readonly amount: number;
}

/**
 * Adds several terms to a number that must stay within bounds. If it would leave them, the terms that push it out are scaled by
 * one factor, so that the noted parts still sum to the change. [model D.9]
 */
export function changeWithin(
  pass: Pass,
  index: number,
  terms: readonly JointChange[],
  low: number,
  high: number,
): void {
  const { all } = pass.standing;
  const cell = at(terms, 0).under.base + index;
  const old = num(all, cell);
  let up = 0;
  let down = 0;
  for (const { amount } of terms) {
    if (amount > 0) up += amount;
    else down += amount;
  }
  const sum = old + up + down;
  // If no term leads beyond the bound, the number was there before, by a rounding error; nothing to scale.
  const upShare = sum > high && up > 0 ? (high - old - down) / up : 1;
  const downShare = sum < low && down < 0 ? (low - old - up) / down : 1;
  for (const { under, amount } of terms)
    change(pass, under, index, amount * (amount > 0 ? upShare : downShare));
  if (upShare !== 1) all[cell] = high;
  if (downShare !== 1) all[cell] = low;
}

/** Whether two seats are in the same camp at the start of the pass. */
export function areMates(pass: Pass, i: number, j: number): boolean {
  const camp = int(pass.before.camp, i);
  return camp !== NO_INDEX && camp === int(pass.before.camp, j);
}

/** How much of political cooperation a capability gap lets through. */
export function parity(pass: Pass, i: number, j: number): number {
  const gap = num(pass.development0, i) - num(pass.development0, j);
  return 1 - pass.p.gapDrag * (gap < 0 ? -gap : gap);
}
