import { type Child, startChild } from './load/child.ts';
import { Seat, sitDown } from './load/sockets.ts';
import { counted, machineNow, medianOf, writeResult } from './results.ts';

/**
 * P3: the cost of one accepted command to the server, durable and shown to twelve clients, against a bare `ws` server that sends
 * as many frames of the same size and neither judges nor stores anything. Each runs in a child process, one after the other, in
 * the same rhythm: as many commands a beat, and each table's beat as long after the first table's. The cost of an idle server is
 * subtracted.
 */

const TABLES = counted('--tables', 8);
const ROUNDS = counted('--rounds', 24);
const RUNS = counted('--runs', 3);
const IDLE_MS = 2000;
/** Warm-up rounds before anything counts, all seats at once; an even number. */
const WARM_UP = 66;

/** The rhythm of a table's commands: one per beat of the server, or as a class sends them at a deadline, all at once. */
const paces = { apart: 1, together: 11 } as const;
type Pace = keyof typeof paces;

/** When a server's tables send their commands, ms. */
interface Rhythm {
  /** From one round of commands to the next. */
  readonly paceMs: number;
  /** By table: how long its beat comes after the first one's. Beats at the same time would share wakes and flushes. */
  readonly afterMs: readonly number[];
}

interface Cost {
  readonly cpuMs: number;
  readonly frames: number;
  readonly bytes: number;
  readonly answerBytes: number;
  readonly rhythm: Rhythm;
}

interface Table {
  readonly seats: readonly Seat[];
  /** Sends the n-th command of the table. */
  readonly give: (n: number) => Promise<void>;
}

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** CPU of the commands alone, and what the clients received. Without a rhythm, each table follows the server's beat. */
async function costOf(
  child: Child,
  tables: readonly Table[],
  pace: Pace,
  rhythm: Rhythm | null,
): Promise<Cost> {
  const play = async (at: Pace, from: number, rounds: number): Promise<readonly number[]> =>
    Promise.all(
      tables.map(async (table, index) => {
        await pause(rhythm?.afterMs[index] ?? 0);
        return playTable(table, at, rhythm?.paceMs ?? null, from, rounds);
      }),
    );
  await play('together', 0, WARM_UP);
  await pause(600);
  // A full collection costs as much as dozens of commands, and would fall into one measurement and not into the next.
  await child.collect();
  const idle = await child.spent();
  await pause(IDLE_MS);
  const before = await child.spent();
  const idleRate = (before.cpuMs - idle.cpuMs) / IDLE_MS;
  for (const { seats } of tables) for (const seat of seats) seat.forget();
  const began = performance.now();
  const beats = await play(pace, startOf(pace), ROUNDS);
  const paceMs = (performance.now() - began) / ROUNDS;
  await pause(600);
  const tookMs = performance.now() - began;
  const after = await child.spent();
  const commands = tables.length * ROUNDS * paces[pace];
  const seats = tables.flatMap((table) => table.seats);
  const sum = (of: (seat: Seat) => number): number => seats.reduce((total, seat) => total + of(seat), 0);
  return {
    cpuMs: (after.cpuMs - before.cpuMs - idleRate * tookMs) / commands,
    frames: sum(({ frames }) => frames) / commands,
    bytes: sum(({ bytes }) => bytes) / commands,
    answerBytes: sum(({ answerBytes }) => answerBytes) / commands,
    rhythm: { paceMs, afterMs: beats.map((beat) => beat - Math.min(...beats)) },
  };
}

/** The first measured round after the warm-up, which is a multiple of 22 commands. */
function startOf(pace: Pace): number {
  return (WARM_UP * paces.together) / paces[pace];
}

/** Plays rounds of a table; returns when the first one ended. */
async function playTable(
  { seats, give }: Table,
  pace: Pace,
  paceMs: number | null,
  from: number,
  rounds: number,
): Promise<number> {
  const last = seats[seats.length - 1];
  let firstEnd = 0;
  for (let round = from; round < from + rounds; round += 1) {
    const seen = last?.patched();
    const rest = paceMs === null ? seen : pause(paceMs);
    const commands = Array.from({ length: paces[pace] }, (_, k) => round * paces[pace] + k);
    await Promise.all(commands.map(give));
    await rest;
    if (round === from) firstEnd = performance.now();
  }
  return firstEnd;
}

async function ours(pace: Pace): Promise<Cost> {
  const child = await startChild('ourServer.ts');
  const opened = await child.open(TABLES);
  const tables = await Promise.all(
    opened.map(async ({ code, tokens }): Promise<Table> => {
      const seats: Seat[] = [];
      for (const token of tokens) seats.push(await sitDown(child.port, code, token));
      // Each seat but the last seals, then each unseals: every command changes what is seen, and never have all seats sealed.
      const give = async (n: number): Promise<void> =>
        seats[n % 11]?.give(`the-command-${n}`, n % 22 < 11 ? seal : { type: 'withdrawOrders' });
      return { seats, give };
    }),
  );
  await pause(1500);
  const cost = await costOf(child, tables, pace, null);
  for (const { seats } of tables) for (const seat of seats) seat.close();
  await child.close();
  return cost;
}
const seal = { type: 'sealOrders', order: { action: 'commit' } };

async function bare(pace: Pace, like: Cost, keeps: boolean): Promise<Cost> {
  const frameBytes = Math.round(like.bytes / like.frames);
  const every = Math.max(1, Math.round(12 / like.frames));
  const child = await startChild(
    'bareServer.ts',
    [frameBytes, Math.round(like.answerBytes), every, keeps ? 1 : 0].map(String),
  );
  const tables = await Promise.all(
    (await child.open(TABLES)).map(async ({ code, tokens }): Promise<Table> => {
      const seats = tokens.map(() => new Seat(`ws://127.0.0.1:${child.port}/${code}`, false));
      await Promise.all(seats.map(async (seat) => seat.ready()));
      const give = async (n: number): Promise<void> => seats[n % 11]?.say(Buffer.alloc(80, n % 100));
      return { seats, give };
    }),
  );
  await pause(500);
  const cost = await costOf(child, tables, pace, like.rhythm);
  for (const { seats } of tables) for (const seat of seats) seat.close();
  await child.close();
  return cost;
}

interface Run {
  readonly ours: Cost;
  readonly bare: Cost;
  /** Bare ws that stores each message in our store before it answers: the least cost of durable and shown. */
  readonly keeping: Cost;
}

const rows: Record<string, unknown>[] = [];
for (const pace of ['apart', 'together'] as const) {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const cost = await ours(pace);
    runs.push({ ours: cost, bare: await bare(pace, cost, false), keeping: await bare(pace, cost, true) });
  }
  const mid = (of: (run: Run) => number): number => medianOf(runs.map(of));
  rows.push({
    pace,
    'commands a beat': paces[pace],
    'ours, ms CPU': mid((run) => run.ours.cpuMs).toFixed(3),
    'bare ws, ms CPU': mid((run) => run.bare.cpuMs).toFixed(3),
    'bare ws and our store, ms CPU': mid((run) => run.keeping.cpuMs).toFixed(3),
    'frames a command': mid((run) => run.ours.frames).toFixed(1),
    'bytes a command': mid((run) => run.ours.bytes).toFixed(0),
    ratio: mid((run) => run.ours.cpuMs / run.bare.cpuMs).toFixed(2),
    'ratio to it with the store': mid((run) => run.ours.cpuMs / run.keeping.cpuMs).toFixed(2),
  });
}
const title = `P3: server CPU of an accepted command, durable, 12 clients shown it; ${TABLES} tables (median of ${RUNS})`;
console.log(title);
console.table(rows);
writeResult('publish', { title, bound: '≤ 2.5 times bare ws', machine: machineNow(), rows });
