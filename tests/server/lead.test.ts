import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiAt } from '../../client/net/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import {
  playedClass,
  type PlayedClass,
  type RawFollower,
  rawFollower,
  whispered,
} from '../support/ledClass.ts';
import { testServer, type TestServer, until } from '../support/testServer.ts';

const FIRST = 'at=round1.reveal&eyes=aurelia&tab=why&why=trust:aurelia:meridia&round=1&lit=aurelia,meridia';
const NEXT = 'at=ended&eyes=everybody&tab=index';
let server: TestServer;
let played: PlayedClass;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  server = await testServer();
  played = await playedClass(server.origin, await server.hostCookie(), 12);
  leaving.push(() => played.host.close());
}, 60_000);
afterAll(async () => {
  for (const leave of leaving) leave();
  await server.close();
});

const follower = async (token: string | null): Promise<RawFollower> => {
  const one = await rawFollower(server.origin, played.code, token);
  leaving.push(() => one.leave());
  return one;
};
const copy = async (token: string | null, kind: 'own' | 'open' = 'own') =>
  apiAt(server.origin).log(played.code, token, kind);

test('only the host leads, only with a place, and only a session that has ended', async () => {
  const { host, people, code } = played;
  const delegate = liveSource(code, people[0] ?? null, server.origin);
  leaving.push(() => delegate.close());
  await until('the delegate is in', () => delegate.status.value === 'live');
  await delegate.lead(FIRST);
  for (const bad of ['', '<b>words</b>', 'x'.repeat(1001)]) await host.lead(bad);
  expect(host.presence.value?.lead).toBeNull();
  const running = await playedClassBefore();
  await running.lead(FIRST);
  expect(running.presence.value?.lead).toBeNull();
});

/** The host of a session that still waits in its lobby. */
async function playedClassBefore(): Promise<ViewSource> {
  const cookie = await server.hostCookie();
  const post = async (path: string, body: unknown) =>
    (await server.call('POST', path, body, { cookie })).json() as Promise<unknown>;
  const { code } = (await post('/api/sessions', { scenario: 'archipelago', plan: '5x3' })) as {
    code: string;
  };
  const pass = (await post(`/api/sessions/${code}/host`, {})) as PlayedClass['hostPass'];
  const source = liveSource(code, pass, server.origin);
  leaving.push(() => source.close());
  await until('the other host is in', () => source.status.value === 'live');
  return source;
}

test('37 followers hear every place, one that slept finds it, and all hear the end', async () => {
  const { host, people } = played;
  const tokens = [...people.map(({ token }) => token), ...Array.from({ length: 25 }, () => null)];
  const followers = await Promise.all(tokens.map(follower));
  expect(followers).toHaveLength(37);
  await host.lead(FIRST);
  await until('all are led', () => followers.every(({ lead }) => lead() === FIRST), 20_000);
  followers[5]?.leave();
  await host.lead(NEXT);
  const awake = followers.filter((one) => one !== followers[5]);
  await until('all are led on', () => awake.every(({ lead }) => lead() === NEXT), 20_000);
  const back = await follower(tokens[5] ?? null);
  await until('it finds the place again', () => back.lead() === NEXT, 20_000);
  expect(awake.map(({ heard }) => heard())).toEqual(awake.map(() => 2));
  await host.lead(null);
  await until('all hear the end', () => [...awake, back].every(({ lead }) => lead() === null), 20_000);
});

test('everybody gets an own copy: who heard a word has it, who watches gets public words and only while it is shown', async () => {
  const { host, hostPass, people } = played;
  expect(await copy(null)).toMatchObject({ ok: false, failure: { code: 'badToken' } });
  await host.lead(FIRST);
  const texts = await Promise.all([
    copy(people[0]?.token ?? null),
    copy(people[1]?.token ?? null),
    copy(people[2]?.token ?? null),
    copy(null),
    copy(hostPass.token, 'open'),
    copy(hostPass.token),
  ]);
  const has = texts.map((text) => (text.ok ? text.value.includes(whispered) : null));
  expect(has).toEqual([true, true, false, false, false, true]);
  await host.lead(null);
  expect(await copy(null)).toMatchObject({ ok: false, failure: { code: 'badToken' } });
});

test('who watches has the same copy while the host shows a step of the debrief', async () => {
  const { host } = played;
  await host.send({ type: 'setDebriefStep', step: 'why' });
  const text = await copy(null);
  expect(text.ok && !text.value.includes(whispered)).toBe(true);
  await host.send({ type: 'setDebriefStep', step: null });
  expect(await copy(null)).toMatchObject({ ok: false, failure: { code: 'badToken' } });
});
