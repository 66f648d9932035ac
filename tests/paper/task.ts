import type { Parameters } from '../../shared/model/parameters.ts';
import { readSeed } from './judge.ts';
import type { Reading, TableSize } from './proposition.ts';
import { propositionNumbered } from './propositions.ts';

/** Some seeds of one proposition: one worker's unit of work. */
export interface Task {
  readonly number: number;
  readonly n: TableSize;
  /** First and last seed. */
  readonly from: number;
  readonly to: number;
  readonly changes: Partial<Parameters>;
}

/** The readings of a task: a row for each seed, in order. */
export function perform({ number, n, from, to, changes }: Task): readonly (readonly Reading[])[] {
  const proposition = propositionNumbered(number);
  return Array.from({ length: to - from + 1 }, (_, index) =>
    readSeed(proposition, { n, seed: from + index, changes }),
  );
}
