/** A value that every database of ours can keep. */
export type SqlValue = string | number | null;

/** A row as a database returns it: whole numbers may come as numbers or as their digits. */
export type Row = Readonly<Record<string, SqlValue | bigint | Uint8Array>>;

/** One SQL statement; each `?` in it stands for one value. */
export interface Statement {
  readonly query: string;
  readonly values: readonly SqlValue[];
  /** Whether its rows are wanted, or how many rows it changed. */
  readonly wants: 'rows' | 'count';
}

/** What a database answers to a statement. */
export interface StatementAnswer {
  readonly rows: readonly Row[];
  readonly count: number;
}

/**
 * Work on a database, statement by statement, the same for every database and whether it answers at once or later. Who runs it
 * gives each answer, or throws the statement's error, at the place where the statement was asked for.
 */
export type Work<Value> = Generator<Statement, Value, StatementAnswer>;

/** The error of a statement that would have kept a row twice. */
export class DuplicateRow extends Error {}

/** The rows that a query finds. */
export function* all(query: string, ...values: readonly SqlValue[]): Work<readonly Row[]> {
  return (yield { query, values, wants: 'rows' }).rows;
}

/** Changes rows and returns how many. */
export function* changed(query: string, ...values: readonly SqlValue[]): Work<number> {
  return (yield { query, values, wants: 'count' }).count;
}

/** Changes rows, however many. */
export function* run(query: string, ...values: readonly SqlValue[]): Work<void> {
  yield { query, values, wants: 'count' };
}
