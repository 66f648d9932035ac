import { startChild } from './load/child.ts';
import { type Answers, pause, seatsAt, SteadyRate, within } from './load/classes.ts';
import { counted, machineNow, writeResult } from './results.ts';

/**
 * P4: one server with many sessions of twelve connected people, durable, with commands at a steady rate, against the same with
 * few. `--large` and `--small` are the numbers of sessions, `--rate` the commands per second over all, `--seconds` the duration.
 */

const LARGE = counted('--large', 500);
const SMALL = counted('--small', 50);
const RATE = counted('--rate', 200);
const SECONDS = counted('--seconds', 30);
const PEOPLE = 12;
const IDLE_MS = 10_000;

interface Measured extends Answers {
  readonly bareMb: number;
  readonly memoryMb: number;
  readonly perSessionKb: number;
  /** Shares of one core: with all connected and nobody acting, and with the commands. */
  readonly idleShare: number;
  readonly cpuShare: number;
}

async function measure(sessions: number): Promise<Measured> {
  const child = await startChild('ourServer.ts');
  const { memoryMb: bareMb } = await child.spent();
  const tables = await seatsAt(child.port, await child.open(sessions));
  await pause(3000);
  const idle = await child.spent();
  await pause(IDLE_MS);
  const before = await child.spent();
  const answers = await new SteadyRate(tables).run(RATE, SECONDS);
  const after = await child.spent();
  const closed = tables.flat().filter(({ isClosed }) => isClosed).length;
  for (const seat of tables.flat()) seat.close();
  await child.close();
  return {
    ...answers,
    errors: answers.errors + closed,
    bareMb,
    memoryMb: after.memoryMb,
    perSessionKb: ((before.memoryMb - bareMb) * 1024) / sessions,
    idleShare: (before.cpuMs - idle.cpuMs) / IDLE_MS,
    cpuShare: (after.cpuMs - before.cpuMs) / answers.tookMs,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const [few, many] = [await measure(SMALL), await measure(LARGE)];
const rows = [[SMALL, few] as const, [LARGE, many] as const].map(([sessions, measured]) => ({
  'sessions × 12': sessions,
  'half, ms': within(measured, 0.5).toFixed(1),
  'p99, ms': within(measured, 0.99).toFixed(1),
  'p99 over p99 of few': (within(measured, 0.99) / within(few, 0.99)).toFixed(2),
  errors: measured.errors,
  'memory, MB': measured.memoryMb.toFixed(0),
  'a session, kB': measured.perSessionKb.toFixed(0),
  'nobody acts: CPU of one core': percent(measured.idleShare),
  'CPU of one core': percent(measured.cpuShare),
}));
const title = `P4: ${RATE} commands a second for ${SECONDS} s, every seat connected`;
console.log(title);
console.table(rows);
writeResult('capacity', {
  title,
  bound: 'p99 ≤ 3 times that of 50 sessions, no error',
  machine: machineNow(),
  rows,
  figures: {
    bareMb: many.bareMb,
    kbATable: many.perSessionKb,
    idleMsAPersonSecond: (1000 * many.idleShare) / (LARGE * PEOPLE),
    cpuMsACommand: (1000 * (many.cpuShare - many.idleShare)) / RATE,
  },
});
