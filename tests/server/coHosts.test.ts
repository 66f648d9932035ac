import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CoHostLink } from '#shared/wire/coHosts.ts';
import type { HostPass } from '#shared/wire/api.ts';
import type { GatheringNow } from '#shared/wire/gatherings.ts';
import { IMPORT_PATH, PACKS_PATH } from '../../server/http/guards.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { erasureList } from '../../server/store/erasureList.ts';
import { liveSource } from '../../client/source/live.ts';
import { type EventHand, eventHand } from '../support/eventTables.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
let hand: EventHand;
beforeEach(async () => {
  server = await testServer();
  hand = await eventHand(server);
});
afterEach(async () => server.close());

interface CoHost extends CoHostLink {
  readonly cookie: string;
}

/** Makes a link and follows it. */
async function coHostOf(code: string, name = 'Ms Li'): Promise<CoHost> {
  const links = await hand.asked<readonly CoHostLink[]>('POST', `/${code}/co-hosts`, { name });
  const link = links.at(-1);
  if (link === undefined) throw new Error('no link was made');
  const entered = await server.call('POST', `/api/events/${code}/enter`, { secret: link.secret });
  expect(await entered.json()).toEqual({ id: link.id, name });
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return { ...link, cookie: cookies.find((cookie) => cookie.includes('co_host')) ?? '' };
}

async function overviewOf(code: string, { cookie }: CoHost): Promise<GatheringNow> {
  const answer = await server.call('GET', `/api/events/${code}`, undefined, { cookie });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function passOf(table: string, { cookie }: CoHost): Promise<HostPass> {
  const answer = await server.call('POST', `/api/sessions/${table}/host`, {}, { cookie });
  expect(answer.status).toBe(201);
  return answer.json();
}

const statusOf = async (method: string, path: string, cookie: string, body?: object): Promise<number> =>
  (await server.call(method, path, method === 'GET' ? undefined : (body ?? {}), { cookie })).status;

/** The routes that the sources say are the host's alone. */
function hostRoutesIn(folder: string): readonly (readonly [method: string, path: string])[] {
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/router\.(get|post|put)\(\s*([^,]+), (?:host|hostOnly\(context\)),/g)].map(
      ([, method = '', path = '']) => {
        const plain = path.replaceAll(/['`]/g, '').replace('${PACKS_PATH}', 'PACKS_PATH');
        return [
          method.toUpperCase(),
          plain.replace('PACKS_PATH', PACKS_PATH).replace('IMPORT_PATH', IMPORT_PATH),
        ] as const;
      },
    ),
  );
}

describe('a co-host of an event', () => {
  test('sees its overview, steps into its tables, acts on them, and the records say who it was', async () => {
    const code = await hand.opened({ tables: 2 });
    for (let come = 0; come < 4; come += 1) await hand.joined(code);
    const li = await coHostOf(code);
    const now = await overviewOf(code, li);
    expect(now.you).toBe(li.id);
    expect(now.coHosts).toEqual([{ id: li.id, name: 'Ms Li' }]);
    expect((await hand.overview(code)).you).toBeNull();
    const acts = {
      key: 'a-key-that-is-long-enough',
      tables: now.tables.map(({ number, phaseLine }) => ({ number, phaseLine })),
      command: { type: 'startSession' },
    };
    expect(await statusOf('POST', `/api/events/${code}/acts`, li.cookie, acts)).toBe(200);
    expect((await hand.overview(code)).tables.map(({ phase }) => phase)).not.toContain('lobby');
    const table = now.tables[0]?.code ?? '';
    const pass = await passOf(table, li);
    expect(pass).toMatchObject({ code: table, coHost: true, event: { code, number: 1 } });
    const source = liveSource(table, pass, server.origin);
    await until('the console is open', () => source.view.value !== null);
    expect(await source.send({ type: 'pauseSession', remainingMs: null })).toMatchObject({ ok: true });
    source.close();
    const log = await server.call('GET', `/api/sessions/${table}/log`, undefined, { cookie: li.cookie });
    expect(await log.text()).toContain(`"actor":{"host":"${li.id}","kind":"host"}`);
    const [event] = await server.store.gatherings();
    const noted = await server.store.acts(event?.id ?? '');
    expect(noted.map(({ body }) => JSON.parse(body))).toEqual([
      { act: 'addCoHost', coHost: li.id },
      { act: 'startSession', done: [1, 2], refused: [], by: li.id },
    ]);
    expect(JSON.stringify(noted)).not.toContain('Li');
  });

  test('is let in nowhere else: every route of the host refuses', async () => {
    const code = await hand.opened({ tables: 1 });
    const li = await coHostOf(code);
    const table = (await hand.overview(code)).tables[0]?.code ?? '';
    const routes = hostRoutesIn(join(import.meta.dirname, '../../server/http'));
    expect(routes.length).toBeGreaterThanOrEqual(33);
    for (const [method, path] of routes) {
      const here = path.replace(':code', path.startsWith('/events') ? code : table).replace(':id', li.id);
      expect(await statusOf(method, `/api${here}`, li.cookie), `${method} ${path}`).toBe(403);
    }
    expect(
      await (await server.call('GET', '/api/host', undefined, { cookie: li.cookie })).json(),
    ).toMatchObject({
      host: false,
    });
    expect(await statusOf('POST', '/api/host/password', li.cookie, { password: 'a-long-password' })).toBe(
      403,
    );
  });

  test('is nobody at another event and at single sessions', async () => {
    const code = await hand.opened({ tables: 1 });
    const other = await hand.opened({ tables: 1 });
    const single = await server.call(
      'POST',
      '/api/sessions',
      { scenario: 'archipelago', plan: '5x3' },
      { cookie: hand.cookie },
    );
    const alone: string = (await single.json()).code;
    const li = await coHostOf(code);
    const there = (await hand.overview(other)).tables[0]?.code ?? '';
    for (const [method, path] of [
      ['GET', `/events/${other}`],
      ['POST', `/events/${other}/acts`],
      ['GET', `/events/${other}/people`],
      ['POST', `/events/${other}/move`],
      ['POST', `/events/${other}/charge`],
      ['POST', `/sessions/${there}/host`],
      ['GET', `/sessions/${there}/log`],
      ['GET', `/sessions/${there}/scenario`],
      ['POST', `/sessions/${alone}/host`],
      ['GET', `/sessions/${alone}/log`],
    ] as const)
      expect(await statusOf(method, `/api${path}`, li.cookie), path).toBe(403);
  });

  test('takes charge of tables and gives up their own; the host decides for everybody', async () => {
    const code = await hand.opened({ tables: 3 });
    const [li, bo] = [await coHostOf(code), await coHostOf(code, 'Bo')];
    const charge = async (cookie: string, tables: readonly number[], coHost: string | null) =>
      statusOf('POST', `/api/events/${code}/charge`, cookie, { tables, coHost });
    const inCharge = async () => (await hand.overview(code)).tables.map(({ coHost }) => coHost);
    expect(await charge(li.cookie, [1, 2], li.id)).toBe(200);
    expect(await inCharge()).toEqual([li.id, li.id, null]);
    expect(await charge(bo.cookie, [1], null)).toBe(403);
    expect(await charge(bo.cookie, [1], li.id)).toBe(403);
    expect(await charge(bo.cookie, [2], bo.id)).toBe(200);
    expect(await charge(li.cookie, [1], null)).toBe(200);
    expect(await inCharge()).toEqual([null, bo.id, null]);
    expect(await charge(hand.cookie, [1, 2, 3], li.id)).toBe(200);
    expect(await inCharge()).toEqual([li.id, li.id, li.id]);
    expect(await charge(hand.cookie, [1], 'co-nobody')).toBe(404);
    expect(await charge(hand.cookie, [61], li.id)).toBe(400);
  });

  test('is out at once when the link is ended: cookie, passes and open rooms', async () => {
    const code = await hand.opened({ tables: 2 });
    await hand.joined(code);
    const li = await coHostOf(code);
    const [table = ''] = (await hand.overview(code)).tables.map((one) => one.code);
    const pass = await passOf(table, li);
    const source = liveSource(table, pass, server.origin);
    await until('the console is open', () => source.view.value !== null);
    await server.call(
      'POST',
      `/api/events/${code}/charge`,
      { tables: [1], coHost: li.id },
      { cookie: li.cookie },
    );
    expect(await hand.asked('POST', `/${code}/co-hosts/${li.id}/end`, {})).toEqual([]);
    await until('the room is closed', () => source.status.value !== 'live');
    expect(await statusOf('GET', `/api/events/${code}`, li.cookie)).toBe(403);
    expect(await statusOf('POST', `/api/sessions/${table}/host`, li.cookie)).toBe(403);
    expect(await server.api.log(table, pass.token)).toMatchObject({ failure: { code: 'badToken' } });
    expect((await server.call('POST', `/api/events/${code}/enter`, { secret: li.secret })).status).toBe(404);
    expect((await hand.overview(code)).tables.map(({ coHost }) => coHost)).toEqual([null, null]);
    expect(JSON.stringify(await server.store.gatherings())).not.toContain('Li');
    const [event] = await server.store.gatherings();
    expect(erasureList(server.dataDir).all()).toEqual([{ gathering: event?.id, coHost: li.id }]);
    source.close();
  });
});

describe('links of co-hosts', () => {
  test('a wrong secret, a name of nothing and one co-host too many are refused', async () => {
    const code = await hand.opened({ tables: 1 });
    const enter = async (secret: string) =>
      (await server.call('POST', `/api/events/${code}/enter`, { secret })).status;
    expect(await enter('co-nobody.AAAAAAAAAAAAAAAAAAAAAA')).toBe(404);
    expect(await enter('')).toBe(404);
    const add = async (name: string) =>
      statusOf('POST', `/api/events/${code}/co-hosts`, hand.cookie, { name });
    expect(await add('   ')).toBe(400);
    for (let made = 0; made < 20; made += 1) expect(await add(`Nr ${made}`)).toBe(201);
    expect(await add('One more')).toBe(409);
  });

  test('the host reads each link again; nobody else does', async () => {
    const code = await hand.opened({ tables: 1 });
    const li = await coHostOf(code);
    expect(await hand.asked('GET', `/${code}/co-hosts`)).toEqual([
      { id: li.id, name: 'Ms Li', secret: li.secret },
    ]);
    expect(await statusOf('GET', `/api/events/${code}/co-hosts`, li.cookie)).toBe(403);
    expect(await statusOf('GET', `/api/events/${code}/co-hosts`, '')).toBe(403);
  });
});

test('after a restart a co-host is still in charge and their pass still opens the table, until the link is ended', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'crossroads-co-hosts-'));
  const before = await testServer(Date.now, null, {}, await openSqliteStore(directory));
  const code = await (await eventHand(before)).opened({ tables: 2 });
  const cookie = await before.hostCookie();
  const made = await before.call('POST', `/api/events/${code}/co-hosts`, { name: 'Ms Li' }, { cookie });
  const links: readonly CoHostLink[] = await made.json();
  const { id, secret } = links[0] ?? { id: '', secret: '' };
  const entered = await before.call('POST', `/api/events/${code}/enter`, { secret });
  const theirs = { cookie: entered.headers.getSetCookie().at(-1)?.split(';')[0] ?? '' };
  await before.call('POST', `/api/events/${code}/charge`, { tables: [2], coHost: id }, theirs);
  const [stored] = await before.store.gatherings();
  const passed = await before.call('POST', `/api/sessions/${stored?.tables[1]?.code}/host`, {}, theirs);
  const { token }: HostPass = await passed.json();
  expect(JSON.stringify(stored)).not.toContain(secret.split('.')[1]);
  await before.close();
  const after = await testServer(Date.now, null, {}, await openSqliteStore(directory));
  const again = await eventHand(after);
  expect((await again.overview(code)).coHosts).toEqual([{ id, name: 'Ms Li' }]);
  expect((await again.overview(code)).tables.map(({ coHost }) => coHost)).toEqual([null, id]);
  expect(await after.app.registry.identify(token)).toMatchObject({ kind: 'host', host: id });
  await again.asked('POST', `/${code}/co-hosts/${id}/end`, {});
  expect(await after.app.registry.identify(token)).toBeNull();
  await after.close();
  await rm(directory, { recursive: true });
});
