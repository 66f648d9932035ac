import { at, int, num } from '../../lib/at.ts';
import type { Entry, Quantity } from '../entries.ts';
import { MICRO } from '../micro.ts';
import type { Reason } from '../reasons.ts';
import { baseOf, cellCount } from './cells.ts';

/** Stands for "no seat" and "no bloc" in arrays of plain numbers. */
export const NO_INDEX = -1;

/** A cause together with the quantity it moves; all notes of one act share it. */
export interface Heading {
  readonly index: number;
  readonly reason: Reason;
  readonly quantity: Quantity;
  readonly author: number;
  readonly bloc: number;
  /** Place of the event among the events of the round; −1 if it is none or its reason says which. */
  readonly event: number;
  /** What to add to the index of the quantity to find its cell. */
  readonly base: number;
  /**
   * Whether its notes are kept one by one until the end of the pass: because causes are kept, or because a cap may still scale
   * them. Other notes are added up at once.
   */
  readonly isListed: boolean;
}

/**
 * The book of a round: every change is noted with its cause when it is made, in ordinary numbers; `settle` turns the notes of a
 * pass into integers that add up to the changes of the cells. The parallel arrays form one list of notes.
 */
export interface Book {
  readonly n: number;
  /** Whether causes are kept; if not, `settle` only finds the new numbers. */
  keepsCauses: boolean;
  headings: Heading[];
  /** Where no causes are kept: by `base` the one heading that serves every cause of its quantity. */
  readonly nameless: (Heading | undefined)[];
  /** The heading that probably comes next: later passes mostly open the headings of the first again, in its order. */
  next: number;
  /** Index of the heading. */
  under: Int32Array;
  /** The cell that changed. */
  cell: Int32Array;
  amount: Float64Array;
  /** Settled amounts, in micro-units. */
  delta: Int32Array;
  /** By cell, the sum of the notes of the current pass, in micro-units, exact and as the rounded notes add up to. */
  readonly exact: Float64Array;
  readonly whole: Int32Array;
  /** How many notes there are. */
  count: number;
  /** The first note of the current pass. */
  from: number;
}

/** An empty book for n seats, with room for a busy pass; it grows when needed. */
export function openBook(n: number): Book {
  const room = 16 * n * n + 64;
  return {
    n,
    keepsCauses: true,
    headings: [],
    nameless: [],
    next: 0,
    under: new Int32Array(room),
    cell: new Int32Array(room),
    amount: new Float64Array(room),
    delta: new Int32Array(room),
    exact: new Float64Array(cellCount(n)),
    whole: new Int32Array(cellCount(n)),
    count: 0,
    from: 0,
  };
}

/** Empties a book for a new round; `keepsCauses` is whether it is to say why. */
export function emptyBook(book: Book, keepsCauses: boolean): void {
  book.keepsCauses = keepsCauses;
  book.headings = [];
  book.next = 0;
  book.count = 0;
  book.from = 0;
  book.exact.fill(0);
}

/** Opens a heading for a cause and a quantity that is addressed by world, seat or pair. */
export function heading(
  book: Book,
  reason: Reason,
  quantity: Quantity,
  author = NO_INDEX,
  bloc = NO_INDEX,
): Heading {
  return enter(book, reason, quantity, author, bloc, baseOf(quantity, book.n));
}

/** Opens a heading for an effect of a world event; `event` is its place among the events of the round. */
export function eventHeading(book: Book, reason: Reason, quantity: Quantity, event: number): Heading {
  return enter(book, reason, quantity, NO_INDEX, NO_INDEX, baseOf(quantity, book.n), event);
}

/** Opens a heading for the depth or the points of the bloc in a slot. */
export function blocHeading(
  book: Book,
  reason: Reason,
  quantity: 'depth' | 'coordination',
  bloc: { readonly id: number; readonly slot: number },
  author = NO_INDEX,
): Heading {
  return enter(book, reason, quantity, author, NO_INDEX, baseOf(quantity, book.n) + bloc.slot - bloc.id);
}

function enter(
  book: Book,
  reason: Reason,
  quantity: Quantity,
  author: number,
  bloc: number,
  base: number,
  event = NO_INDEX,
): Heading {
  // Shocks are capped by what caused them, so their causes are told apart in any case.
  if (!book.keepsCauses && quantity !== 'shock') return nameless(book, reason, quantity, base);
  const { headings } = book;
  for (let k = book.next; k < headings.length && k < book.next + SKIPPED; k++) {
    const known = at(headings, k);
    if (known.reason !== reason || known.author !== author || known.base !== base) continue;
    if (known.quantity !== quantity || known.bloc !== bloc || known.event !== event) continue;
    book.next = k + 1;
    return known;
  }
  const index = headings.length;
  const opened = { index, reason, quantity, author, bloc, event, base, isListed: true };
  headings.push(opened);
  if (book.next === index) book.next += 1;
  return opened;
}

/** The heading for all causes of a quantity: kept from round to round; whom it names does not matter. */
function nameless(book: Book, reason: Reason, quantity: Quantity, base: number): Heading {
  const known = book.nameless[base];
  if (known?.quantity === quantity) return known;
  const isListed = quantity === 'trust';
  const nobody = { author: NO_INDEX, bloc: NO_INDEX, event: NO_INDEX };
  const opened = { index: NO_INDEX, reason, quantity, ...nobody, base, isListed };
  book.nameless[base] = opened;
  return opened;
}

/** How many headings of the first pass a later pass may skip. */
const SKIPPED = 8;

/** Notes an amount under a heading without changing the cells; zero is not noted. */
export function note(book: Book, under: Heading, index: number, amount: number): void {
  if (amount === 0) return;
  const cell = under.base + index;
  if (under.isListed) list(book, under.index, cell, amount);
  else book.exact[cell] = num(book.exact, cell) + amount * MICRO;
}

function list(book: Book, under: number, cell: number, amount: number): void {
  const k = book.count;
  if (k === book.amount.length) enlarge(book);
  book.under[k] = under;
  book.cell[k] = cell;
  book.amount[k] = amount;
  book.count = k + 1;
}

function enlarge(book: Book): void {
  const room = 2 * book.amount.length;
  const { under, cell, amount, delta } = book;
  book.under = new Int32Array(room);
  book.under.set(under);
  book.cell = new Int32Array(room);
  book.cell.set(cell);
  book.amount = new Float64Array(room);
  book.amount.set(amount);
  book.delta = new Int32Array(room);
  book.delta.set(delta);
}

/** By how many micro-units a cell and its notes may differ after rounding. */
const LEEWAY = 2;

/**
 * Ends a pass: rounds the cells to whole micro-units and, if causes are kept, the notes to integers that sum to the change of
 * their cell. The rounding error of a note is carried to the next note of the same cell, so each stays within one micro-unit of
 * its exact size. Throws if a number changed without a note.
 */
export function settle(book: Book, cells: Float64Array, start: Float64Array): void {
  const { exact } = book;
  if (book.keepsCauses) roundNotes(book);
  else sumNotes(book);
  for (let cell = 0; cell < cells.length; cell++) {
    const value = num(cells, cell);
    const before = num(start, cell);
    const noted = num(exact, cell);
    if (value === before && noted === 0) continue;
    const target = Math.floor(before * MICRO + 0.5) + Math.floor(noted + 0.5);
    const error = value * MICRO - target;
    // Written so that it also catches NaN.
    if (!(error <= LEEWAY && error >= -LEEWAY))
      throw new Error(`cell ${cell} changed by ${error} without a note`);
    cells[cell] = target / MICRO;
  }
  exact.fill(0);
  book.from = book.count;
  book.next = 0;
}

function roundNotes({ cell: cells, amount, delta, exact, whole, from, count }: Book): void {
  whole.fill(0);
  for (let k = from; k < count; k++) {
    const cell = int(cells, k);
    const sum = num(exact, cell) + num(amount, k) * MICRO;
    const rounded = Math.floor(sum + 0.5);
    exact[cell] = sum;
    delta[k] = rounded - int(whole, cell);
    whole[cell] = rounded;
  }
}

/** The same sums in the same order, so that the cells end at the same values. */
function sumNotes({ cell: cells, amount, exact, from, count }: Book): void {
  for (let k = from; k < count; k++) {
    const cell = int(cells, k);
    exact[cell] = num(exact, cell) + num(amount, k) * MICRO;
  }
}

/** Writes the settled notes of a single pass as entries, cause by cause. */
export function writeNotes(book: Book, entries: Entry[]): void {
  for (let k = 0; k < book.count; ) k = writeRun(book, k, entries);
}

/** Writes notes from k on while they stand under one heading; returns where the next run begins. */
function writeRun({ headings, under, cell, delta, count }: Book, from: number, entries: Entry[]): number {
  const index = int(under, from);
  const { reason, quantity, author, bloc, event, base } = at(headings, index);
  let k = from;
  for (; k < count && int(under, k) === index; k++) {
    const change = int(delta, k);
    if (change === 0) continue;
    const where = int(cell, k) - base;
    if (author !== NO_INDEX) entries.push({ reason, author, quantity, at: where, delta: change });
    else if (bloc !== NO_INDEX) entries.push({ reason, bloc, quantity, at: where, delta: change });
    else if (event !== NO_INDEX) entries.push({ reason, event, quantity, at: where, delta: change });
    else entries.push({ reason, quantity, at: where, delta: change });
  }
  return k;
}
