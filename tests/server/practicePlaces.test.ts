import { Client, type Room } from '@colyseus/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TRIAL_ROOM } from '#shared/wire/trial.ts';
import { UNUSED_AFTER_MS } from '../../server/rooms/attendance.ts';
import { MOST_OF_ADDRESS } from '../../server/rooms/TrialRoom.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const SCHOOL = '10.1.0.1';
const ELSEWHERE = '10.2.0.2';

let server: TestServer;
let ahead = 0;
const rooms: Room[] = [];
beforeEach(async () => {
  ahead = 0;
  server = await testServer(() => Date.now() + ahead, null, { trustProxy: 1 });
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.leave().catch(() => undefined)));
  await server.close();
});

async function practise(
  address: string,
  cookie = '',
): Promise<{ status: number; code: string; token: string }> {
  const headers = { 'x-forwarded-for': address, cookie };
  const answer = await server.call('POST', '/api/practice', {}, headers);
  const { code, token }: { code: string; token: string } = await answer.json();
  return { status: answer.status, code, token };
}

async function browser(address: string): Promise<string> {
  const first = await server.call('GET', '/api/scenarios', undefined, { 'x-forwarded-for': address });
  return first.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function joined(address: string, code: string, options: object, cookie = ''): Promise<Room | null> {
  const headers = { 'x-forwarded-for': address, cookie };
  try {
    const room = await new Client(server.origin, { headers }).joinById(code, options);
    room.reconnection.enabled = false;
    room.onError(() => undefined);
    rooms.push(room);
    return room;
  } catch {
    return null;
  }
}

test('practice: one address fills its share, and a person behind another still practises', async () => {
  let count = 0;
  while ((await practise(SCHOOL)).status === 201) count += 1;
  expect(count).toBe(60);
  expect((await practise(ELSEWHERE, await browser(ELSEWHERE))).status).toBe(201);
}, 60_000);

test('practice without a viewer makes room, and returns when its person comes back', async () => {
  const used = await practise(SCHOOL);
  expect(await joined(SCHOOL, used.code, { token: used.token })).not.toBeNull();
  const unused = await practise(SCHOOL);
  while ((await practise(SCHOOL)).status === 201);
  expect(await practise(SCHOOL)).toMatchObject({ status: 503, code: 'practiceFull' });
  ahead = UNUSED_AFTER_MS + 60_000;
  expect((await practise(SCHOOL)).status).toBe(201);
  expect(server.app.registry.sessionOf(used.code)).not.toBeNull();
  expect(server.app.registry.sessionOf(unused.code)).toBeNull();
  expect(await joined(SCHOOL, unused.code, { token: unused.token })).not.toBeNull();
}, 60_000);

test('trial: one address fills its share, one browser a few places, and others can still test the connection', async () => {
  const cookie = await browser(ELSEWHERE);
  let ofBrowser = 0;
  while ((await joined(ELSEWHERE, TRIAL_ROOM, { watching: false }, cookie)) !== null) ofBrowser += 1;
  expect(ofBrowser).toBe(6);
  let ofAddress = 0;
  while ((await joined(SCHOOL, TRIAL_ROOM, { watching: false })) !== null) ofAddress += 1;
  expect(ofAddress).toBe(MOST_OF_ADDRESS);
  const next = await joined(ELSEWHERE, TRIAL_ROOM, { watching: false }, await browser(ELSEWHERE));
  expect(next).not.toBeNull();
}, 60_000);
