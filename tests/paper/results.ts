import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './judge.ts';
import { type TableSize, tableSizes } from './proposition.ts';

/** What a full run at one table found, kept beside the tests so that the page can be written from both tables. */
export interface Results {
  readonly seats: TableSize;
  readonly propositions: readonly {
    readonly number: number;
    readonly seeds: number;
    readonly trials: readonly Finding[];
  }[];
}

/** Keeps what a full run found; numbers to six digits, so that the file does not change where nothing did. */
export function keepResults(results: Results): void {
  const text = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value),
    1,
  );
  writeFileSync(fileOf(results.seats), `${text}\n`);
}

/** What the last full run at each table found; a table never run is left out. */
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
