import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deviceNow } from '../../client/source/deviceTime.ts';
import { liveSource } from '../../client/source/live.ts';
import type { AnyPass } from '../../client/source/viewerOf.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import type { HostPass, SeatPass } from '../../shared/wire/api.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
const sources: ViewSource[] = [];

beforeAll(async () => {
  server = await testServer();
});
afterEach(() => {
  for (const source of sources.splice(0)) source.close();
});
afterAll(async () => server.close());

async function opened(): Promise<string> {
  const cookie = await server.hostCookie();
  const answer = await server.call(
    'POST',
    '/api/sessions',
    { scenario: 'archipelago', plan: '5x3' },
    { cookie },
  );
  const { code }: { code: string } = await answer.json();
  return code;
}

async function hostPassOf(code: string): Promise<HostPass> {
  const cookie = await server.hostCookie();
  const answer = await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie });
  const pass: HostPass = await answer.json();
  return pass;
}

async function seated(code: string, seat: string | null, name: string | null = null): Promise<SeatPass> {
  const pass = await server.api.takeSeat(code, { seat, name });
  if (!pass.ok) throw new Error(pass.failure.code);
  return pass.value;
}

async function live(code: string, pass: AnyPass): Promise<ViewSource> {
  const source = liveSource(code, pass, server.origin);
  sources.push(source);
  await until('the source is live', () => source.status.value === 'live');
  return source;
}

const phaseOf = (source: ViewSource): string | undefined => source.view.value?.table.phase;

/** The host closes phases until decisions are open. */
async function toDecision(host: ViewSource): Promise<void> {
  while (phaseOf(host) !== 'decision') {
    const before = phaseOf(host);
    await host.send({ type: 'closePhase', because: 'host' });
    await until('the next phase', () => phaseOf(host) !== before);
  }
}

test('two delegates, the host and a watcher play a round over real sockets', async () => {
  const code = await opened();
  const anna = await seated(code, 'aurelia', 'Anna');
  const bo = await seated(code, null);
  const [host, a, b, watcher] = [
    await live(code, await hostPassOf(code)),
    await live(code, anna),
    await live(code, bo),
    await live(code, null),
  ];
  expect([host.mayHost, a.mayHost, watcher.mayHost]).toEqual([true, false, false]);
  await until('all are here', () => host.presence.value?.connected.filter(Boolean).length === 2);
  expect(watcher.view.value?.table.seats.find(({ id }) => id === 'aurelia')?.delegates[0]?.name).toBe('Anna');
  expect([a.view.value?.own?.seat, watcher.view.value?.own, host.view.value?.own]).toEqual([
    'aurelia',
    null,
    null,
  ]);

  expect(await host.send({ type: 'startSession' })).toMatchObject({ ok: true });
  await until(
    'bots sit',
    () => watcher.view.value?.table.seats.filter(({ bot }) => bot !== null).length === 4,
  );
  expect(watcher.presence.value?.connected).toEqual([true, true, true, true, true, true]);
  await toDecision(host);
  expect(await a.ask({ ask: 'preview', order: { action: 'commit' } })).toMatchObject({ ok: true });
  expect(await a.send({ type: 'sealOrders', order: { action: 'commit' } })).toMatchObject({ ok: true });
  await until('the own order is seen', () => a.view.value?.own?.order?.action === 'commit');
  const seats = b.view.value?.table.seats;
  await until(
    'others see that it sealed',
    () => b.view.value?.table.seats.find(({ id }) => id === 'aurelia')?.sealed,
  );
  expect(seats).toBeDefined();
  expect(await b.send({ type: 'sealOrders', order: { action: 'hold' } })).toMatchObject({ ok: true });
  await until('all sealed: the reveal', () => phaseOf(watcher) === 'reveal');
  expect(watcher.view.value?.table.reveal?.orders).toHaveLength(6);
  expect(await watcher.ask({ ask: 'rounds' })).toMatchObject({ ok: true });
  expect(await b.ask({ ask: 'effect', round: 1 })).toMatchObject({ ok: true });
});

test('the clock is measured: a deadline on this device is the one on the server', async () => {
  const code = await opened();
  const host = await live(code, await hostPassOf(code));
  await host.send({ type: 'startSession' });
  await until('a deadline', () => typeof host.presence.value?.deadlineMs === 'number');
  const onServer = server.app.registry.sessionOf(code)?.clock.deadlineMs ?? 0;
  expect(
    Math.abs((host.presence.value?.deadlineMs ?? 0) - deviceNow() - (onServer - Date.now())),
  ).toBeLessThan(100);
  expect(await host.send({ type: 'pauseSession', remainingMs: 1 })).toMatchObject({ ok: true });
  await until('paused', () => host.view.value?.table.paused);
  expect(host.presence.value?.deadlineMs).toBeNull();
  expect(host.presence.value?.pausedRemainingMs).toBeGreaterThan(1000);
});

test('a seat may have several devices, and is away only when the last one has gone', async () => {
  const code = await opened();
  const pass = await seated(code, 'aurelia');
  const watcher = await live(code, null);
  const [phone, laptop] = [await live(code, pass), await live(code, pass)];
  expect(laptop.view.value?.own).toEqual(phone.view.value?.own);
  phone.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(watcher.presence.value?.connected[0]).toBe(true);
  laptop.close();
  await until('the seat is away', () => watcher.presence.value?.connected[0] === false);
});

test('in practice one person plays, hosts, and everything else is bots', async () => {
  const pass = await server.api.practice({});
  if (!pass.ok) throw new Error(pass.failure.code);
  const source = await live(pass.value.code, pass.value);
  expect(source.mayHost).toBe(true);
  await until('decisions are open', () => phaseOf(source) === 'decision');
  expect(await source.send({ type: 'sealOrders', order: { action: 'hold' } })).toMatchObject({ ok: true });
  await until('the reveal', () => phaseOf(source) === 'reveal');
  expect(await source.send({ type: 'closePhase', because: 'host' })).toMatchObject({ ok: true });
  expect(await source.send({ type: 'endSession' })).toMatchObject({ ok: true });
  await until('the end', () => source.view.value?.table.ending?.because === 'host');
  const log = await server.api.log(pass.value.code, pass.value.token);
  expect(log.ok && log.value.split('\n').length).toBeGreaterThan(10);
});

test('an unknown code and a token of another session are told apart from a lost connection', async () => {
  const nowhere = liveSource('ZZZZZZ', null, server.origin);
  sources.push(nowhere);
  await until('gone', () => nowhere.status.value === 'gone');
  const [one, other] = [await opened(), await opened()];
  const pass = await seated(one, null);
  const stranger = liveSource(other, { ...pass, code: other }, server.origin);
  sources.push(stranger);
  await until('lost', () => stranger.status.value === 'lost');
});
