import { setTimeout as sleep } from 'node:timers/promises';
import { type PlayedEvent, playEvent, playOneTable } from '../../server/rehearse/rehearseEvent.ts';
import { quantile } from '../../server/rehearse/tally.ts';
import { type ManyServers, manyServers, type OneOfMany } from '../support/manyServers.ts';
import { postgresFolder } from '../support/postgresServer.ts';
import { counted, machineNow, writeResult } from './results.ts';

/**
 * Two events at once on two servers with one PostgreSQL behind nginx, each event run by another server; then the same again, and one
 * server is killed in the middle. `--tables` are the tables of each event, `--delegates` the people at each table.
 */

const TABLES = counted('--tables', 15);
const DELEGATES = counted('--delegates', 10);

const folder = postgresFolder();
if (folder === null) throw new Error('there is no PostgreSQL here');

const wish = {
  tables: TABLES,
  delegates: DELEGATES,
  drop: 0,
  badLink: false,
  withinMs: 10_000,
  awayMs: 20_000,
  thinkMs: 4000,
  seed: 1,
  scenario: 'twelve-states',
  plan: '6x3',
  pace: { phaseMs: 4000, decisionMs: 60_000 },
};

interface Run {
  readonly oneTableP95Ms: number;
  readonly events: readonly PlayedEvent[];
}

/** Plays one table alone, then an event on each server at once; `inTheMiddle` happens when everybody plays. */
async function run(many: ManyServers, inTheMiddle: (server: OneOfMany) => Promise<void>): Promise<Run> {
  const [first, second] = many.servers;
  if (first === undefined || second === undefined) throw new Error('there are not two servers');
  const placeAt = ({ port }: OneOfMany) => ({
    origin: many.nginx.origin,
    opensAt: `http://127.0.0.1:${port}`,
    secret: first.secret,
  });
  const alone = await playOneTable(placeAt(first), wish);
  let joined = 0;
  let disturbed: Promise<void> = Promise.resolve();
  const told = (sentence: string): void => {
    console.error(sentence);
    joined += 1;
    if (joined === 2) disturbed = sleep(15_000).then(async () => inTheMiddle(first));
  };
  const events = await Promise.all([
    playEvent(placeAt(first), wish, told),
    playEvent(placeAt(second), { ...wish, seed: 2 }, told),
  ]);
  await disturbed;
  return { oneTableP95Ms: quantile(alone.ackMs, 0.95) ?? Number.NaN, events };
}

function rowOf(what: string, { oneTableP95Ms, events }: Run): Readonly<Record<string, unknown>> {
  const sum = (of: (event: PlayedEvent) => number): number => events.reduce((all, one) => all + of(one), 0);
  const ackMs = events.flatMap(({ tally }) => tally.ackMs);
  const p95 = quantile(ackMs, 0.95) ?? Number.NaN;
  const goneMs = events.flatMap(({ tally }) => tally.goneMs);
  const checks = events.flatMap(({ checks: each }) => each);
  return {
    run: what,
    'people joined': `${sum(({ tally }) => tally.joined)} of ${sum(({ asked }) => asked)}`,
    'orders acknowledged': sum(({ tally }) => tally.sealed.size),
    lost: checks.reduce((all, check) => all + (check?.lost ?? Number.NaN), 0),
    doubled: checks.reduce((all, check) => all + (check?.doubled ?? Number.NaN), 0),
    'shown otherwise': sum(({ tally }) => tally.wrong.length),
    'one table, p95, ms': oneTableP95Ms.toFixed(1),
    'all, p95, ms': p95.toFixed(1),
    ratio: (p95 / oneTableP95Ms).toFixed(2),
    reconnects: sum(({ tally }) => tally.reconnects),
    'longest without a connection, s': goneMs.length === 0 ? '' : (Math.max(...goneMs) / 1000).toFixed(1),
    'longest order, s': (Math.max(...ackMs) / 1000).toFixed(1),
  };
}

const many = await manyServers({ count: 2, postgres: folder });
try {
  const calm = await run(many, async () => undefined);
  const shaken = await run(many, async (server) => {
    await server.end('SIGKILL');
    await sleep(10_000);
    await server.start();
  });
  const rows = [rowOf('nothing happens', calm), rowOf('one server is killed', shaken)];
  const title = `Two events of ${TABLES} tables with ${DELEGATES} people each on two servers with one PostgreSQL behind nginx`;
  console.log(title);
  console.table(rows);
  writeResult('events', {
    title,
    bound: 'everybody joins and is back, no order lost or doubled; p95 ≤ 3 times one table alone',
    machine: machineNow(),
    rows,
  });
} finally {
  await many.remove();
}
