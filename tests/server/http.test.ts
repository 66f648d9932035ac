import { request } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanName } from '../../server/lib/cleanName.ts';
import { StoreError } from '../../server/store/sessionStore.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(async () => server.close());

async function opened(cookie: string): Promise<string> {
  const answer = await server.call(
    'POST',
    '/api/sessions',
    { scenario: 'archipelago', plan: '5x3' },
    { cookie },
  );
  expect(answer.status).toBe(201);
  const { code }: { code: string } = await answer.json();
  return code;
}

async function codeOf(answer: Response): Promise<unknown> {
  const { code }: { code: unknown } = await answer.json();
  return code;
}

test('the host’s door opens with the secret only, and its cookie cannot be forged', async () => {
  expect(await codeOf(await server.call('POST', '/api/host/enter', { secret: 'guess' }))).toBe('wrongSecret');
  const entered = await server.call('POST', '/api/host/enter', { secret: await server.app.door.secret() });
  const header = entered.headers.get('set-cookie') ?? '';
  expect(header).toMatch(/HttpOnly/);
  expect(header).toMatch(/SameSite=Strict/);
  expect(header).not.toMatch(/Secure/);
  const cookie = header.split(';')[0] ?? '';
  expect(await (await server.call('GET', '/api/host', undefined, { cookie })).json()).toMatchObject({
    host: true,
  });
  const forged = [
    'crossroads_host=1.x',
    `${cookie}x`,
    cookie.replace(/=\d/, '=9'),
    'crossroads_host=',
    `x${cookie}`,
  ];
  for (const bad of forged) {
    expect(await (await server.call('GET', '/api/host', undefined, { cookie: bad })).json()).toMatchObject({
      host: false,
    });
    const answer = await server.call(
      'POST',
      '/api/sessions',
      { scenario: 'archipelago', plan: '5x3' },
      { cookie: bad },
    );
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'notHost']);
  }
});

test('a session is opened, found by its code, sat down in and listed', async () => {
  const cookie = await server.hostCookie();
  const code = await opened(cookie);
  const card = await server.api.joinCard(code.toLowerCase());
  expect(card).toMatchObject({ ok: true, value: { code, phase: 'lobby', rounds: 5 } });
  expect(await server.api.takeSeat(code, { seat: 'aurelia', name: ' A\u202Enna ' })).toMatchObject({
    ok: true,
    value: { seat: 'aurelia', token: expect.stringMatching(/^[\w-]{22}$/) },
  });
  expect(await server.api.takeSeat(code, { seat: null, name: null })).toMatchObject({
    ok: true,
    value: { seat: 'meridia' },
  });
  expect(await server.api.takeSeat(code, { seat: 'atlantis', name: null })).toMatchObject({
    ok: false,
    failure: { code: 'unknownSeat' },
  });
  const list: unknown = await (await server.call('GET', '/api/sessions', undefined, { cookie })).json();
  expect(list).toMatchObject([{ code, people: 2, status: 'open' }]);
  expect((await server.call('GET', '/api/sessions')).status).toBe(403);
  const session = server.app.registry.sessionOf(code);
  const name = session?.state.seats[0]?.delegates[0]?.name;
  expect(session?.texts.textOf(name?.id ?? '')).toBe('Anna');
});

test('in a storm of joins everybody who leaves the state to the server gets a seat, evenly spread', async () => {
  const code = await opened(await server.hostCookie());
  const wish = { seat: null, name: null };
  const joins = await Promise.all(Array.from({ length: 12 }, () => server.api.takeSeat(code, wish)));
  const seats = joins.map((pass) => (pass.ok ? pass.value.seat : pass.failure.code)).toSorted();
  const states = ['aurelia', 'concordia', 'indravar', 'meridia', 'savannah', 'straitport'];
  expect(seats).toEqual(states.flatMap((state) => [state, state]));
});

test('the seventh at a state is told that its seat is full', async () => {
  const code = await opened(await server.hostCookie());
  for (let i = 0; i < 6; i += 1) await server.api.takeSeat(code, { seat: 'aurelia', name: null });
  expect(await server.api.takeSeat(code, { seat: 'aurelia', name: null })).toMatchObject({
    failure: { code: 'seatFull' },
  });
});

test('guessing codes is stopped, for joining too; people who know a code are not affected', async () => {
  const code = await opened(await server.hostCookie());
  for (let i = 0; i < 100; i += 1) expect((await server.api.joinCard(code)).ok).toBe(true);
  for (let i = 0; i < 29; i += 1) expect((await server.call('GET', '/api/sessions/ZZZZZZ')).status).toBe(404);
  expect((await server.call('POST', '/matchmake/joinById/ZZZZZZ', { token: null })).status).toBe(522);
  const blocked = await server.call('GET', '/api/sessions/YYYYYY');
  expect([blocked.status, await codeOf(blocked)]).toEqual([429, 'tooMany']);
  expect((await server.call('POST', '/matchmake/joinById/ZZZZZZ', { token: null })).status).toBe(429);
});

test('one device’s wrong codes keep nobody out who has come in from the same address before', async () => {
  const cookie = await server.hostCookie();
  const [code, unseen] = [await opened(cookie), await opened(cookie)];
  const pass = await server.api.takeSeat(code, { seat: null, name: null });
  if (!pass.ok) throw new Error('no seat');
  for (let i = 0; i < 30; i += 1) await server.call('GET', '/api/sessions/ZZZZZZ');
  expect((await server.api.joinCard(code)).ok).toBe(true);
  expect((await server.api.takeSeat(code, { seat: null, name: null })).ok).toBe(true);
  const { token } = pass.value;
  expect((await server.call('POST', `/matchmake/joinById/${code}`, { token })).status).toBe(200);
  expect((await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie })).status).toBe(201);
  expect((await server.call('GET', `/api/sessions/${unseen}`)).status).toBe(429);
});

test('a storm of names at a full table is refused before anything is written', async () => {
  const code = await opened(await server.hostCookie());
  for (let i = 0; i < 6; i += 1) await server.api.takeSeat(code, { seat: 'aurelia', name: null });
  const written = [vi.spyOn(server.store, 'append'), vi.spyOn(server.store, 'putToken')];
  const late = await server.api.takeSeat(code, { seat: 'aurelia', name: 'Ada' });
  expect(late).toMatchObject({ failure: { code: 'seatFull' } });
  for (const write of written) expect(write).not.toHaveBeenCalled();
});

test('on a full disk the host still takes the record home; that it was taken is noted once there is room', async () => {
  const cookie = await server.hostCookie();
  const code = await opened(cookie);
  const session = server.app.registry.sessionOf(code);
  if (session === undefined || session === null) throw new Error('lost');
  const takeHome = async () => server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie });
  const full = vi
    .spyOn(server.store, 'append')
    .mockRejectedValue(new StoreError('unavailable', 'The disk is full.'));
  for (const text of [await takeHome(), await takeHome()]) {
    expect(text.status).toBe(200);
    expect(await text.text()).not.toContain('noteExport');
  }
  full.mockRestore();
  const lines: string[] = [];
  session.subscribe(({ command }) => void lines.push(command.type));
  await session.submit({ kind: 'host', host: 'host' }, 'cover', {
    type: 'coverSeat',
    seat: 'aurelia',
    disposition: 'hold',
  });
  await session.drained();
  expect(lines).toEqual(['coverSeat', 'noteExport']);
});

test('a token opens its own session’s log, and only when it is time', async () => {
  const cookie = await server.hostCookie();
  const [code, other] = [await opened(cookie), await opened(cookie)];
  const pass = await server.api.takeSeat(code, { seat: null, name: null });
  if (!pass.ok) throw new Error('no seat');
  const { token } = pass.value;
  for (const bad of ['nonsense', token, null]) {
    expect(await server.api.log(code, bad)).toMatchObject({ failure: { code: 'badToken' } });
  }
  const forHost = await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie });
  expect(forHost.headers.get('content-type')).toMatch('text/jsonl');
  expect((await forHost.text()).split('\n')[0]).toMatch('crossroads-log');
  await server.app.registry
    .sessionOf(code)
    ?.submit({ kind: 'host', host: 'host' }, 'end', { type: 'endSession' });
  expect(await server.api.log(code, token)).toMatchObject({ ok: true });
  expect(await server.api.log(other, token)).toMatchObject({ failure: { code: 'badToken' } });
});

test('other sites can neither post nor read, and every answer carries the strict policy', async () => {
  const cookie = await server.hostCookie();
  for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1']) {
    const headers = { cookie, origin };
    const posted = await server.call(
      'POST',
      '/api/sessions',
      { scenario: 'archipelago', plan: '5x3' },
      headers,
    );
    expect([posted.status, await codeOf(posted)]).toEqual([403, 'otherPage']);
    const joined = await server.call('POST', '/matchmake/joinById/ZZZZZZ', {}, { origin });
    expect(joined.status).toBe(403);
    const read = await server.call('GET', '/api/scenarios', undefined, { origin });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    expect(read.headers.get('access-control-allow-credentials')).toBeNull();
  }
  for (const path of ['/api/scenarios', '/livez', '/nothing', '/matchmake/joinById/ZZZZZZ']) {
    const { headers } = await server.call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('rooms are made by the server alone', async () => {
  for (const method of ['create', 'join', 'joinOrCreate', 'reconnect']) {
    expect(
      (await server.call('POST', `/matchmake/${method}/session`, { code: 'X' })).status,
    ).toBeGreaterThanOrEqual(400);
  }
  expect(server.app.registry.live()).toHaveLength(0);
});

test('bodies that are too large, of no known length or no JSON are refused in words', async () => {
  const large = { secret: 'x'.repeat(20_000) };
  expect((await server.call('POST', '/api/host/enter', large)).status).toBe(413);
  expect((await server.call('POST', '/matchmake/joinById/ZZZZZZ', large)).status).toBe(413);
  const broken = await fetch(`${server.origin}/api/host/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect([broken.status, await codeOf(broken)]).toEqual([400, 'malformed']);
  expect(await chunked(server.origin)).toBe(411);
});

test('paths that climb lead nowhere', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
  ]) {
    expect((await server.call('GET', path)).status).toBe(404);
  }
});

test('practice is one person’s: nobody else joins it', async () => {
  const first = await server.api.practice({ seat: 'meridia' });
  expect(first).toMatchObject({ ok: true, value: { seat: 'meridia' } });
  const { code } = first.ok ? first.value : { code: '' };
  expect(await server.api.takeSeat(code, { seat: null, name: null })).toMatchObject({
    failure: { code: 'notAllowed' },
  });
  expect(await server.api.practice({ seat: 'atlantis' })).toMatchObject({ failure: { code: 'unknownSeat' } });
});

test('names keep their letters and lose invisible characters', () => {
  expect(cleanName('  Zoë\u0000 \u202Eevil\u2066 ')).toBe('Zoë evil');
  expect(cleanName('e\u0301')).toBe('é');
  expect(cleanName('安娜 👩‍🚀')).toBe('安娜 👩‍🚀');
  expect(cleanName('\u200B\u3164')).toBeNull();
});

/** A POST that does not state its length. */
async function chunked(origin: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const post = request(
      `${origin}/api/host/enter`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    post.on('error', reject);
    post.write('{"secret":');
    post.end('"x"}');
  });
}

test('a scenario with its briefs is given to the host alone', async () => {
  const path = '/api/scenarios/archipelago';
  const anybody = await server.call('GET', path);
  expect([anybody.status, await codeOf(anybody)]).toEqual([403, 'notHost']);
  const cookie = await server.hostCookie();
  const whole: { seats: readonly { brief: { en: string } }[] } = await (
    await server.call('GET', path, undefined, { cookie })
  ).json();
  expect(whole.seats.map(({ brief }) => brief.en.length > 100)).toEqual(Array(6).fill(true));
  expect(await codeOf(await server.call('GET', '/api/scenarios/none', undefined, { cookie }))).toBe(
    'unknownScenario',
  );
});
