import { Client, type Room } from '@colyseus/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_WAITING, OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import { NO_ROOM_MINUTES, type NoRoom } from '#shared/wire/noRoom.ts';
import { liveSource, openSource } from '../../client/source/live.ts';
import { UNUSED_AFTER_MS } from '../../server/rooms/attendance.ts';
import { MOST_COMMANDS } from '../../server/rooms/commandLimit.ts';
import { MOST_OF_DEVICE } from '../../server/rooms/shares.ts';
import { noRoomIn } from '../../server/rooms/noRoom.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const SCHOOL = '10.1.0.1';
const ELSEWHERE = '10.2.0.2';

let server: TestServer;
let code: string;
let ahead = 0;
const rooms: Room[] = [];
beforeEach(async () => {
  ahead = 0;
  server = await testServer(() => Date.now() + ahead, null, { trustProxy: 1 });
  code = await opened({});
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.leave().catch(() => undefined)));
  await server.close();
});

async function opened(part: object): Promise<string> {
  const opening = { scenario: 'twelve-states', plan: '5x3', ...part };
  const answer = await server.call('POST', '/api/sessions', opening, { cookie: await server.hostCookie() });
  const { code: found }: { code: string } = await answer.json();
  return found;
}

/** A client behind an address, with the cookie of a browser, or without one as a script. */
class Visitor {
  readonly #headers: Record<string, string>;

  private constructor(headers: Record<string, string>) {
    this.#headers = headers;
  }

  static script(address: string): Visitor {
    return new Visitor({ 'x-forwarded-for': address });
  }

  static async browser(address: string): Promise<Visitor> {
    const headers = { 'x-forwarded-for': address };
    const first = await server.call('GET', '/api/scenarios', undefined, headers);
    return new Visitor({ ...headers, cookie: first.headers.get('set-cookie')?.split(';')[0] ?? '' });
  }

  async sit(part: object = {}): Promise<SeatPass | string> {
    const wish = { seat: null, name: null, ...part };
    const answer = await server.call('POST', `/api/sessions/${code}/seats`, wish, this.#headers);
    const said: SeatPass & { code: string } = await answer.json();
    return answer.status === 201 ? said : said.code;
  }

  /** Joins the room by a real socket; null if it is refused. */
  async join(token: string | null): Promise<Room | null> {
    try {
      const room = await new Client(server.origin, { headers: this.#headers }).joinById(code, { token });
      room.reconnection.enabled = false;
      room.onError(() => undefined);
      rooms.push(room);
      return room;
    } catch {
      return null;
    }
  }
}

function stateNow(): SessionState {
  const session = server.app.registry.sessionOf(code);
  if (session === null) throw new Error('no session');
  return session.state;
}

const people = (): number =>
  stateNow().seats.reduce((sum, { delegates }) => sum + delegates.length, 0) + stateNow().waiting.length;

/** Takes places until the server refuses, by several requests at once; returns how many and the refusal. */
async function fill(script: Visitor, part: object = {}): Promise<{ count: number; said: string }> {
  for (let count = 0; ; ) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => script.sit(part)));
    count += answers.filter((answer) => typeof answer !== 'string').length;
    const said = answers.find((answer) => typeof answer === 'string');
    if (typeof said === 'string') return { count, said };
    if (count > 400) throw new Error('no end');
  }
}

test('a class of forty behind one address joins, connects and watches, and none is turned away', async () => {
  const noRoom: number[] = [];
  for (let person = 0; person < 40; person += 1) {
    const pupil = await Visitor.browser(SCHOOL);
    const pass = await pupil.sit();
    const token = typeof pass === 'string' ? '' : pass.token;
    if ((await pupil.join(token)) === null || (await pupil.join(null)) === null) noRoom.push(person);
  }
  expect(noRoom).toEqual([]);
  expect(people()).toBe(40);
}, 60_000);

test('a script without cookies fills its share, and others still get seats, waiting places and a look', async () => {
  const script = Visitor.script(SCHOOL);
  expect(await fill(script)).toEqual({ count: 48, said: 'networkFull' });
  expect(await fill(script, { wait: true })).toEqual({ count: 0, said: 'networkFull' });
  let watching = 0;
  while ((await script.join(null)) !== null) watching += 1;
  expect(watching).toBe(60);
  const other = await Visitor.browser(ELSEWHERE);
  expect(await other.sit()).toMatchObject({ code });
  expect(await other.sit({ wait: true })).toMatchObject({ code });
  expect(await other.join(null)).not.toBeNull();
}, 60_000);

test('the share of an address is never below the class that the host expects, and grows when the host says so', async () => {
  code = await opened({ entry: { ...OPEN_ENTRY, expected: 8 } });
  expect(await fill(Visitor.script(SCHOOL))).toEqual({ count: 12, said: 'networkFull' });
  const host = { kind: 'host', host: 'host' } as const;
  const entry = { ...OPEN_ENTRY, expected: 20 };
  await server.app.registry.sessionOf(code)?.submit(host, 'more-people', { type: 'setEntry', entry });
  expect(await fill(Visitor.script(SCHOOL))).toEqual({ count: 13, said: 'networkFull' });
});

test('one browser takes a few seats and no more; others behind its address go on', async () => {
  const pupil = await Visitor.browser(SCHOOL);
  expect(await fill(pupil)).toEqual({ count: MOST_OF_DEVICE, said: 'deviceFull' });
  expect(await (await Visitor.browser(SCHOOL)).sit()).toMatchObject({ code });
});

test('an asker name that a client invents is ignored', async () => {
  const forged = { 'x-forwarded-for': SCHOOL, 'x-crossroads-asker': '{"device":null,"address":"10.9.9.9"}' };
  const client = new Client(server.origin, { headers: forged });
  for (let window = 0; window < 60; window += 1) rooms.push(await client.joinById(code, { token: null }));
  expect(await Visitor.script(SCHOOL).join(null)).toBeNull();
}, 60_000);

test('a place whose device never connects is free again; one whose device has connected stays', async () => {
  const pupil = await Visitor.browser(SCHOOL);
  const pass = await pupil.sit();
  if (typeof pass === 'string') throw new Error(pass);
  await (await pupil.join(pass.token))?.leave();
  rooms.length = 0;
  await fill(Visitor.script(SCHOOL));
  expect(people()).toBe(48);
  ahead = UNUSED_AFTER_MS;
  await until('the unused places are free', () => people() === 1);
  expect(stateNow().seats.flatMap(({ delegates }) => delegates)[0]?.id).toBe(pass.delegate);
  expect(await Visitor.script(SCHOOL).sit()).toMatchObject({ code });
});

test('a place whose device asks again and again stays, though no socket comes about', async () => {
  const pass = await (await Visitor.browser(SCHOOL)).sit();
  if (typeof pass === 'string') throw new Error(pass);
  await fill(Visitor.script(SCHOOL));
  ahead = UNUSED_AFTER_MS / 2;
  expect(await server.app.registry.identify(pass.token)).toMatchObject({ delegate: pass.delegate });
  ahead = UNUSED_AFTER_MS;
  await until('the unused places are free', () => people() === 1);
  expect(stateNow().seats.flatMap(({ delegates }) => delegates)[0]?.id).toBe(pass.delegate);
});

test('a seat of a running session that is taken and never used goes back to a bot', async () => {
  const session = server.app.registry.sessionOf(code);
  const host = { kind: 'host', host: 'host' } as const;
  for (const { id } of stateNow().seats)
    await session?.submit(host, `cover-${id}`, { type: 'coverSeat', seat: id, disposition: 'hold' });
  await session?.submit(host, 'start-now', { type: 'startSession' });
  await Visitor.script(SCHOOL).sit();
  expect(stateNow().seats.filter(({ bot }) => bot === null)).toHaveLength(1);
  ahead = UNUSED_AFTER_MS;
  await until('a bot plays it again', () => stateNow().seats.every(({ bot }) => bot !== null));
  expect(people()).toBe(0);
});

test('one person’s devices share one limit of commands', async () => {
  const pupil = await Visitor.browser(SCHOOL);
  const pass = await pupil.sit();
  if (typeof pass === 'string') throw new Error(pass);
  const devices = await Promise.all(Array.from({ length: 4 }, () => pupil.join(pass.token)));
  ahead = 0;
  const frozen = Date.now();
  const answers = await Promise.all(
    Array.from({ length: 3 * MOST_COMMANDS }, async (_, index) => {
      ahead = frozen - Date.now();
      const command = { type: 'raiseHand', text: null, raised: index % 2 === 0 };
      const answer: { undelivered?: string } | undefined = await devices[index % 4]?.request('command', {
        key: `hand-${index}-${frozen}`,
        command,
        text: null,
      });
      return answer?.undelivered ?? 'judged';
    }),
  );
  const judged = answers.filter((answer) => answer === 'judged').length;
  expect(judged).toBeGreaterThanOrEqual(MOST_COMMANDS);
  expect(judged).toBeLessThanOrEqual(2 * MOST_COMMANDS);
  expect(answers).toContain('tooMany');
});

test('the host alone is told how many are turned away and why, for ten minutes', async () => {
  code = await opened({ entry: { ...OPEN_ENTRY, expected: 4 } });
  const session = server.app.registry.sessionOf(code);
  if (session === null) throw new Error('no session');
  const token = await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' });
  const [host, watcher] = [
    liveSource(code, { code, token }, server.origin),
    openSource(code, null, server.origin),
  ];
  try {
    const told = (): readonly NoRoom[] => host.presence.value?.noRoom ?? [];
    await until('the host is there', () => host.status.value === 'live' && watcher.status.value === 'live');
    expect(told()).toEqual([]);
    const script = Visitor.script(SCHOOL);
    for (let person = 0; person < 11; person += 1) await script.sit();
    await until('the host is told of all three', () => (told()[0]?.times ?? 0) >= 3);
    expect(told()).toEqual([{ reason: 'network', times: 3 }]);
    expect(watcher.presence.value?.noRoom).toEqual([]);
    ahead = NO_ROOM_MINUTES * 60_000;
    await until('the host is told no more', () => told().length === 0);
  } finally {
    for (const source of [host, watcher]) source.close();
  }
});

test('the host can tell apart full seats, a full waiting list, and a room full of watchers', async () => {
  code = await opened({ scenario: 'archipelago', plan: '5x3' });
  const session = server.app.registry.sessionOf(code);
  if (session === null) throw new Error('no session');
  await fill(Visitor.script(SCHOOL));
  const lately = noRoomIn(session);
  const before = lately.counts();
  expect(before).toMatchObject([{ reason: 'full' }]);
  for (let person = 0; person < MOST_WAITING; person += 1)
    await session.submit({ kind: 'server' }, `wait-${person}`, {
      type: 'waitForSeat',
      delegate: `waiting-${person}`,
      name: null,
    });
  await Visitor.script(ELSEWHERE).sit({ wait: true });
  const script = Visitor.script(ELSEWHERE);
  while ((await script.join(null)) !== null);
  expect(lately.counts()).toEqual([
    ...before,
    { reason: 'waiting', times: 1 },
    { reason: 'watching', times: 1 },
  ]);
}, 60_000);
