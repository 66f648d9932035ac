import { int } from '../../lib/at.ts';
import type { Entry } from '../entries.ts';
import type { Reason } from '../reasons.ts';
import type { Book, Heading } from './book.ts';
import { NO_INDEX } from './book.ts';
import { cellCount } from './cells.ts';

/** The causes of a round, and the cause of each heading: passes may open several headings for one cause. */
interface Causes {
  readonly list: readonly Heading[];
  readonly of: Int32Array;
}

/** What is kept of each cell while the notes of one cause are summed. */
interface Scratch {
  /** The cause, from 1, that last touched the cell. */
  readonly touched: Int32Array;
  readonly sum: Int32Array;
  /** Cells that the cause has changed, in the order of its notes. */
  readonly cells: Int32Array;
}

/** A range of a list of notes. */
interface Notes {
  readonly order: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Writes the settled notes of several passes as entries: one for each cause and number, in the order of their first notes. */
export function writeSums(book: Book, entries: Entry[]): void {
  const causes = causesOf(book);
  const { order, starts } = byCause(book, causes);
  const size = cellCount(book.n);
  const scratch: Scratch = {
    touched: new Int32Array(size),
    sum: new Int32Array(size),
    cells: new Int32Array(size),
  };
  for (const [index, under] of causes.list.entries()) {
    const notes = { order, from: int(starts, index), to: int(starts, index + 1) };
    writeCause(book, under, index + 1, notes, scratch, entries);
  }
}

function causesOf({ headings }: Book): Causes {
  const known = new Map<Reason, Known[]>();
  const list: Heading[] = [];
  const of = new Int32Array(headings.length);
  for (const under of headings) {
    const { reason, index } = under;
    const alike = known.get(reason);
    const same = alike?.find((one) => isSameCause(one.under, under));
    of[index] = same?.cause ?? list.length;
    if (same !== undefined) continue;
    const first = { under, cause: list.length };
    list.push(under);
    if (alike === undefined) known.set(reason, [first]);
    else alike.push(first);
  }
  return { list, of };
}

interface Known {
  readonly under: Heading;
  readonly cause: number;
}

/** Whether two headings of one reason stand for one cause. */
function isSameCause(a: Heading, b: Heading): boolean {
  return (
    a.author === b.author &&
    a.base === b.base &&
    a.quantity === b.quantity &&
    a.bloc === b.bloc &&
    a.event === b.event
  );
}

/** The notes sorted by cause, in each cause in the order they were made; those of cause c begin at `starts[c]`. */
function byCause({ under, count }: Book, { list, of }: Causes) {
  const starts = new Int32Array(list.length + 1);
  for (let k = 0; k < count; k++) {
    const next = int(of, int(under, k)) + 1;
    starts[next] = int(starts, next) + 1;
  }
  for (let c = 0; c < list.length; c++) starts[c + 1] = int(starts, c + 1) + int(starts, c);
  const free = starts.slice();
  const order = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const cause = int(of, int(under, k));
    const place = int(free, cause);
    order[place] = k;
    free[cause] = place + 1;
  }
  return { order, starts };
}

function writeCause(
  { cell: cells, delta }: Book,
  { reason, quantity, author, bloc, event, base }: Heading,
  cause: number,
  { order, from, to }: Notes,
  scratch: Scratch,
  entries: Entry[],
): void {
  let count = 0;
  for (let index = from; index < to; index++) {
    const note = int(order, index);
    const cell = int(cells, note);
    const isNew = int(scratch.touched, cell) !== cause;
    if (isNew) {
      scratch.touched[cell] = cause;
      scratch.cells[count] = cell;
      count += 1;
    }
    scratch.sum[cell] = (isNew ? 0 : int(scratch.sum, cell)) + int(delta, note);
  }
  for (let index = 0; index < count; index++) {
    const cell = int(scratch.cells, index);
    const change = int(scratch.sum, cell);
    if (change === 0) continue;
    const where = cell - base;
    if (author !== NO_INDEX && bloc !== NO_INDEX)
      entries.push({ reason, author, bloc, quantity, at: where, delta: change });
    else if (author !== NO_INDEX) entries.push({ reason, author, quantity, at: where, delta: change });
    else if (bloc !== NO_INDEX) entries.push({ reason, bloc, quantity, at: where, delta: change });
    else if (event !== NO_INDEX) entries.push({ reason, event, quantity, at: where, delta: change });
    else entries.push({ reason, quantity, at: where, delta: change });
  }
}
