import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostPass } from '#shared/wire/api.ts';
import type { WallPage } from '#shared/wire/wallPage.ts';
import { liveSource, openSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { testServer, type TestServer, until } from '../support/testServer.ts';

const why: WallPage = { show: 'why', subject: 'indicator:direction', round: 1 };
const score = { ask: 'why', round: 1, subject: 'seat:score:aurelia' } as const;
let server: TestServer;
let code: string;
let hostPass: HostPass;
let host: ViewSource;
const sources: ViewSource[] = [];
beforeEach(async () => {
  server = await testServer();
  const cookie = await server.hostCookie();
  const asked = async (path: string, body: unknown) =>
    (await server.call('POST', path, body, { cookie })).json() as Promise<unknown>;
  const opening = { scenario: 'archipelago', plan: '5x3', trustSeen: 'own' };
  ({ code } = (await asked('/api/sessions', opening)) as { code: string });
  hostPass = (await asked(`/api/sessions/${code}/host`, {})) as HostPass;
  host = kept(liveSource(code, hostPass, server.origin));
  await until('the host is in', () => host.status.value === 'live');
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await server.close();
});

function kept(source: ViewSource): ViewSource {
  sources.push(source);
  return source;
}

/** Bots have played one round; the review is open. */
async function played(): Promise<void> {
  for (const { id } of host.view.value?.card.seats ?? [])
    await host.send({ type: 'coverSeat', seat: id, disposition: 'hedger' });
  await host.send({ type: 'startSession' });
  const phaseIs = (phase: string) => host.view.value?.table.phase === phase;
  while (!phaseIs('review')) {
    const { phase } = host.view.value?.table ?? {};
    await host.send({ type: 'closePhase', because: 'host' });
    await until('the phase turns', () => host.view.value?.table.phase !== phase);
  }
}

test('the host puts a page on the wall, nobody else does, and the next phase takes it off', async () => {
  await played();
  const wall = kept(openSource(code, null, server.origin));
  await until('the wall is live', () => wall.status.value === 'live');
  await wall.show(why);
  expect(wall.presence.value?.wall).toEqual({ show: 'auto' });
  await host.show(why);
  await until('it is on the wall', () => wall.presence.value?.wall.show === 'why');
  expect(wall.presence.value?.wall).toEqual(why);
  await host.send({ type: 'closePhase', because: 'host' });
  await until('it is off the wall', () => wall.presence.value?.wall.show === 'auto');
});

test('the host puts the course in the centre of the wall, nobody else does, and the next phase leaves it there', async () => {
  await played();
  const wall = kept(openSource(code, null, server.origin));
  await until('the wall is live', () => wall.status.value === 'live');
  await wall.putInCentre('course');
  expect(wall.presence.value?.centre).toBe('map');
  await host.putInCentre('course');
  await until('it is on the wall', () => wall.presence.value?.centre === 'course');
  await host.show({ show: 'factors' });
  await host.send({ type: 'closePhase', because: 'host' });
  await until('the page is off the wall', () => wall.presence.value?.wall.show === 'auto');
  expect(wall.presence.value?.centre).toBe('course');
  await host.putInCentre('map');
  await until('the map is back', () => wall.presence.value?.centre === 'map');
});

test('a wall opened with the host’s pass knows and asks only for what is public', async () => {
  await played();
  const wall = kept(openSource(code, hostPass, server.origin));
  await until('the wall is live', () => wall.status.value === 'live');
  expect(wall.view.value?.table.trust).toEqual([]);
  expect(host.view.value?.table.trust).not.toEqual([]);
  expect(await host.ask(score)).toMatchObject({ ok: true });
  expect(await wall.ask(score)).toMatchObject({ ok: false, refusal: 'notYours' });
  expect(await wall.ask({ ask: 'standings' })).toMatchObject({ ok: false, refusal: 'notYours' });
  expect(await wall.ask({ ask: 'why', round: 1, subject: 'trust:aurelia:meridia' })).toMatchObject({
    ok: false,
    refusal: 'notYours',
  });
  expect(
    await wall.ask({ ask: 'why', round: 1, subject: why.show === 'why' ? why.subject : '' }),
  ).toMatchObject({
    ok: true,
  });
});
