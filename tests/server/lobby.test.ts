import { afterEach, beforeEach, expect, test } from 'vitest';
import { closedEntry, OPEN_ENTRY, openedEntry } from '#shared/session/vocabulary/entry.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { AWAY_AFTER_MS } from '../../server/rooms/attendance.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const LOBBY = { ...OPEN_ENTRY, admission: 'byHost' } as const;

let server: TestServer;
let code: string;
let host: ViewSource;
/** How far the server's time is ahead. */
let ahead = 0;
const sources: ViewSource[] = [];

beforeEach(async () => {
  ahead = 0;
  server = await testServer(() => Date.now() + ahead);
  const cookie = await server.hostCookie();
  const opening = { scenario: 'archipelago', plan: '5x3', entry: LOBBY };
  const opened = await server.call('POST', '/api/sessions', opening, { cookie });
  ({ code } = (await opened.json()) as { code: string });
  const charge = await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie });
  host = await live((await charge.json()) as { code: string; token: string });
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await server.close();
});

async function live(pass: Parameters<typeof liveSource>[1]): Promise<ViewSource> {
  const source = liveSource(code, pass, server.origin);
  sources.push(source);
  await until('it is live', () => source.status.value === 'live');
  return source;
}

async function asks(seat: string | null): Promise<SeatPass> {
  const pass = await server.api.takeSeat(code, { seat, name: null });
  if (!pass.ok) throw new Error(pass.failure.code);
  return pass.value;
}

const waiting = (): readonly string[] => (host.view.value?.table.waiting ?? []).map(({ id }) => id);

test('a newcomer waits with their wish, and sits down as soon as the host admits them', async () => {
  const [ann, bob] = [await asks('meridia'), await asks(null)];
  expect([ann.seat, bob.seat]).toEqual(['', '']);
  const phone = await live(ann);
  await until('the host sees both', () => waiting().length === 2);
  expect(host.view.value?.table.waiting[0]).toMatchObject({ id: ann.delegate, wish: 'meridia' });
  expect(phone.view.value?.table.entry.admission).toBe('byHost');
  await host.send({ type: 'admitDelegates', delegates: [ann.delegate] });
  await until('Ann sits', () => phone.view.value?.own?.seat === 'meridia');
  await until('Bob waits on', () => waiting().join() === bob.delegate);
  await host.send({ type: 'admitDelegates', delegates: waiting() });
  await until('nobody waits', () => waiting().length === 0);
});

test('a person with a seat returns without asking, after a lost connection and on another device', async () => {
  const ann = await asks('meridia');
  (await live(ann)).close();
  await host.send({ type: 'admitDelegates', delegates: [ann.delegate] });
  await host.send({ type: 'startSession' });
  await host.send({ type: 'setEntry', entry: closedEntry(LOBBY) });
  const back = await live(ann);
  expect(back.view.value?.own?.seat).toBe('meridia');
  const card = await server.api.rejoinCode(code, ann.token);
  if (!card.ok) throw new Error(card.failure.code);
  const other = await server.api.rejoin(code, { code: card.value.code });
  expect(other).toMatchObject({ ok: true, value: { seat: 'meridia', delegate: ann.delegate } });
});

test('nobody but the host admits or clears', async () => {
  const ann = await asks(null);
  const phone = await live(ann);
  for (const type of ['admitDelegates', 'clearAbsent'] as const)
    expect(await phone.send({ type, delegates: [ann.delegate] })).toMatchObject({
      refusal: { code: 'notYourCommand' },
    });
  expect(phone.presence.value?.away).toEqual([]);
});

test('one button closes the entry and opens it again', async () => {
  await host.send({ type: 'setEntry', entry: closedEntry(LOBBY) });
  expect(await server.api.takeSeat(code, { seat: null, name: null })).toMatchObject({
    failure: { code: 'entryClosed' },
  });
  await host.send({ type: 'setEntry', entry: openedEntry(closedEntry(LOBBY), 'lobby') });
  expect((await asks(null)).seat).toBe('');
});

test('the host removes people who have been away for a while, whatever names the command carries', async () => {
  await host.send({ type: 'setEntry', entry: OPEN_ENTRY });
  const [here, blinked, gone] = [await asks('aurelia'), await asks('meridia'), await asks('savannah')];
  const phone = await live(here);
  const [blinking, going] = [await live(blinked), await live(gone)];
  going.close();
  const rivals = { type: 'clearAbsent', delegates: [here.delegate] } as const;
  expect(await host.send(rivals)).toMatchObject({ refusal: { code: 'nobodyAway' } });
  await until('the server has noticed', () => host.presence.value?.connected[3] === false);
  ahead = AWAY_AFTER_MS;
  blinking.close();
  await until('this too', () => host.presence.value?.connected[1] === false);
  await until('the host is told', () => host.presence.value?.away.join() === gone.delegate);
  expect(phone.presence.value?.away).toEqual([]);
  expect(await host.send(rivals)).toMatchObject({ ok: true });
  const people = (): readonly string[] =>
    (host.view.value?.table.seats ?? []).flatMap(({ delegates }) => delegates).map(({ id }) => id);
  await until('who is gone is off', () => people().join() === `${here.delegate},${blinked.delegate}`);
});
