import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_PRESETS, openSessionBody } from '#shared/wire/api.ts';
import { joinTrial } from '../../client/net/joinTrial.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
let cookie: string;
beforeEach(async () => {
  server = await testServer();
  cookie = await server.hostCookie();
});
afterEach(async () => server.close());

const opening = openSessionBody.parse({ scenario: 'archipelago', plan: '5x3', talk: 'publicOnly' });

async function host(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const answer = await server.call(method, path, body, { cookie });
  return { status: answer.status, body: await answer.json() };
}

test('presets are kept by name, replaced by the same name, and deleted', async () => {
  await host('PUT', '/api/host/presets', { name: 'Tuesday', opening });
  await host('PUT', '/api/host/presets', { name: 'Monday', opening });
  const replaced = { ...opening, openDeck: true };
  await host('PUT', '/api/host/presets', { name: 'Tuesday', opening: replaced });
  expect((await host('GET', '/api/host/presets')).body).toEqual([
    { name: 'Monday', opening },
    { name: 'Tuesday', opening: replaced },
  ]);
  const left = await host('POST', '/api/host/presets/delete', { name: 'Monday' });
  expect(left.body).toEqual([{ name: 'Tuesday', opening: replaced }]);
});

test('presets belong to the host, and their number is limited', async () => {
  expect((await server.call('GET', '/api/host/presets')).status).toBe(403);
  for (let count = 0; count < MOST_PRESETS; count += 1)
    await host('PUT', '/api/host/presets', { name: `n${count}`, opening });
  expect(await host('PUT', '/api/host/presets', { name: 'more', opening })).toMatchObject({
    status: 409,
    body: { code: 'tooManyPresets' },
  });
});

test('readiness says that writing works, how much room there is, and whether a password is set', async () => {
  expect(await host('GET', '/api/host/readiness')).toMatchObject({
    status: 200,
    body: { storage: true, freeMiB: expect.any(Number), version: 'test', password: false, urls: [] },
  });
  expect((await server.call('GET', '/api/host/readiness')).status).toBe(403);
});

test('a device that tests the connection by a real socket is counted by the readiness page', async () => {
  const watching = await joinTrial(server.origin, true);
  let seen = -1;
  watching?.onDevices((count) => {
    seen = count;
  });
  expect(Math.abs(watching?.offsetMs ?? Number.POSITIVE_INFINITY)).toBeLessThan(5000);
  const phone = await joinTrial(server.origin, false);
  expect(phone).not.toBeNull();
  await until('the phone is counted', () => seen === 1);
  phone?.leave();
  await until('it is gone again', () => seen === 0);
  watching?.leave();
});

test('the session plays by the options of its opening', async () => {
  const chosen = { ...opening, scarred: false, coverAfterSeconds: 30, privateTalkOpens: true };
  const { code } = (await host('POST', '/api/sessions', chosen)).body as { code: string };
  const state = server.app.registry.sessionOf(code)?.state;
  expect(state?.talk.mode).toBe('publicOnly');
  expect(state?.basis.setting.parameters.scarred).toBe(false);
  expect(state?.basis.options).toMatchObject({ coverAfterSeconds: 30, privateTalkOpens: true });
  expect(await server.api.joinCard(code)).toMatchObject({ value: { privateTalkOpens: true } });
});

test('a session with default options records none of them', async () => {
  const usual = { scenario: 'archipelago', plan: '5x3' };
  const { code } = (await host('POST', '/api/sessions', usual)).body as { code: string };
  expect(server.app.registry.sessionOf(code)?.header.options).toEqual({
    plan: '5x3',
    openDeck: false,
    practice: false,
    coverEmptySeats: true,
  });
});

test('private talk is in a participant’s record only where the session was opened so', async () => {
  for (const privateTalkOpens of [false, true]) {
    const { code } = (await host('POST', '/api/sessions', { ...opening, talk: 'open', privateTalkOpens }))
      .body as { code: string };
    const pass = await server.api.takeSeat(code, { seat: 'aurelia', name: null });
    const other = await server.api.takeSeat(code, { seat: 'concordia', name: null });
    const session = server.app.registry.sessionOf(code);
    if (!pass.ok || !other.ok || session === undefined || session === null) throw new Error('no seat');
    const me = { kind: 'host', host: 'h' } as const;
    for (const { id } of session.state.seats.filter(({ delegates }) => delegates.length === 0))
      await session.submit(me, `cover-${id}`, { type: 'coverSeat', seat: id, disposition: 'hold' });
    await session.submit(me, 'start-it', { type: 'startSession' });
    await session.submit(me, 'next-one', { type: 'closePhase', because: 'host' });
    const { ref: text, text: kept } = writtenText('between us');
    const said = await session.submit(
      { kind: 'delegate', delegate: pass.value.delegate, seat: 'aurelia' },
      'say-it',
      { type: 'say', channel: { kind: 'bilateral', with: 'meridia' }, text, phrase: null, mentions: [] },
      undefined,
      { text: kept },
    );
    expect(said.ok).toBe(true);
    await session.submit(me, 'end-it', { type: 'endSession' });
    const mine = await server.api.log(code, pass.value.token);
    expect(mine.ok && mine.value.includes('between us')).toBe(true);
    const log = await server.api.log(code, other.value.token);
    expect(log.ok && log.value.includes('between us')).toBe(privateTalkOpens);
  }
});

test('a session takes its own pace, trust and language, and says so when a number is out of bounds', async () => {
  const pace = {
    rounds: 4,
    seconds: { briefing: 0, negotiation: 60, decision: 60, reveal: 30, review: 0 },
  };
  const { code } = (
    await host('POST', '/api/sessions', { ...opening, pace, trustSeen: 'own', languages: 'zh' })
  ).body as {
    code: string;
  };
  const session = await server.app.registry.find(code);
  expect(session?.state.basis.options).toMatchObject({ pace, trustSeen: 'own', languages: 'zh' });
  const card: unknown = await (await server.call('GET', `/api/sessions/${code}`)).json();
  expect(card).toMatchObject({ rounds: 4, languages: 'zh' });
  const endless = { ...opening, pace: { ...pace, rounds: 200 } };
  const refused = { status: 400, body: { code: 'badPace' } };
  expect(await host('POST', '/api/sessions', endless)).toMatchObject(refused);
  expect(await host('PUT', '/api/host/presets', { name: 'long', opening: endless })).toMatchObject(refused);
});

test('the plan’s own numbers are not stored as a custom pace', async () => {
  const scenarios = (await (await server.call('GET', '/api/scenarios')).json()) as {
    id: string;
    plans: { id: string; rounds: number; seconds: Record<string, number> }[];
  }[];
  const plan = scenarios
    .find(({ id }) => id === opening.scenario)
    ?.plans.find(({ id }) => id === opening.plan);
  const pace = { rounds: plan?.rounds, seconds: plan?.seconds };
  const { code } = (await host('POST', '/api/sessions', { ...opening, pace })).body as { code: string };
  expect((await server.app.registry.find(code))?.state.basis.options).toMatchObject({ pace: null });
});
