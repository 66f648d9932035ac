import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './judge.ts';
import { type TableSize, tableSizes } from './proposition.ts';

/** The findings of a full run at one table, kept beside the tests so that the page can be written from both tables. */
export interface Results {
  readonly seats: TableSize;
  readonly propositions: readonly {
    readonly number: number;
    readonly seeds: number;
    readonly trials: readonly Finding[];
  }[];
}

/** Stores the findings of a full run; numbers to six digits, so that the file changes only if results do. */
export function keepResults(results: Results): void {
  const text = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value),
    1,
  );
  writeFileSync(fileOf(results.seats), `${text}\n`);
}

/** The findings of the last full run at each table; omits a table that never ran. */
export function knownResults(): readonly Results[] {
  return tableSizes.flatMap((seats) => {
    const file = fileOf(seats);
    return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as Results] : [];
  });
}

function fileOf(seats: TableSize): string {
  return join(import.meta.dirname, 'results', `n${seats}.json`);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
