import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from '../../../server/app.ts';
import { alone } from '../../../server/store/ownership.ts';
import { openSharedStore } from '../../../server/store/postgres/postgresStore.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { scenarioById } from '../../../shared/scenario/packs.ts';
import type { SessionOptions } from '../../../shared/session/vocabulary/options.ts';
import { plainInput } from '../../support/plainInput.ts';
import { answerParent, type OpenedTable } from './child.ts';

/**
 * The server as users start it, on an empty database on disk, or with `<address of PostgreSQL> <data directory>` as one of several;
 * opens whole tables when its parent asks.
 */

/** No bots, and no deadline that matters. */
const options: SessionOptions = {
  plan: '16x1',
  openDeck: true,
  practice: false,
  coverEmptySeats: false,
  pace: { rounds: 3, seconds: { briefing: 0, negotiation: 0, decision: 900, reveal: 10, review: 0 } },
};

const scenario = scenarioById('twelve-states');
if (scenario === null) throw new Error('twelve-states is missing');
const [databaseUrl, givenDir] = process.argv.slice(2);
const dataDir = givenDir ?? mkdtempSync(join(tmpdir(), 'crossroads-bench-'));
const tell = (sentence: string): void => void process.stderr.write(sentence);
const { store, ownership } =
  databaseUrl === undefined
    ? { store: await openSqliteStore(dataDir, tell), ownership: alone }
    : await openSharedStore(databaseUrl, tell);
const app = buildApp(
  plainInput({ store, ownership, dataDir, log: pino({ level: 'warn', base: null }), build: 'bench' }),
);

/** A table with every seat taken, in its first decision. */
async function openTable(): Promise<OpenedTable> {
  if (scenario === null) throw new Error('twelve-states is missing');
  const session = await app.registry.open({ scenario, options, seed: 7 });
  const tokens: string[] = [];
  for (const { id: seat } of session.state.seats) {
    const delegate = `person-${seat}`;
    const actor = { kind: 'delegate', delegate, seat } as const;
    await session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate, name: null });
    tokens.push(await app.registry.grant({ kind: 'delegate', session: session.id, seat, delegate }));
  }
  const host = { kind: 'host', host: 'host' } as const;
  await session.submit(host, 'start', { type: 'startSession' });
  for (let step = 0; session.state.phase.name !== 'decision' && step < 5; step += 1)
    await session.submit(host, `close-${step}`, { type: 'closePhase', because: 'host' });
  return { code: session.code, tokens };
}

answerParent({
  port: await app.listen(0, '127.0.0.1'),
  open: async (tables) => {
    const opened: OpenedTable[] = [];
    for (let table = 0; table < tables; table += 1) opened.push(await openTable());
    return opened;
  },
  close: async () => {
    await app.close();
    await store.close();
    if (givenDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  },
});
