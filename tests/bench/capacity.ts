import { type Child, startChild } from './load/child.ts';
import { type Seat, sitDown } from './load/sockets.ts';
import { counted, machineNow, writeResult } from './results.ts';

/**
 * P4: one server with many sessions of twelve connected people, durable, with commands at a steady rate, against the same with
 * few. `--large` and `--small` are the numbers of sessions, `--rate` the commands per second over all, `--seconds` the duration.
 */

const LARGE = counted('--large', 500);
const SMALL = counted('--small', 50);
const RATE = counted('--rate', 200);
const SECONDS = counted('--seconds', 30);
/** How many devices connect at once. */
const DOOR = 16;

const seal = { type: 'sealOrders', order: { action: 'commit' } };
const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Measured {
  readonly times: readonly number[];
  readonly errors: number;
  readonly memoryMb: number;
  readonly perSessionKb: number;
  readonly cpuShare: number;
}

async function seatsOf(child: Child, sessions: number): Promise<readonly (readonly Seat[])[]> {
  const opened = await child.open(sessions);
  const chairs = opened.flatMap(({ code, tokens }, table) => tokens.map((token) => ({ code, token, table })));
  const tables: Seat[][] = opened.map(() => []);
  const come = async (): Promise<void> => {
    for (let chair = chairs.shift(); chair !== undefined; chair = chairs.shift())
      tables[chair.table]?.push(await sitDown(child.port, chair.code, chair.token));
  };
  await Promise.all(Array.from({ length: DOOR }, come));
  return tables;
}

async function measure(sessions: number): Promise<Measured> {
  const child = await startChild('ourServer.ts');
  const { memoryMb: bareMb } = await child.spent();
  const tables = await seatsOf(child, sessions);
  await pause(3000);
  const before = await child.spent();
  const times: number[] = [];
  let errors = 0;
  const pending: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < RATE * SECONDS; n += 1) {
    const wait = began + (n * 1000) / RATE - performance.now();
    if (wait > 1) await pause(wait);
    pending.push(
      give(tables, n).then(
        (ms) => void times.push(ms),
        () => {
          errors += 1;
        },
      ),
    );
  }
  await Promise.all(pending);
  const tookMs = performance.now() - began;
  const after = await child.spent();
  errors += tables.flat().filter(({ isClosed }) => isClosed).length;
  for (const seat of tables.flat()) seat.close();
  await child.close();
  return {
    times: times.toSorted((a, b) => a - b),
    errors,
    memoryMb: after.memoryMb,
    perSessionKb: ((before.memoryMb - bareMb) * 1024) / sessions,
    cpuShare: (after.cpuMs - before.cpuMs) / tookMs,
  };
}

/** Takes the sessions in turn; in each, one seat after the other seals, and then each unseals. Never have all seats sealed. */
async function give(tables: readonly (readonly Seat[])[], n: number): Promise<number> {
  const [table, turn] = [n % tables.length, Math.floor(n / tables.length)];
  const seat = tables[table]?.[turn % 11];
  if (seat === undefined) throw new Error('nobody sits there');
  const began = performance.now();
  await seat.give(`the-command-${n}`, turn % 22 < 11 ? seal : { type: 'withdrawOrders' });
  return performance.now() - began;
}

const share = ({ times }: Measured, part: number): number => times[Math.floor(times.length * part)] ?? 0;
const [few, many] = [await measure(SMALL), await measure(LARGE)];
const rows = [[SMALL, few] as const, [LARGE, many] as const].map(([sessions, measured]) => ({
  'sessions × 12': sessions,
  'half, ms': share(measured, 0.5).toFixed(1),
  'p99, ms': share(measured, 0.99).toFixed(1),
  'p99 over p99 of few': (share(measured, 0.99) / share(few, 0.99)).toFixed(2),
  errors: measured.errors,
  'memory, MB': measured.memoryMb.toFixed(0),
  'a session, kB': measured.perSessionKb.toFixed(0),
  'CPU of one core': `${(100 * measured.cpuShare).toFixed(0)} %`,
}));
const title = `P4: ${RATE} commands a second for ${SECONDS} s, every seat connected`;
console.log(title);
console.table(rows);
writeResult('capacity', {
  title,
  bound: 'p99 ≤ 3 times that of 50 sessions, no error',
  machine: machineNow(),
  rows,
});
