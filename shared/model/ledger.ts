import { at } from '../lib/at.ts';
import { applyAssignment, applyChange, checkRanges, worldDraftOf } from './applying.ts';
import {
  quantities,
  type Quantity,
  type Change,
  facts,
  type Fact,
  type Assignment,
  type Entry,
} from './entries.ts';
import { packValue, unpackValue, type PackedValue } from './factValues.ts';
import { reasons } from './reasons.ts';
import type { World } from './world.ts';

/**
 * The world after some entries, applied in their order: the only way a world changes. Throws if an entry does not fit the world: a number
 * out of its range, a fact that is not what the entry says it was, a bloc that is not there.
 */
export function apply(world: World, entries: readonly Entry[]): World {
  const draft = worldDraftOf(world);
  for (const entry of entries) {
    if ('quantity' in entry) applyChange(draft, entry);
    else applyAssignment(draft, entry);
  }
  checkRanges(draft);
  return draft;
}

/** Entries in the form of the log: rows of small integers into the dictionaries `reasons`, `quantities` and `facts`. */
export type PackedLedger = readonly PackedRow[];

/**
 * Neighbouring entries of one cause. Changes: `[quantity, reason, who, step, …]`, then for step 0 pairs of (distance to the index before, delta), else
 * the first index and deltas at every `step`-th index, 0 where there is none. Assignments: `[-1 - fact, reason, who, …]`, then (index, from, to)
 * each. Who is 0 for nobody, 1 + an author, −1 − a bloc, `[author, bloc]`, or `[-1, event]`.
 */
export type PackedRow = readonly PackedValue[];

/** Packs entries in their order; neighbours of one cause and quantity share a row, so sorted entries pack best. */
export function packLedger(entries: readonly Entry[]): PackedLedger {
  const rows: PackedRow[] = [];
  let begin = 0;
  for (let end = 1; end <= entries.length; end++) {
    const next = entries[end];
    if (next !== undefined && isSameRow(at(entries, begin), next)) continue;
    rows.push(rowOf(entries.slice(begin, end)));
    begin = end;
  }
  return rows;
}

function isSameRow(a: Entry, b: Entry): boolean {
  if (a.reason !== b.reason || a.author !== b.author) return false;
  if ('quantity' in a)
    return 'quantity' in b && a.quantity === b.quantity && a.bloc === b.bloc && a.event === b.event;
  return 'fact' in b && a.fact === b.fact;
}

function rowOf(entries: readonly Entry[]): PackedRow {
  const first = at(entries, 0);
  const reason = reasons.indexOf(first.reason);
  const who = whoOf(first);
  if ('fact' in first) {
    const row: PackedValue[] = [-1 - facts.indexOf(first.fact), reason, who];
    for (const entry of entries) {
      if ('fact' in entry) row.push(entry.at, packValue(entry.from), packValue(entry.to));
    }
    return row;
  }
  const changes = entries.filter((entry) => 'quantity' in entry);
  const head = [quantities.indexOf(first.quantity), reason, who];
  return [...head, ...shortestOf(changes)];
}

function whoOf(entry: Entry): PackedValue {
  const { author } = entry;
  const bloc = 'quantity' in entry ? entry.bloc : undefined;
  if ('quantity' in entry && entry.event !== undefined) return [-1, entry.event];
  if (author === undefined) return bloc === undefined ? 0 : -1 - bloc;
  return bloc === undefined ? author + 1 : [author, bloc];
}

/** The shorter of the two ways to write indices and deltas. */
function shortestOf(changes: readonly Change[]): readonly number[] {
  const sparse: number[] = [0];
  let before = 0;
  for (const { at: index, delta } of changes) {
    sparse.push(index - before, delta);
    before = index;
  }
  const step = stepOf(changes);
  if (step === null) return sparse;
  const first = at(changes, 0).at;
  const places = (before - first) / step + 1;
  if (places > 4 * changes.length) return sparse;
  const dense = [step, first, ...new Array<number>(places).fill(0)];
  for (const { at: index, delta } of changes) dense[2 + (index - first) / step] = delta;
  return JSON.stringify(dense).length < JSON.stringify(sparse).length ? dense : sparse;
}

/** The greatest step that reaches all indices from the first, or null if they do not rise. */
function stepOf(changes: readonly Change[]): number | null {
  let step = 0;
  for (let k = 1; k < changes.length; k++) {
    let gap = at(changes, k).at - at(changes, k - 1).at;
    if (gap <= 0) return null;
    while (gap !== 0) [step, gap] = [gap, step % gap];
  }
  return step === 0 ? null : step;
}

/** The entries that rows stand for, in their order: the reverse of `packLedger`. Throws on rows that are none of ours. */
export function unpackLedger(rows: PackedLedger): readonly Entry[] {
  return rows.flatMap((row): readonly Entry[] => {
    const kind = plainNumber(row[0]);
    const cause = { reason: at(reasons, plainNumber(row[1])), ...causerOf(row[2]) };
    const rest = row.slice(3);
    return kind < 0
      ? assignmentsOf(cause, at(facts, -1 - kind), rest)
      : changesOf(cause, at(quantities, kind), rest.map(plainNumber));
  });
}

type Cause = Pick<Change, 'reason' | 'author' | 'bloc' | 'event'>;

function causerOf(who: PackedValue | undefined): Omit<Cause, 'reason'> {
  if (typeof who === 'object' && who !== null) {
    const [first, second] = [at(who, 0), at(who, 1)];
    return first < 0 ? { event: second } : { author: first, bloc: second };
  }
  const index = plainNumber(who);
  if (index === 0) return {};
  return index > 0 ? { author: index - 1 } : { bloc: -1 - index };
}

function assignmentsOf(cause: Cause, fact: Fact, rest: PackedRow): Assignment[] {
  const entries: Assignment[] = [];
  for (let k = 0; k < rest.length; k += 3) {
    const index = plainNumber(rest[k]);
    const value = (place: number) => unpackValue(fact, index, rest[place]);
    entries.push({ ...cause, fact, at: index, from: value(k + 1), to: value(k + 2) });
  }
  return entries;
}

function changesOf(cause: Cause, quantity: Quantity, rest: readonly number[]): Change[] {
  const [step = 0, ...numbers] = rest;
  const shared = { ...cause, quantity };
  const entries: Change[] = [];
  if (step === 0) {
    let index = 0;
    for (let k = 0; k < numbers.length; k += 2) {
      index += at(numbers, k);
      entries.push({ ...shared, at: index, delta: at(numbers, k + 1) });
    }
    return entries;
  }
  const [first = 0, ...deltas] = numbers;
  for (const [place, delta] of deltas.entries()) {
    if (delta !== 0) entries.push({ ...shared, at: first + place * step, delta });
  }
  return entries;
}

function plainNumber(value: PackedValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('a ledger row holds a number here');
  return value;
}
