import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Runs SQL; a statement is prepared once. */
export interface Statements {
  run(query: string, ...input: SQLInputValue[]): void;
  /** How many rows were changed. */
  change(query: string, ...input: SQLInputValue[]): number;
  all(query: string, ...input: SQLInputValue[]): readonly Row[];
}
