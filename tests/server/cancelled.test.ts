import { CloseCode } from '@colyseus/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '#shared/log/verify.ts';
import type { LibraryPage } from '#shared/wire/library.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed } from '../log/playedLog.ts';
import { testServer, type TestServer } from '../support/testServer.ts';

const DAY_MS = 86_400_000;
const plan = { scenario: 'archipelago', plan: '5x3' };
let now = Date.UTC(2026, 8, 1);
let server: TestServer;
let cookie: string;
beforeEach(async () => {
  now = Date.UTC(2026, 8, 1);
  server = await testServer(() => now);
  cookie = await server.hostCookie();
});
afterEach(() => server.close());

async function asked<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  return (await (await server.call(method, `/api/${path}`, body, { cookie })).json()) as Body;
}

/** Opens a session, lets one person in, and cancels it. */
async function cancelled(): Promise<{ readonly code: string; readonly token: string }> {
  const { code } = await asked<{ code: string }>('POST', 'sessions', plan);
  const seat = { seat: null, name: 'Ada' };
  const { token } = await asked<{ token: string }>('POST', `sessions/${code}/seats`, seat);
  const session = await server.app.registry.find(code);
  const outcome = await session?.submit({ kind: 'host', host: 'host' }, 'no', { type: 'cancelSession' });
  expect(outcome).toMatchObject({ ok: true });
  return { code, token };
}
const listed = async (state: string): Promise<LibraryPage> => asked('GET', `library?state=${state}`);

test('a cancelled session is in the library as cancelled, awake and asleep, and nowhere else', async () => {
  const { code } = await cancelled();
  for (const asleep of [false, true]) {
    if (asleep) await server.app.registry.rest(code, CloseCode.CONSENTED);
    for (const state of ['all', 'cancelled'])
      expect((await listed(state)).items, `${state} ${asleep}`).toMatchObject([
        { code, status: 'cancelled', keepDays: 30 },
      ]);
    for (const state of ['open', 'ended', 'deleted', 'practice'])
      expect((await listed(state)).total, `${state} ${asleep}`).toBe(0);
    expect(await asked('GET', 'sessions')).toEqual([]);
  }
});

test('people with its code are told; nobody can sit down, and participants get no record', async () => {
  const { code, token } = await cancelled();
  expect(await asked('GET', `sessions/${code}`)).toMatchObject({ phase: 'ended', cancelled: true });
  const seat = await server.call('POST', `/api/sessions/${code}/seats`, { seat: null, name: 'Bob' });
  expect([seat.status, await seat.json()]).toMatchObject([409, { code: 'sessionCancelled' }]);
  const copy = await server.call('GET', `/api/sessions/${code}/log`, undefined, {
    authorization: `Bearer ${token}`,
  });
  expect(copy.status).toBe(403);
});

test('its record verifies, is imported as cancelled elsewhere, and is removed after thirty days', async () => {
  const { code } = await cancelled();
  const log = await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie });
  const text = await log.text();
  expect(verifyLog(parsed(text), sha256).firstFault).toBeNull();
  expect(await server.store.expired(now + 30 * DAY_MS - 1)).toEqual([]);
  const expired = await server.store.expired(now + 30 * DAY_MS);
  expect(expired.map((stored) => stored.code)).toEqual([code]);
  await server.app.registry.rest(code, CloseCode.CONSENTED);
  for (const { id } of expired) await server.store.remove(id);
  const answer = await fetch(`${server.origin}/api/library-import?file=x.jsonl`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8', cookie },
    body: text,
  });
  expect(answer.status).toBe(201);
  expect((await listed('cancelled')).items).toMatchObject([{ status: 'cancelled', keepDays: null }]);
  expect(await server.store.expired(now + 4000 * DAY_MS)).toEqual([]);
});
