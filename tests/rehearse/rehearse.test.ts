import { afterAll, beforeAll, expect, test } from 'vitest';
import { rehearse, type RehearsalWish } from '../../server/rehearse/rehearse.ts';
import { hostSession } from '../../server/rehearse/hostHand.ts';
import { isClean } from '../../server/rehearse/report.ts';
import { crossroads } from '../cli/crossroads.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => server.close());

async function opened(): Promise<{ readonly code: string; readonly token: string }> {
  const cookie = await server.hostCookie();
  const body = { scenario: 'archipelago', plan: '5x3' };
  const { code }: { code: string } = await (
    await server.call('POST', '/api/sessions', body, { cookie })
  ).json();
  const pass: { token: string } = await (
    await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie })
  ).json();
  return { code, token: pass.token };
}

const pace = { phaseMs: 400, decisionMs: 20_000 };
const wish: Omit<RehearsalWish, 'target'> = {
  sessions: 1,
  delegates: 8,
  drop: 2,
  badLink: false,
  withinMs: 200,
  awayMs: 500,
  thinkMs: 200,
  seed: 3,
  scenario: 'archipelago',
  plan: '5x3',
  pace,
};

test('a crowd joins a hosted session, two drop out and come back, and no order is lost or doubled', async () => {
  const { code, token } = await opened();
  let hosting: Promise<void> = Promise.resolve();
  const report = await rehearse({ ...wish, target: { origin: server.origin, code } }, (sentence) => {
    if (sentence.includes('have joined')) hosting = hostSession(server.origin, code, token, pace);
  });
  await hosting;
  expect(report).toMatchObject({
    joined: 8,
    dropped: 2,
    back: 2,
    lost: 0,
    doubled: 0,
    nameless: 0,
    wrong: [],
  });
  expect(report.sealed).toBeGreaterThanOrEqual(5 * 6 - 2);
  expect(report.ackMs.p50).toBeGreaterThan(0);
  expect(report.quietMs.p50).toBeGreaterThan(0);
  expect(isClean(report)).toBe(true);
}, 120_000);

test('on a bad link everybody still plays the session through', async () => {
  const { code, token } = await opened();
  let hosting: Promise<void> = Promise.resolve();
  const bad = { ...wish, delegates: 6, drop: 1, badLink: true };
  const report = await rehearse({ ...bad, target: { origin: server.origin, code } }, (sentence) => {
    if (sentence.includes('have joined')) {
      hosting = hostSession(server.origin, code, token, { phaseMs: 1500, decisionMs: 20_000 });
    }
  });
  await hosting;
  expect(report).toMatchObject({ joined: 6, back: 1, lost: 0, doubled: 0, wrong: [] });
  expect(report.ackMs.p50 ?? 0).toBeGreaterThan(300);
}, 180_000);

test('an address without a session and an unreachable server give one sentence each', async () => {
  const none = await crossroads('rehearse', `${server.origin}/ABC234`);
  expect(none.code).toBe(1);
  expect(none.err).toContain('The rehearsal stopped: there is no session with this code');
  const away = await crossroads('rehearse', 'http://127.0.0.1:9/ABC234');
  expect(away).toMatchObject({ code: 1, out: '' });
  expect(away.err).toContain('cannot be reached');
  const odd = await crossroads('rehearse', 'somewhere');
  expect(odd.code).toBe(2);
}, 60_000);
