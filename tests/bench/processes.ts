import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, postgresFolder, startPostgres } from '../support/postgresServer.ts';
import { type Child, startChild } from './load/child.ts';
import { type Answers, pause, seatsAt, SteadyRate, within } from './load/classes.ts';
import { cpuOf } from './load/cpuOf.ts';
import { counted, machineNow, writeResult } from './results.ts';

/**
 * How many commands one server and two bear that share a PostgreSQL database, and what it costs that a device reaches its table
 * through another server. `--tables` are all tables of twelve connected people, `--seconds` the time at each rate.
 */

const TABLES = counted('--tables', 100);
const SECONDS = counted('--seconds', 15);
const RATES = [100, 200, 400, 600, 800];
/** Slower answers than this are no game any more; higher rates are left out then. */
const MOST_P99_MS = 1000;

const folder = postgresFolder();
if (folder === null) throw new Error('there is no PostgreSQL here');

/** Which servers run the tables, and at which the devices connect. */
const arrangements = [
  { name: 'one server', runners: [0], doors: [0] },
  { name: 'one server, reached through another', runners: [0], doors: [1] },
  { name: 'two servers', runners: [0, 1], doors: [0, 1] },
] as const;

interface Costs extends Answers {
  readonly rate: number;
  readonly serverMs: readonly number[];
  readonly postgresMs: number;
}

async function measure(
  postgres: PostgresServer,
  { runners, doors }: (typeof arrangements)[number],
): Promise<readonly Costs[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crossroads-processes-'));
  const args = [await postgres.newDatabase(), dataDir];
  const children: Child[] = [];
  for (let server = 0; server <= Math.max(...runners, ...doors); server += 1)
    children.push(await startChild('ourServer.ts', args));
  const halves = runners.map(async (runner, index) => {
    const opened = (await children[runner]?.open(TABLES / runners.length)) ?? [];
    return seatsAt(children[doors[index] ?? 0]?.port ?? 0, opened);
  });
  const tables = (await Promise.all(halves)).flat();
  await pause(3000);
  const steady = new SteadyRate(tables);
  const costs: Costs[] = [];
  for (const rate of RATES) {
    const before = await spent(postgres, children);
    const answers = await steady.run(rate, SECONDS);
    const after = await spent(postgres, children);
    const serverMs = after.serverMs.map((ms, index) => ms - (before.serverMs[index] ?? 0));
    costs.push({ ...answers, rate, serverMs, postgresMs: after.postgresMs - before.postgresMs });
    if (within(answers, 0.99) > MOST_P99_MS) break;
  }
  for (const seat of tables.flat()) seat.close();
  for (const child of children) await child.close();
  rmSync(dataDir, { recursive: true, force: true });
  return costs;
}

async function spent(
  postgres: PostgresServer,
  children: readonly Child[],
): Promise<Pick<Costs, 'serverMs' | 'postgresMs'>> {
  const each = await Promise.all(children.map(async (child) => child.spent()));
  return { serverMs: each.map(({ cpuMs }) => cpuMs), postgresMs: cpuOf(postgres.pid()) };
}

function rowOf(name: string, costs: Costs): Readonly<Record<string, unknown>> {
  const { rate, serverMs, postgresMs, tookMs, errors, times } = costs;
  const percent = (ms: number): string => `${((100 * ms) / tookMs).toFixed(0)} %`;
  return {
    'tables run by': name,
    'commands a second': rate,
    'done a second': ((1000 * times.length) / tookMs).toFixed(0),
    'half, ms': within(costs, 0.5).toFixed(1),
    'p99, ms': within(costs, 0.99).toFixed(1),
    errors,
    'servers, CPU of one core each': serverMs.map(percent).join(' + '),
    'PostgreSQL, CPU of one core': percent(postgresMs),
  };
}

const cpuMsACommand = ({ serverMs, times }: Costs): number =>
  serverMs.reduce((sum, ms) => sum + ms, 0) / times.length;

const postgres = await startPostgres(folder);
try {
  const measured: (readonly Costs[])[] = [];
  for (const arrangement of arrangements) measured.push(await measure(postgres, arrangement));
  const rows = arrangements.flatMap(
    ({ name }, index) => measured[index]?.map((costs) => rowOf(name, costs)) ?? [],
  );
  const [[direct] = [], [piped] = []] = measured.map((all) => all.filter(({ rate }) => rate === 200));
  if (direct === undefined || piped === undefined) throw new Error('nothing was measured at 200 a second');
  const title = `One server and two on one PostgreSQL: ${TABLES} tables of twelve connected people, ${SECONDS} s at each rate`;
  console.log(title);
  console.table(rows);
  writeResult('processes', {
    title,
    bound: 'two servers bear more than one',
    machine: machineNow(),
    rows,
    figures: {
      cpuMsACommand: cpuMsACommand(direct),
      passedOnMsACommand: cpuMsACommand(piped) - cpuMsACommand(direct),
      postgresMsACommand: direct.postgresMs / direct.times.length,
    },
  });
} finally {
  await postgres.close();
}
