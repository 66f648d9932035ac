import { at } from '../lib/at.ts';
import { applyAssignment, applyChange, checkRanges, worldDraftOf } from './applying.ts';
import { quantities, type Quantity, type Change, facts, type Fact, type Entry } from './entries.ts';
import { packValue, unpackValue, type PackedValue } from './factValues.ts';
import { reasons } from './reasons.ts';
import type { World } from './world.ts';

/**
 * The world after some entries, applied in order; nothing else changes a world. Throws if an entry does not fit: a number out of
 * range, a fact with another value than the entry says, a missing bloc.
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
 * Neighbouring entries of one cause. Changes: `[quantity, reason, who, step, …]`, then for step 0 pairs of (distance to the index
 * before, delta), else the first index and deltas at every `step`-th index, 0 for none. Assignments: `[-1 - fact, reason, who,
 * …]`, then (index, from, to) each. `who` is 0 for nobody, 1 + an author, −1 − a bloc, `[author, bloc]`, or `[-1, event]`.
 */
export type PackedRow = readonly PackedValue[];

/** Packs entries in order. Neighbours of one cause and quantity share a row, so sorted entries pack best. */
export function packLedger(entries: readonly Entry[]): PackedLedger {
  const rows: PackedRow[] = [];
  let begin = 0;
  for (let end = 1; end <= entries.length; end++) {
    const next = entries[end];
    if (next !== undefined && isSameRow(at(entries, begin), next)) continue;
    rows.push(rowOf(entries, begin, end));
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

function rowOf(entries: readonly Entry[], begin: number, end: number): PackedRow {
  const first = at(entries, begin);
  const reason = reasons.indexOf(first.reason);
  const who = whoOf(first);
  if ('fact' in first) {
    const row: PackedValue[] = [-1 - facts.indexOf(first.fact), reason, who];
    for (let k = begin; k < end; k++) {
      const entry = at(entries, k);
      if ('fact' in entry) row.push(entry.at, packValue(entry.from), packValue(entry.to));
    }
    return row;
  }
  const row: PackedValue[] = [quantities.indexOf(first.quantity), reason, who];
  const changes: Change[] = [];
  for (let k = begin; k < end; k++) {
    const entry = at(entries, k);
    if ('quantity' in entry) changes.push(entry);
  }
  writeShortest(changes, row);
  return row;
}

function whoOf(entry: Entry): PackedValue {
  const { author } = entry;
  const bloc = 'quantity' in entry ? entry.bloc : undefined;
  if ('quantity' in entry && entry.event !== undefined) return [-1, entry.event];
  if (author === undefined) return bloc === undefined ? 0 : -1 - bloc;
  return bloc === undefined ? author + 1 : [author, bloc];
}

/** Adds indices and deltas to a row in the shorter of the two forms. */
function writeShortest(changes: readonly Change[], row: PackedValue[]): void {
  const step = stepOf(changes);
  const first = at(changes, 0).at;
  const places = step === null ? 0 : (at(changes, changes.length - 1).at - first) / step + 1;
  if (step === null || !isDenseShorter(changes, step, places)) {
    row.push(0);
    let before = 0;
    for (const { at: index, delta } of changes) {
      row.push(index - before, delta);
      before = index;
    }
    return;
  }
  const from = row.push(step, first);
  for (let place = 0; place < places; place++) row.push(0);
  for (const { at: index, delta } of changes) row[from + (index - first) / step] = delta;
}

/** Whether a delta at every `step`-th place takes fewer characters than an index with each delta; both forms contain the deltas. */
function isDenseShorter(changes: readonly Change[], step: number, places: number): boolean {
  if (places > 4 * changes.length) return false;
  const dense = lettersOf(step) + lettersOf(at(changes, 0).at) + (places - changes.length) + 1 + places;
  let sparse = 1 + 2 * changes.length;
  let before = 0;
  for (const { at: index } of changes) {
    sparse += lettersOf(index - before);
    before = index;
  }
  return dense < sparse;
}

/** Characters of a whole number in JSON. */
function lettersOf(value: number): number {
  return String(value).length;
}

/** The largest step that reaches all indices from the first; null if they do not rise. */
function stepOf(changes: readonly Change[]): number | null {
  let step = 0;
  for (let k = 1; k < changes.length; k++) {
    let gap = at(changes, k).at - at(changes, k - 1).at;
    if (gap <= 0) return null;
    while (gap !== 0) [step, gap] = [gap, step % gap];
  }
  return step === 0 ? null : step;
}

/** The entries of packed rows, in order: the inverse of `packLedger`. Throws on rows that it did not write. */
export function unpackLedger(rows: PackedLedger): readonly Entry[] {
  const entries: Entry[] = [];
  for (const row of rows) {
    const kind = plainNumber(row[0]);
    const cause = { reason: at(reasons, plainNumber(row[1])), ...causerOf(row[2]) };
    if (kind < 0) readAssignments(cause, at(facts, -1 - kind), row, entries);
    else readChanges(cause, at(quantities, kind), row, entries);
  }
  return entries;
}

/** The position in a row where its numbers begin. */
const NUMBERS = 3;

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

function readAssignments(cause: Cause, fact: Fact, row: PackedRow, entries: Entry[]): void {
  for (let k = NUMBERS; k < row.length; k += 3) {
    const index = plainNumber(row[k]);
    const value = (place: number) => unpackValue(fact, index, row[place]);
    entries.push({ ...cause, fact, at: index, from: value(k + 1), to: value(k + 2) });
  }
}

function readChanges(cause: Cause, quantity: Quantity, row: PackedRow, entries: Entry[]): void {
  const shared = { ...cause, quantity };
  const step = row.length > NUMBERS ? plainNumber(row[NUMBERS]) : 0;
  let index = 0;
  if (step === 0) {
    for (let k = NUMBERS + 1; k < row.length; k += 2) {
      index += plainNumber(row[k]);
      entries.push({ ...shared, at: index, delta: plainNumber(row[k + 1]) });
    }
    return;
  }
  index = row.length > NUMBERS + 1 ? plainNumber(row[NUMBERS + 1]) : 0;
  for (let k = NUMBERS + 2; k < row.length; k++) {
    const delta = plainNumber(row[k]);
    if (delta !== 0) entries.push({ ...shared, at: index, delta });
    index += step;
  }
}

function plainNumber(value: PackedValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('a ledger row holds a number here');
  return value;
}
