import type { Quantity } from '../entries.ts';

/** U: index of the universal regime among the four world-wide numbers. */
export const REGIME = 0;
/** I: index of institutions. */
export const INSTITUTIONS = 1;
/** ω: index of technical opacity. */
export const OPACITY = 2;
/** K: index of competition. */
export const COMPETITION = 3;

/** Most blocs in one round, those founded in it included. */
const MOST_BLOCS = 64;

/** All numbers of a world in one array, in units, with a view on it for each quantity. */
export interface Cells {
  readonly all: Float64Array;
  readonly dials: Float64Array;
  readonly development: Float64Array;
  readonly defence: Float64Array;
  readonly localization: Float64Array;
  readonly force: Float64Array;
  readonly shock: Float64Array;
  readonly trust: Float64Array;
  readonly restriction: Float64Array;
  readonly barrier: Float64Array;
  /** Depth of camps and points of groups, by slot. */
  readonly bonds: Float64Array;
}

/** Cells for n seats, all zero. */
export function cellsFor(n: number): Cells {
  const all = new Float64Array(cellCount(n));
  const seats = (quantity: Quantity) => all.subarray(baseOf(quantity, n), baseOf(quantity, n) + n);
  const pairs = (quantity: Quantity) => all.subarray(baseOf(quantity, n), baseOf(quantity, n) + n * n);
  return {
    all,
    dials: all.subarray(0, 4),
    development: seats('development'),
    defence: seats('defence'),
    localization: seats('localization'),
    force: seats('force'),
    shock: seats('shock'),
    trust: pairs('trust'),
    restriction: pairs('restriction'),
    barrier: pairs('barrier'),
    bonds: all.subarray(baseOf('depth', n)),
  };
}

/** How many cells a world of n seats takes. */
export function cellCount(n: number): number {
  return baseOf('depth', n) + MOST_BLOCS;
}

/** The first cell of a quantity for n seats; score has none. */
export function baseOf(quantity: Quantity, n: number): number {
  switch (quantity) {
    case 'trust':
      return 4 + 5 * n;
    case 'restriction':
      return 4 + 5 * n + n * n;
    case 'barrier':
      return 4 + 5 * n + 2 * n * n;
    case 'development':
      return 4;
    case 'defence':
      return 4 + n;
    case 'localization':
      return 4 + 2 * n;
    case 'force':
      return 4 + 3 * n;
    case 'shock':
      return 4 + 4 * n;
    case 'regime':
      return REGIME;
    case 'institutions':
      return INSTITUTIONS;
    case 'opacity':
      return OPACITY;
    case 'competition':
      return COMPETITION;
    case 'depth':
    case 'coordination':
    case 'score':
      return 4 + 5 * n + 3 * n * n;
  }
}
