import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Coupling, couplingNamed, couplings } from './couplings.ts';
import { performAll } from './crew.ts';
import { fromTo, verdictWords, withInterval } from './figures.ts';
import { type Finding, judge, verdictOf } from './judge.ts';
import { pageOf } from './page.ts';
import { type Proposition, type TableSize, tableSizes } from './proposition.ts';
import { propositionNumbered, propositions } from './propositions.ts';
import { keepResults, knownResults, type Results } from './results.ts';
import type { Task } from './task.ts';

const USAGE = `Runs the forty propositions of the paper and writes docs/paper.md.

  npm run paper -- [--seats 12|40] [--only N,N] [--seeds K] [--break COUPLING] [--workers W]

--seats    one table only; by default both
--only     some propositions only; prints, writes nothing
--seeds    so many seeds for each instead of those that decide it
--break    cuts a coupling and prints what no longer holds (at 12 seats, if not told); writes nothing
           ${couplings.map(({ id }) => id).join(', ')}
--workers  threads, by default one per core and two at most`;

/** The options of the command line. */
interface Request {
  readonly tables: readonly TableSize[];
  readonly chosen: readonly Proposition[];
  readonly isWhole: boolean;
  readonly seeds: number | null;
  readonly coupling: Coupling | null;
  readonly workers: number;
}

/** How many seeds a worker plays at a time. */
const CHUNK = 10;

const request = readRequest();
const isQuiet = !process.stderr.isTTY;
let failures = 0;
for (const seats of request.tables) failures += await runTable(request, seats);
if (request.isWhole) writePage();
process.exitCode = failures > 0 ? 1 : 0;

/** Runs the chosen propositions at one table, prints them and stores a whole run; returns how many had an unexpected result. */
async function runTable(
  { chosen, seeds, coupling, workers, isWhole }: Request,
  seats: TableSize,
): Promise<number> {
  const tasks = chosen.flatMap((proposition) =>
    tasksOf(proposition, seats, seeds ?? proposition.seeds[seats], coupling),
  );
  const started = performance.now();
  const answers = await performAll(tasks, workers, (done) => {
    if (!isQuiet)
      process.stderr.write(`\r${seats} seats: ${done} of ${tasks.length} parts, ${lapse(started)} `);
  });
  if (!isQuiet) process.stderr.write('\n');
  const results = chosen.map((proposition) => {
    const rows = tasks.flatMap((task, index) =>
      task.number === proposition.number ? (answers[index] ?? []) : [],
    );
    return { number: proposition.number, seeds: rows.length, trials: judge(proposition, rows) };
  });
  print({ seats, propositions: results }, coupling);
  console.log(`${seats} seats took ${lapse(started)}.\n`);
  if (isWhole) keepResults({ seats, propositions: results });
  return results.filter((result) => isSurprise(result, coupling)).length;
}

/** Whether a proposition fails under whole rules, or holds although the coupling that it depends on is cut. */
function isSurprise({ number, trials }: Results['propositions'][number], coupling: Coupling | null): boolean {
  const verdict = verdictOf(trials);
  if (coupling === null) return verdict === 'notHeld';
  return coupling.fails.some(([failing]) => failing === number) && verdict === 'held';
}

function tasksOf(
  { number }: Proposition,
  n: TableSize,
  seeds: number,
  coupling: Coupling | null,
): readonly Task[] {
  const changes = coupling?.changes ?? {};
  return Array.from({ length: Math.ceil(seeds / CHUNK) }, (_, part) => ({
    number,
    n,
    from: part * CHUNK + 1,
    to: Math.min(seeds, (part + 1) * CHUNK),
    changes,
  }));
}

function print({ seats, propositions: found }: Results, coupling: Coupling | null): void {
  for (const { number, trials } of found) {
    const { phrase, section } = propositionNumbered(number);
    console.log(`#${number} ${phrase} (§${section}): ${verdictWords[verdictOf(trials)].en}`);
    for (const finding of trials) console.log(`   ${lineOf(finding)}`);
  }
  const count = found.filter(({ trials }) => verdictOf(trials) === 'held').length;
  console.log(`${count} of ${found.length} held at ${seats} seats.`);
  if (coupling !== null) printBreak(found, coupling);
}

function lineOf(finding: Finding): string {
  const verdict = verdictWords[finding.verdict].en;
  return `${finding.id.padEnd(5)} ${fromTo(finding)}  ${withInterval(finding)}  ${finding.counted} seeds  ${verdict}`;
}

function printBreak(found: Results['propositions'], { id, what, fails }: Coupling): void {
  const broken = found.filter(({ trials }) => verdictOf(trials) !== 'held').map(({ number }) => `#${number}`);
  const promised = [...new Set(fails.map(([number]) => `#${number}`))];
  console.log(`Cut: ${id}, ${what}.`);
  console.log(`Must fail: ${promised.join(' ')}. No longer held here: ${broken.join(' ') || 'none'}.`);
}

function writePage(): void {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'paper.md');
  writeFileSync(file, pageOf(knownResults()));
  console.log('Wrote docs/paper.md.');
}

function lapse(started: number): string {
  return `${Math.round((performance.now() - started) / 1000)} s`;
}

function readRequest(): Request {
  const { values } = parseArgs({
    options: {
      seats: { type: 'string' },
      only: { type: 'string' },
      seeds: { type: 'string' },
      break: { type: 'string' },
      workers: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) leave(USAGE, 0);
  const coupling = values.break === undefined ? null : couplingNamed(values.break);
  if (values.break !== undefined && coupling === null)
    leave(`There is no coupling "${values.break}".\n\n${USAGE}`, 2);
  const tables = tableSizes.filter((size) => values.seats === undefined || String(size) === values.seats);
  if (tables.length === 0) leave(USAGE, 2);
  const only = values.only?.split(',').map((text) => wholeNumber(text, propositions.length)) ?? [];
  return {
    tables: coupling !== null && values.seats === undefined ? [12] : tables,
    chosen: only.length === 0 ? propositions : only.map(propositionNumbered),
    isWhole: only.length === 0 && coupling === null,
    seeds: values.seeds === undefined ? null : wholeNumber(values.seeds, 100_000),
    coupling,
    workers:
      values.workers === undefined ? Math.min(2, availableParallelism()) : wholeNumber(values.workers, 64),
  };
}

function wholeNumber(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) leave(USAGE, 2);
  return number;
}

function leave(text: string, code: number): never {
  console.log(text);
  process.exit(code);
}
