import { signal, type Signal } from '@preact/signals';
import { logHead } from '#shared/run/branchHeader.ts';
import type { NamedBranch } from '#shared/run/branchTree.ts';
import type { RecordedSource } from '../../../source/recorded.ts';

/** The branches of a record that its reader keeps while the replay is open. */
export interface KeptBranches {
  /** The record from which all of them come. */
  readonly record: RecordedSource;
  /** Hash of its last line. */
  readonly head: string;
  readonly branches: Signal<readonly NamedBranch[]>;
}

/** No branches of a record yet. */
export function keptBranches(record: RecordedSource): KeptBranches {
  return { record, head: headOfSource(record), branches: signal([]) };
}

/** Hash of the last line of an opened record. */
export function headOfSource({ lines, header }: RecordedSource): string {
  return logHead({ header, lines });
}
