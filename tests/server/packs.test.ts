import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import { ownPack } from '../scenario/ownPack.ts';
import { testServer, type TestServer } from '../support/testServer.ts';

let server: TestServer;
let cookie: string;
beforeEach(async () => {
  server = await testServer();
  cookie = await server.hostCookie();
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function host(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await server.call(method, `/api/${path}`, body, { cookie });
  return { status: answer.status, body: await answer.json() };
}

async function bring(text: string, replace = '', as: string = cookie): Promise<Answer> {
  const answer = await fetch(`${server.origin}/api/host/packs${replace}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8', cookie: as },
    body: text,
  });
  return { status: answer.status, body: await answer.json() };
}

const file = (part: Partial<Scenario> = {}): string => JSON.stringify(ownPack(part));
const listed = async (path: string): Promise<readonly ScenarioListItem[]> =>
  (await host('GET', path)).body as readonly ScenarioListItem[];
const idsIn = async (path: string): Promise<readonly string[]> => (await listed(path)).map(({ id }) => id);

test('scenarios of one’s own are the host’s alone', async () => {
  await bring(file());
  const calls: readonly (readonly [string, string, unknown?])[] = [
    ['GET', '/api/host/scenarios'],
    ['GET', '/api/scenarios/harbour-town'],
    ['PUT', '/api/host/packs/harbour-town', { practice: true }],
    ['GET', '/api/host/packs/harbour-town/file'],
    ['POST', '/api/host/packs/harbour-town/delete', {}],
  ];
  for (const [method, path, body] of calls)
    expect((await server.call(method, path, body)).status, `${method} ${path}`).toBe(403);
  expect((await bring(file(), '', '')).status).toBe(403);
});

test('a faulty file is reported fault by fault, and nothing is stored', async () => {
  const { status, body } = await bring(
    file({ scarred: 'yes' as unknown as boolean, title: { en: '', zh: '港' } }),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    outcome: 'faulty',
    more: 0,
    faults: [
      { path: 'title.en', what: 'least', values: { what: 'textLength', limit: '1' } },
      { path: 'scarred', what: 'wrongKind', values: { kind: 'boolean' } },
    ],
  });
  const many = JSON.stringify({ ...ownPack(), events: Array.from({ length: 60 }, () => ({})) });
  expect((await bring(many)).body).toMatchObject({ outcome: 'faulty', more: expect.any(Number) });
  expect(((await bring(many)).body as { faults: readonly unknown[] }).faults).toHaveLength(40);
  expect((await bring('x'.repeat(600_000))).status).toBe(413);
  expect(await server.store.packs()).toEqual([]);
});

test('a good file is kept, listed for the host, opened, and its kit has every brief', async () => {
  expect((await bring(file())).body).toMatchObject({ outcome: 'kept', id: 'harbour-town', version: 1 });
  expect(await idsIn('host/scenarios')).toEqual([
    'archipelago',
    'twelve-states',
    'two-conventions',
    'supply-lines',
    'real-table',
    'harbour-town',
  ]);
  const item = (await listed('host/scenarios')).at(-1);
  expect(item).toMatchObject({
    own: { version: 1, practice: false },
    leaveOut: ['savannah', 'straitport'],
    isForPrepared: false,
  });
  expect((await host('GET', 'scenarios/harbour-town')).body).toMatchObject({ seats: ownPack().seats });
  expect((await host('GET', 'scenarios/harbour-town?seats=4')).body).toMatchObject({ leaveOut: [] });
  expect((await host('GET', 'scenarios/harbour-town?seats=x')).status).toBe(404);
  const opened = await host('POST', 'sessions', { scenario: 'harbour-town', plan: '5x3' });
  expect(opened.status).toBe(201);
});

test('a requested number of states is in the record; an impossible one is refused', async () => {
  await bring(file());
  const open = async (seats: number) =>
    host('POST', 'sessions', { scenario: 'harbour-town', plan: '5x3', seats });
  const { body } = await open(4);
  const { code } = body as { code: string };
  const log = await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie });
  const parsed = parseLog(await log.text());
  expect(parsed.ok && parsed.value.header.seats).toEqual(['aurelia', 'meridia', 'concordia', 'indravar']);
  expect(await open(3)).toMatchObject({ status: 400, body: { code: 'badSeats' } });
  const shipped = await host('POST', 'sessions', { scenario: 'supply-lines', plan: '6x3', seats: 9 });
  expect(shipped).toMatchObject({ status: 400, body: { code: 'badSeats' } });
});

test('another file with that id replaces it only on request, and an open session keeps its own version', async () => {
  await bring(file());
  const opened = await host('POST', 'sessions', { scenario: 'harbour-town', plan: '5x3', seats: 4 });
  expect((await bring(file())).body).toMatchObject({ outcome: 'known', version: 1 });
  const newer = file({ title: { en: 'Harbour city', zh: '港市' } });
  expect((await bring(newer)).body).toMatchObject({ outcome: 'exists', version: 1 });
  expect((await bring(newer, '?replace=2')).body).toMatchObject({ outcome: 'exists' });
  expect((await listed('host/scenarios')).at(-1)?.title.en).toBe('Harbour town');
  expect((await bring(newer, '?replace=1')).body).toMatchObject({ outcome: 'kept', version: 2 });
  expect((await listed('host/scenarios')).at(-1)).toMatchObject({
    title: { en: 'Harbour city' },
    own: { version: 2 },
  });
  expect((await host('GET', 'sessions')).body).toMatchObject([{ title: { en: 'Harbour town' } }]);
  const { code } = opened.body as { code: string };
  const itsOwn = await host('GET', `sessions/${code}/scenario`);
  expect(itsOwn.body).toMatchObject({ title: { en: 'Harbour town' }, seats: ownPack().seats.slice(0, 4) });
  expect((await server.call('GET', `/api/sessions/${code}/scenario`)).status).toBe(403);
  const given = await server.call('GET', '/api/host/packs/harbour-town/file', undefined, { cookie });
  expect(await given.text()).toBe(newer);
});

test('anybody may practise it only if the host allows it', async () => {
  await bring(file());
  const practise = async () =>
    (await server.call('POST', '/api/practice', { scenario: 'harbour-town' })).status;
  expect(await practise()).toBe(404);
  expect(await idsIn('scenarios')).not.toContain('harbour-town');
  await host('PUT', 'host/packs/harbour-town', { practice: true });
  expect(await idsIn('scenarios')).toContain('harbour-town');
  expect(await practise()).toBe(201);
  expect(JSON.stringify(await listed('scenarios'))).not.toContain('Speak up.');
});

test('it is removed, but not while a session of it is open or a preset names it', async () => {
  await bring(file());
  const remove = async () => host('POST', 'host/packs/harbour-town/delete', {});
  const opened = await host('POST', 'sessions', { scenario: 'harbour-town', plan: '5x3' });
  const { code } = opened.body as { code: string };
  expect(await remove()).toMatchObject({ status: 409, body: { code: 'packInSession' } });
  await host('POST', `library/${code}/delete`, {});
  await host('PUT', 'host/presets', { name: 'mine', opening: { scenario: 'harbour-town', plan: '5x3' } });
  expect(await remove()).toMatchObject({ status: 409, body: { code: 'packInPreset' } });
  await host('POST', 'host/presets/delete', { name: 'mine' });
  expect((await remove()).status).toBe(200);
  expect(await idsIn('host/scenarios')).not.toContain('harbour-town');
  expect((await remove()).status).toBe(404);
  expect((await host('POST', `library/${code}/restore`, {})).status).toBe(200);
  const log = await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie });
  expect(await log.text()).toContain('Harbour town');
});

test('a damaged stored file is skipped, and the others are offered', async () => {
  await bring(file());
  const [pack] = await server.store.packs();
  if (!pack) throw new Error('nothing was kept');
  await server.store.putPack({ ...pack, body: pack.body.slice(0, 500) });
  await bring(file({ id: 'other-town' }));
  expect((await idsIn('host/scenarios')).slice(5)).toEqual(['other-town']);
});
