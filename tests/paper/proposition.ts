import type { Parameters } from '../../shared/model/parameters.ts';

/** A text in both languages of the project. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** The setting of a trial: how many seats, which random numbers, and which parameters are changed (none, or a coupling cut). */
export interface Bench {
  readonly n: number;
  readonly seed: number;
  readonly changes: Partial<Parameters>;
}

/**
 * The result of one seed: the number without the cause and with it, or with less and more of it. Null if the seed does not count,
 * such as a game with another ending.
 */
export interface Reading {
  readonly low: number | null;
  readonly high: number | null;
}

/** How a proposition arises in the rules: from one of them, from several, or only through states that adapt. */
export const kinds = ['direct', 'indirect', 'emergent'] as const;
export type Kind = (typeof kinds)[number];

/**
 * Whether the direction could have come out otherwise: `yes`, one rule states it outright and only the size is measured; `partly`,
 * rules that state it meet others that work against it; `no`, no rule mentions it.
 */
export type ByConstruction = 'yes' | 'partly' | 'no';

/** The condition on the difference high − low, or its largest distance from zero. */
export type Expectation =
  | { readonly difference: 'rises' | 'falls' }
  | { readonly difference: 'stays'; readonly within: number };

/**
 * The kind of number that a trial reads, which decides the interval: `number`, paired by seed; `share`, yes or no against a fixed
 * `low`; `pairedShare`, yes or no in both; `groups`, two groups of games.
 */
export type Scale = 'number' | 'share' | 'pairedShare' | 'groups';

/** One measurement that a proposition depends on. */
export interface Trial {
  /** `P01` … as the reference numbers name it. */
  readonly id: string;
  /** What is read, and what is changed. */
  readonly what: Bilingual;
  readonly expects: Expectation;
  readonly scale: Scale;
  readonly kind: Kind;
  readonly byConstruction: ByConstruction;
  readonly measure: (bench: Bench) => Reading;
}

/** One of the forty statements of the paper that the rules must encode. */
export interface Proposition {
  readonly number: number;
  /** The phrase in the paper. */
  readonly phrase: string;
  /** Its place in the paper, such as `1.2`. */
  readonly section: string;
  readonly statement: Bilingual;
  readonly trials: readonly Trial[];
  /** How many seeds decide it, by table. */
  readonly seeds: Readonly<Record<TableSize, number>>;
  /** How many seeds decide it in the quick suite at twelve seats; absent if it takes too long. */
  readonly quick?: number;
  /** What a reader should know besides the numbers. */
  readonly note?: Bilingual;
}

/** The tables at which the paper is measured. */
export const tableSizes = [12, 40] as const;
export type TableSize = (typeof tableSizes)[number];

/** The seeds that settle a trial of the rules without adaptive states, and of one with them. */
export const FEW: Readonly<Record<TableSize, number>> = { 12: 24, 40: 8 };
export const SOME: Readonly<Record<TableSize, number>> = { 12: 60, 40: 12 };
