import type { Book } from './book.ts';
import { emptyBook, openBook } from './book.ts';
import type { Cells } from './cells.ts';
import { cellsFor } from './cells.ts';
import type { ConnectionArrays } from './connectivity.ts';
import { connectionArrays } from './connectivity.ts';
import { type Purse, emptyPurse, openPurse } from './purse.ts';
import type { PerceptionArrays } from './perception.ts';
import { perceptionArrays } from './perception.ts';

/**
 * The arrays in which a round is computed. They are kept between rounds, one set for each size of table, because allocating them
 * again would cost more than a round's arithmetic; nothing in them outlives the round, and no round begins within another.
 */
export interface Workspace {
  readonly cells: Cells;
  readonly start: Cells;
  readonly gains: Float64Array;
  readonly losses: Float64Array;
  readonly drifts: Float64Array;
  readonly rivals: Float64Array;
  readonly loners: Float64Array;
  readonly perception: PerceptionArrays;
  readonly connections: ConnectionArrays;
  readonly groups: Int32Array;
  /** Camps after membership has changed. */
  readonly camp: Int32Array;
  readonly dialogue: Float64Array;
  readonly hostility: Float64Array;
  readonly cover: Float64Array;
  readonly fears: Float64Array;
  readonly book: Book;
  readonly purse: Purse;
}

const rooms = new Map<number, Workspace>();

const aside = new Map<number, Cells>();

/** Cells for n seats for whoever only looks at a world and keeps nothing of them. */
export function cellsAside(n: number): Cells {
  const known = aside.get(n) ?? cellsFor(n);
  aside.set(n, known);
  return known;
}

/** The arrays for n seats, cleared; `keepsCauses` is whether the book of the round is to say why. */
export function workspaceFor(n: number, keepsCauses: boolean): Workspace {
  const known = rooms.get(n) ?? build(n);
  rooms.set(n, known);
  emptyBook(known.book, keepsCauses);
  emptyPurse(known.purse);
  return known;
}

function build(n: number): Workspace {
  const pairs = () => new Float64Array(n * n);
  return {
    cells: cellsFor(n),
    start: cellsFor(n),
    gains: pairs(),
    losses: pairs(),
    drifts: pairs(),
    rivals: pairs(),
    loners: pairs(),
    perception: perceptionArrays(n),
    connections: connectionArrays(n),
    groups: new Int32Array(n),
    camp: new Int32Array(n),
    dialogue: new Float64Array(n),
    hostility: new Float64Array(n),
    cover: new Float64Array(n),
    fears: new Float64Array(n),
    book: openBook(n),
    purse: openPurse(n),
  };
}
