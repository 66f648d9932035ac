import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryPage } from '#shared/wire/library.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { type EventHand, eventHand } from '../support/eventTables.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

let server: TestServer;
let hand: EventHand;
beforeEach(async () => {
  server = await testServer();
  hand = await eventHand(server);
});
afterEach(async () => server.close());

describe('one code for many tables', () => {
  test('people fill a table, then the next is laid; a storm of joins loses and doubles nobody', async () => {
    const code = await hand.opened();
    const passes = await Promise.all(Array.from({ length: 20 }, async (_, n) => hand.joined(code, `P${n}`)));
    expect(await hand.counts(code)).toEqual([3, 3, 3, 3, 3, 3, 2]);
    expect(new Set(passes.map(({ delegate }) => delegate)).size).toBe(20);
    expect(passes.every(({ event }) => event === code)).toBe(true);
    const { tables } = await hand.overview(code);
    expect(new Set(passes.map((pass) => pass.code))).toEqual(new Set(tables.map((table) => table.code)));
  });

  test('the code shows the scenario, and to how many tables people have come', async () => {
    const code = await hand.opened();
    for (let come = 0; come < 4; come += 1) await hand.joined(code);
    const card = await server.api.joinCard(code);
    expect(card).toMatchObject({
      ok: true,
      value: { code, isOpen: true, phase: 'lobby', entry: { arrival: 'given', observers: false } },
    });
    expect(card.ok && card.value.seats.reduce((sum, { people }) => sum + people, 0)).toBe(4);
    const [table] = (await hand.overview(code)).tables;
    expect(await server.api.joinCard(table?.code ?? '')).toMatchObject({ value: { event: code } });
    expect((await server.api.joinCard('ZZZZZZ')).ok).toBe(false);
  });

  test('the same press again, and the personal code, lead back to the own seat and table', async () => {
    const code = await hand.opened();
    for (let come = 0; come < 3; come += 1) await hand.joined(code);
    const ann = await hand.joined(code, 'Ann', 'a-secret-press-of-ann');
    expect(await hand.joined(code, 'Ann', 'a-secret-press-of-ann')).toMatchObject({
      code: ann.code,
      delegate: ann.delegate,
      seat: ann.seat,
    });
    const card = await server.api.rejoinCode(ann.code, ann.token);
    if (!card.ok) throw new Error(card.failure.code);
    const back = await server.api.rejoin(code, { code: card.value.code });
    expect(back).toMatchObject({ ok: true, value: { code: ann.code, delegate: ann.delegate, event: code } });
    expect(await server.api.rejoin(code, { code: 'ABCD2345' })).toMatchObject({
      failure: { code: 'wrongRejoin' },
    });
    expect(await hand.counts(code)).toEqual([3, 1]);
  });

  test('who comes after the start goes to the thinnest table', async () => {
    const code = await hand.opened({ tables: 2 });
    for (let come = 0; come < 4; come += 1) await hand.joined(code);
    expect(await hand.counts(code)).toEqual([3, 1]);
    await hand.act(code, { type: 'startSession' });
    expect((await hand.joined(code)).code).toBe((await hand.overview(code)).tables[1]?.code);
  });

  test('by a list, whoever types a listed name comes to its table; the names are kept nowhere', async () => {
    const names = [['Ann Lee'], ['Bo'], ['陈晨', 'Dina']];
    const code = await hand.opened({ placing: 'list', tables: 3, names });
    const tables = (await hand.overview(code)).tables.map((table) => table.code);
    expect((await hand.overview(code)).expected).toEqual({ listed: 4, come: 0 });
    for (const [name, table] of [
      ['dina', 3],
      ['  ANN   lee ', 1],
      ['陈晨', 3],
      ['Bo', 2],
    ] as const)
      expect((await hand.joined(code, name)).code).toBe(tables[table - 1]);
    expect((await hand.overview(code)).expected).toEqual({ listed: 4, come: 4 });
    expect((await hand.joined(code, 'Stranger')).code).toBe(tables[0]);
    expect(JSON.stringify(await server.store.gatherings())).not.toMatch(/Dina|陈晨|Ann/i);
  });

  test('by chance, all tables are laid at once and fill evenly', async () => {
    const code = await hand.opened({ placing: 'chance', tables: 4 });
    await Promise.all(Array.from({ length: 10 }, async () => hand.joined(code)));
    expect((await hand.counts(code)).toSorted((a, b) => a - b)).toEqual([2, 2, 3, 3]);
  });

  test('all tables meet the same dice, and each has a log of its own', async () => {
    const code = await hand.opened({ tables: 3 });
    const sessions = server.app.registry.live();
    expect(sessions).toHaveLength(3);
    expect(new Set(sessions.map(({ state }) => state.basis.seed)).size).toBe(1);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(3);
    expect((await hand.overview(code)).tables.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('its tables are not in the list of single sessions, and only the host sees an event', async () => {
    const code = await hand.opened({ tables: 2 });
    expect(
      await (await server.call('GET', '/api/sessions', undefined, { cookie: hand.cookie })).json(),
    ).toEqual([]);
    expect(await hand.asked('GET', '')).toMatchObject([{ code, tables: 2, people: 0, open: 2 }]);
    const library = await server.call('GET', '/api/library', undefined, { cookie: hand.cookie });
    const { items }: LibraryPage = await library.json();
    expect(items.map(({ table }) => table).toSorted((a, b) => (a?.number ?? 0) - (b?.number ?? 0))).toEqual([
      { event: code, number: 1, treatment: null },
      { event: code, number: 2, treatment: null },
    ]);
    for (const path of ['', `/${code}`, `/${code}/people`])
      expect((await server.call('GET', `/api/events${path}`)).status).toBe(403);
  });

  test('an opening that means nothing is refused', async () => {
    expect(await hand.statusOf({ placing: 'chance' })).toBe(400);
    expect(await hand.statusOf({ size: 1 })).toBe(400);
    expect(await hand.statusOf({ tables: 61 })).toBe(400);
    expect(await hand.statusOf({ opening: { scenario: 'none', plan: '5x3' } })).toBe(404);
    expect(await hand.asked('GET', '')).toEqual([]);
  });
});

describe('the wall of an event', () => {
  const dials = async (code: string): Promise<Response> => server.call('GET', `/api/events/${code}/dials`);

  test('shows whoever comes the dials alone, and a reveal only once its table has seen it', async () => {
    const code = await hand.opened({ tables: 2 });
    for (let come = 0; come < 4; come += 1) await hand.joined(code, 'Ann');
    const wall = await (await dials(code)).json();
    expect(Object.keys(wall).toSorted()).toEqual(['code', 'languages', 'tables', 'title', 'tried']);
    for (const table of wall.tables)
      expect(Object.keys(table).toSorted()).toEqual([
        'code',
        'number',
        'paused',
        'phase',
        'round',
        'stage',
        'trail',
      ]);
    expect(JSON.stringify(wall)).not.toContain('Ann');
    await hand.act(code, { type: 'startSession' });
    const stations = async (): Promise<number> => (await (await dials(code)).json()).tables[0].trail.length;
    const phases: Record<string, number> = {};
    for (let step = 0; step < 6; step += 1) {
      const [table] = (await hand.overview(code)).tables;
      phases[`${table?.phase} ${table?.round}`] = await stations();
      await hand.act(code, { type: 'closePhase', because: 'host' });
    }
    expect(phases).toEqual({
      'briefing 1': 1,
      'negotiation 1': 1,
      'decision 1': 1,
      'reveal 1': 1,
      'review 1': 2,
      'briefing 2': 2,
    });
  });

  test('shows no table that may not be watched, and an unknown code counts as a guess', async () => {
    const entry = { newcomers: 'always', arrival: 'choose', observers: false } as const;
    const opening = { scenario: 'archipelago', plan: '5x3', entry };
    const code = await hand.opened({ tables: 2, opening });
    expect(await (await dials(code)).json()).toMatchObject({ tables: [] });
    for (let guess = 0; guess < 30; guess += 1) expect((await dials('ZZZZZZ')).status).toBe(404);
    expect((await dials('YYYYYY')).status).toBe(429);
    expect((await dials(code)).status).toBe(200);
  });
});

test('after a restart the event is there with its tables, and people come back to their seats', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'crossroads-events-'));
  const before = await testServer(Date.now, null, {}, await openSqliteStore(directory));
  const code = await (await eventHand(before)).opened();
  const passes = [];
  for (const n of [1, 2, 3, 4]) {
    const pass = await before.api.takeSeat(code, {
      seat: null,
      name: `P${n}`,
      key: `a-press-of-person-${n}`,
    });
    if (pass.ok) passes.push(pass.value);
  }
  await before.close();
  const after = await testServer(Date.now, null, {}, await openSqliteStore(directory));
  expect(await (await eventHand(after)).counts(code)).toEqual([3, 1]);
  const there = await after.app.registry.identify(passes[3]?.token ?? '');
  expect(there).toMatchObject({ kind: 'delegate', delegate: passes[3]?.delegate });
  const next = await after.api.takeSeat(code, { seat: null, name: 'late' });
  expect(next.ok && next.value.code).toBe(passes[3]?.code);
  await after.close();
  await rm(directory, { recursive: true });
});
