import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** The folder for the figures of benches. */
export const resultsFolder = join(import.meta.dirname, 'results');

/** The stored figures of one bench. */
export interface BenchResult {
  readonly title: string;
  /** The targets of the figures, in words. */
  readonly bound: string;
  readonly machine: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Plain numbers with their units in their names, for pages that calculate with them. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** Writes a bench's figures for the page of all figures. */
export function writeResult(name: string, result: BenchResult): void {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** The machine and its current load. */
export function machineNow(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(2) ?? 'unknown';
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB, Node ${process.versions.node}, load ${load}`;
}

/** A whole number given as `--name n` on the command line, or the default. */
export function counted(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  const given = at < 0 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isInteger(given) && given > 0 ? given : otherwise;
}

/** The median of some numbers. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds of CPU that this thread has spent: what else the machine does counts less than by the clock. */
export function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
