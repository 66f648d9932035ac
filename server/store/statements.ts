import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** A row as SQLite returns it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Runs SQL; prepares each statement once. */
export interface Statements {
  run(query: string, ...input: SQLInputValue[]): void;
  /** How many rows were changed. */
  change(query: string, ...input: SQLInputValue[]): number;
  all(query: string, ...input: SQLInputValue[]): readonly Row[];
}
