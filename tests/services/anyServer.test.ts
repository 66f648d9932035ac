import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { apiAt } from '../../client/net/api.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { hostSession } from '../../server/rehearse/hostHand.ts';
import { rehearse } from '../../server/rehearse/rehearse.ts';
import { isClean } from '../../server/rehearse/report.ts';
import { postgresFolder, type PostgresServer, startPostgres } from '../support/postgresServer.ts';
import { type RunningProgram, runProgram } from '../support/runningProgram.ts';
import { linesOf, listening } from './startedServer.ts';

const launcher = join(import.meta.dirname, '..', '..', 'crossroads.cjs');
const folder = postgresFolder();
const OPENING = { scenario: 'archipelago', plan: '5x3' };

/** A server among several, as people start it. */
interface Started {
  readonly origin: string;
  readonly secret: string;
  readonly running: RunningProgram;
}

describe.skipIf(folder === null)('two servers on one PostgreSQL database', () => {
  let database: PostgresServer;
  let data = '';
  let [near, far]: Started[] = [];
  let cookie = '';
  beforeAll(async () => {
    database = await startPostgres(folder ?? '');
    data = mkdtempSync(join(tmpdir(), 'crossroads-any-'));
    const url = await database.newDatabase();
    [near, far] = [await started(url), await started(url)];
    cookie = await rehearsalApi(near.origin).enterHost(near.secret);
  });
  afterAll(async () => {
    for (const one of [near, far]) one?.running.child.kill('SIGTERM');
    await Promise.all([near?.running.ended, far?.running.ended]);
    await database.close();
    rmSync(data, { recursive: true, force: true });
  });

  async function started(url: string): Promise<Started> {
    const command = [process.execPath, launcher, 'start', '--port', '0', '--host', '127.0.0.1'];
    const running = runProgram('env', [`DATABASE_URL=${url}`, ...command, '--data', data]);
    const { origin, secret } = await listening(running);
    return { origin, secret, running };
  }

  const call = async (server: Started | undefined, path: string, body?: unknown) => {
    const headers = { cookie, 'content-type': 'application/json' };
    const answer = await fetch(
      `${server?.origin}${path}`,
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
    );
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const meter = async (server: Started | undefined, name: string): Promise<number> => {
    const text = await (await fetch(`${server?.origin}/metrics`)).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length),
    );
  };

  test('a session that one runs is joined and played to its end by way of the other', async () => {
    const code = await rehearsalApi(far?.origin ?? '').open(cookie, OPENING);
    const origin = near?.origin ?? '';
    const api = rehearsalApi(origin);
    const { token } = await api.hostPass(cookie, code);
    const pace = { phaseMs: 400, decisionMs: 20_000 };
    const people = { sessions: 1, delegates: 6, drop: 1, badLink: false, seed: 5 };
    const times = { withinMs: 200, awayMs: 500, thinkMs: 200 };
    let hosting: Promise<void> = Promise.resolve();
    let passedOn = 0;
    const report = await rehearse(
      { target: { origin, code }, ...people, ...times, ...OPENING, pace },
      (told) => {
        if (!told.includes('have joined')) return;
        hosting = hostSession(origin, code, token, pace);
        void meter(near, 'crossroads_sockets_passed_on').then((count) => (passedOn = count));
      },
    );
    await hosting;
    expect(report).toMatchObject({ joined: 6, lost: 0, doubled: 0, wrong: [] });
    expect(isClean(report)).toBe(true);
    expect(passedOn).toBeGreaterThanOrEqual(6);
    const log = await api.log(code, token);
    expect(linesOf(log).length).toBeGreaterThan(40);
    const shared = await call(near, `/api/library/${code}/links`, { names: false });
    const { secret } = shared.body as { secret: string };
    for (const server of [near, far]) {
      const read = await apiAt(server?.origin ?? '').sharedRecord(secret);
      if (!read.ok) throw new Error(read.failure.code);
      expect(linesOf(read.value).length).toBe(linesOf(log).length);
    }
  }, 180_000);

  test('the same press at the other server finds the session, practice or event that it opened at the first', async () => {
    const key = (what: string): string => what.padEnd(16, '-');
    const event = { opening: OPENING, placing: 'fill', size: 8, tables: 2, names: [] };
    for (const [path, body] of [
      ['/api/sessions', { ...OPENING, key: key('session') }],
      ['/api/practice', { ...OPENING, key: key('practice') }],
      ['/api/events', { ...event, key: key('event') }],
    ] as const) {
      const [first, again] = [await call(far, path, body), await call(near, path, body)];
      expect([first.status, again.status], path).toEqual([201, 201]);
      const codes = [first, again].map(({ body: answer }) => (answer as { code: string }).code);
      expect(new Set(codes).size, path).toBe(1);
    }
  });

  test('both list the same, and say that they are two', async () => {
    for (const path of ['/api/sessions', '/api/events', '/api/library?state=all&order=newest'])
      await vi.waitFor(async () => {
        const [here, there] = [await call(near, path), await call(far, path)];
        expect([here.status, here.body]).toEqual([200, there.body]);
      });
    const facts = [await call(near, '/api/host/server'), await call(far, '/api/host/server')];
    for (const { body } of facts) expect(body).toMatchObject({ servers: { all: 2, silent: 0 } });
    const [here, there] = facts.map(
      ({ body }) => (body as { standing: { sessions: unknown } }).standing.sessions,
    );
    expect(here).toEqual(there);
    expect(here).toMatchObject({ lobby: 3, running: 0, ended: 1 });
    const practising = [near, far].map(async (one) => meter(one, 'crossroads_sessions{state="practice"}'));
    const all = (await Promise.all(practising)).reduce((sum, count) => sum + count, 0);
    expect(here).toMatchObject({ practice: all });
  });
});
