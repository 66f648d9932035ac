import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
let code: string;
let host: ViewSource;
const sources: ViewSource[] = [];

beforeEach(async () => {
  server = await testServer();
  const cookie = await server.hostCookie();
  const opened = await server.call(
    'POST',
    '/api/sessions',
    { scenario: 'archipelago', plan: '5x3' },
    { cookie },
  );
  ({ code } = (await opened.json()) as { code: string });
  const charge = await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie });
  host = open((await charge.json()) as { code: string; token: string });
  await until('the host is in', () => host.status.value === 'live');
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await server.close();
});

function open(pass: Parameters<typeof liveSource>[1]): ViewSource {
  const source = liveSource(code, pass, server.origin);
  sources.push(source);
  return source;
}

async function seated(seat: string | null, wait = false): Promise<SeatPass> {
  const pass = await server.api.takeSeat(code, { seat, name: null, wait });
  if (!pass.ok) throw new Error(pass.failure.code);
  return pass.value;
}

async function live(pass: SeatPass): Promise<ViewSource> {
  const source = open(pass);
  await until('it is live', () => source.status.value === 'live');
  return source;
}

const seatOf = (source: ViewSource): string | undefined => source.view.value?.own?.seat;

test('a person who waits sees the public view, and is at their table as soon as the host places them', async () => {
  const pass = await seated(null, true);
  expect(pass.seat).toBe('');
  const waiting = await live(pass);
  expect(waiting.view.value?.viewer).toEqual({ kind: 'observer' });
  expect(waiting.view.value?.own).toBeNull();
  await until('the host sees them', () => host.view.value?.table.waiting.length === 1);
  await host.send({ type: 'placeDelegate', delegate: pass.delegate, seat: 'meridia' });
  await until('they sit', () => seatOf(waiting) === 'meridia');
});

test('a person who waits can give no command', async () => {
  const waiting = await live(await seated(null, true));
  expect(await waiting.send({ type: 'raiseHand', text: null, raised: true })).toMatchObject({
    ok: false,
    refusal: { code: 'notYourCommand' },
  });
});

test('two people who exchange seats find themselves at each other’s table', async () => {
  const [one, two] = [await seated('aurelia'), await seated('meridia')];
  const [first, second] = [await live(one), await live(two)];
  const swap = { type: 'swapDelegates', delegate: one.delegate, other: two.delegate } as const;
  expect(await host.send(swap)).toMatchObject({ ok: true });
  await until('both have moved', () => seatOf(first) === 'meridia' && seatOf(second) === 'aurelia');
});

test('moved, removed, and back: by socket, without a reload', async () => {
  const pass = await seated('aurelia');
  const source = await live(pass);
  await host.send({ type: 'moveDelegate', delegate: pass.delegate, seat: 'meridia' });
  await until('moved', () => seatOf(source) === 'meridia');
  await host.send({ type: 'removeDelegate', delegate: pass.delegate });
  await until('off the table', () => source.status.value === 'lost');
  const again = await live(await seated('aurelia'));
  expect(seatOf(again)).toBe('aurelia');
});

test('a personal code brings its person back on another device, while the room is closed and full', async () => {
  const pass = await seated('aurelia');
  for (let more = 0; more < 5; more += 1) await seated('aurelia');
  await host.send({ type: 'setEntry', entry: { ...OPEN_ENTRY, newcomers: 'never' } });
  const card = await server.api.rejoinCode(code, pass.token);
  if (!card.ok) throw new Error(card.failure.code);
  expect(card.value.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  const typed = `${card.value.code.slice(0, 4)} ${card.value.code.slice(4).toLowerCase()}`;
  const back = await server.api.rejoin(code, { code: typed });
  if (!back.ok) throw new Error(back.failure.code);
  expect(back.value).toMatchObject({ seat: 'aurelia', delegate: pass.delegate });
  const [old, other] = [await live(pass), await live(back.value)];
  expect([seatOf(old), seatOf(other)]).toEqual(['aurelia', 'aurelia']);
  expect(await server.api.takeSeat(code, { seat: null, name: null })).toMatchObject({
    failure: { code: 'entryClosed' },
  });
});

test('wrong personal codes are refused and counted', async () => {
  await seated('aurelia');
  for (let attempt = 0; attempt < 30; attempt += 1)
    expect(await server.api.rejoin(code, { code: 'ZZZZ ZZZZ' })).toMatchObject({
      failure: { code: 'wrongRejoin' },
    });
  expect(await server.api.rejoin(code, { code: 'ZZZZ ZZZZ' })).toMatchObject({
    failure: { code: 'tooMany' },
  });
});

test('a personal code is told to nobody without the seat’s token', async () => {
  expect(await server.api.rejoinCode(code, 'nonsense')).toMatchObject({ failure: { code: 'badToken' } });
});

test('watchers are let in as long as the host lets them', async () => {
  const watcher = open(null);
  await until('it watches', () => watcher.status.value === 'live');
  await host.send({ type: 'setEntry', entry: { ...OPEN_ENTRY, observers: false } });
  await until('it is out and knows why', () => watcher.status.value === 'noWatching');
  expect(host.status.value).toBe('live');
});

test('if the host gives the seats, a wish for one is ignored', async () => {
  await seated('aurelia');
  await host.send({ type: 'setEntry', entry: { ...OPEN_ENTRY, arrival: 'given' } });
  expect((await seated('aurelia')).seat).not.toBe('aurelia');
});

test('the host steers the projector’s picture, and nobody else does', async () => {
  const [projector, delegate] = [open(null), await live(await seated('aurelia'))];
  await until('it shows', () => projector.status.value === 'live');
  await delegate.draw('blank');
  expect(projector.presence.value?.curtain).toBe('open');
  await host.draw('frozen');
  await until('it is frozen', () => projector.presence.value?.curtain === 'frozen');
});

test('taking the record while the session runs is in the record; afterwards it is not', async () => {
  const cookie = await server.hostCookie();
  const take = async (): Promise<string> =>
    (await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie })).text();
  expect(await take()).toContain('"exportTaken"');
  await host.send({ type: 'endSession' });
  const [first, second] = [await take(), await take()];
  expect(second).toBe(first);
});

test('the session goes on when its host is away', async () => {
  const pass = await seated('aurelia');
  const source = await live(pass);
  await host.send({ type: 'startSession' });
  host.close();
  await until('a round runs', () => source.view.value?.table.phase === 'briefing');
  const session = server.app.registry.sessionOf(code);
  const opened = session?.phaseOpenedAt ?? 0;
  await session?.submit({ kind: 'clock' }, 'its-time', { type: 'closePhase', because: 'deadline' });
  expect(session?.phaseOpenedAt).toBeGreaterThan(opened);
  await until('and is seen', () => source.view.value?.table.phase === 'negotiation');
});

test('sessions that sleep are listed with those that run', async () => {
  const cookie = await server.hostCookie();
  await server.store.create({
    ...(await sleeping()),
    id: 'asleep',
    code: 'SLEEPS',
  });
  const list: unknown = await (await server.call('GET', '/api/sessions', undefined, { cookie })).json();
  expect(list).toMatchObject([{ code }, { code: 'SLEEPS', phase: 'asleep', people: null, status: 'open' }]);
});

async function sleeping() {
  const stored = await server.store.byCode(code);
  if (stored === null) throw new Error('not stored');
  const { searchText, header, headerHash } = stored;
  return { searchText, header, headerHash, created: 1 };
}
