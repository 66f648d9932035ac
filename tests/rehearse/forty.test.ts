import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { type Crowd, gather } from '../../server/rehearse/crowd.ts';
import { type Device, joinDevice } from '../../server/rehearse/device.ts';
import { newTally } from '../../server/rehearse/tally.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const DELEGATES = 40;
const WITHIN_MS = 60_000;

let server: TestServer;
let crowd: Crowd | null = null;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => {
  await crowd?.close();
  await server.close();
});

/** Gives the host's command; a refusal fails the test. */
async function lead(host: Device, phase: 'startSession' | 'closePhase' | 'endSession'): Promise<void> {
  const command = phase === 'closePhase' ? ({ type: phase, because: 'host' } as const) : { type: phase };
  expect(await host.give(randomUUID(), command)).toMatchObject({ ok: true });
}

test('forty delegates, the host and a projector share one session: all are seen, all seal, all see the reveal', async () => {
  const api = rehearsalApi(server.origin);
  const cookie = await server.hostCookie();
  const code = await api.open(cookie, { scenario: 'twelve-states', plan: '6x3' });
  const pass = await api.hostPass(cookie, code);
  const host = await joinDevice(server.origin, code, pass.token);
  const projector = await joinDevice(server.origin, code, null);
  const tally = newTally();
  const manners = { seed: 5, thinkMs: 200, awayMs: 200, badLink: false, withinMs: 500, first: 0, drop: 0 };
  crowd = await gather({ ...manners, origin: server.origin, code, delegates: DELEGATES }, tally);
  expect(tally).toMatchObject({ joined: DELEGATES, turnedAway: new Map() });
  const seated = (): number => projector.seen()?.seats.flatMap(({ people }) => people).length ?? 0;
  await until('the projector shows everybody', () => seated() === DELEGATES, WITHIN_MS);

  const played = crowd.play();
  await lead(host, 'startSession');
  await lead(host, 'closePhase');
  await lead(host, 'closePhase');
  const watchers = [host, projector, ...crowd.people];
  const sees = (one: Pick<Device, 'seen'>): boolean => one.seen()?.reveal.round === 1;
  await until('everybody sees the reveal', () => watchers.every(sees), WITHIN_MS);
  expect(projector.seen()?.reveal.orders).toHaveLength(12);
  await lead(host, 'endSession');
  await played;
  expect(tally).toMatchObject({ reconnects: 0, nameless: 0, wrong: [] });
  // Anybody who spoke or sealed again just as a phase closed was told so, and nothing else.
  expect([...tally.refusals.keys()].filter((name) => name !== 'wrongPhase')).toEqual([]);
  expect(host.isOpen() && projector.isOpen()).toBe(true);
}, 120_000);
