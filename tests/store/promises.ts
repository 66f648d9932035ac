import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { appendOne, sampleLine, sampleSession } from './sampleLines.ts';

/** What every store promises, as tests. `open` gives an empty store; it may keep its files in the folder. */
export const promisesOfStore = (open: (directory: string) => Promise<SessionStore>): void => {
  let directory: string;
  let store: SessionStore;
  const session = sampleSession('one', 'AAAAAA');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'crossroads-'));
    store = await open(directory);
    await store.create(session);
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  test('a new session is found by id and by code, with the header as its head', async () => {
    const stored = {
      ...session,
      searchText: 'archipelago one',
      status: 'open',
      headSeq: 0,
      headHash: session.headerHash,
      name: '',
      note: '',
      tags: [],
      origin: null,
      practice: false,
      keepDays: null,
      deletedMs: null,
      lastMs: session.created,
    };
    expect(await store.byId('one')).toEqual(stored);
    expect(await store.byCode('AAAAAA')).toEqual(stored);
    expect(await store.byCode('BBBBBB')).toBeNull();
  });

  test('a code is given once', async () => {
    await expect(store.create(sampleSession('two', 'AAAAAA'))).rejects.toMatchObject({ code: 'codeTaken' });
    expect(await store.byId('two')).toBeNull();
  });

  test('lines come back in order, from any number on, and move the head', async () => {
    const lines = [sampleLine(1, 'a'), sampleLine(2, 'b'), sampleLine(3, 'c')];
    await store.append({ session: 'one', expectedHead: 0, lines, status: 'open' });
    expect(await store.read('one')).toEqual(lines);
    expect(await store.read('one', 3)).toEqual(lines.slice(2));
    expect(await store.byId('one')).toMatchObject({ headSeq: 3, headHash: lines[2]?.hash, status: 'open' });
  });

  test('an append with another head is fenced off and leaves nothing', async () => {
    await store.append(appendOne('one', 0, 'a'));
    await expect(store.append(appendOne('one', 0, 'a', 'other'))).rejects.toMatchObject({ code: 'fenced' });
    await expect(store.append(appendOne('one', 5, 'a', 'other'))).rejects.toMatchObject({ code: 'fenced' });
    await expect(store.append(appendOne('none', 0, 'a'))).rejects.toMatchObject({ code: 'fenced' });
    expect(await store.read('one')).toHaveLength(1);
  });

  test('a key is kept once per session, and a refused append moves no head', async () => {
    await store.create(sampleSession('two', 'BBBBBB'));
    await store.append(appendOne('one', 0, 'a', 'same'));
    await store.append(appendOne('two', 0, 'a', 'same'));
    await expect(store.append(appendOne('one', 1, 'a', 'same'))).rejects.toMatchObject({
      code: 'duplicateKey',
    });
    expect(await store.byId('one')).toMatchObject({ headSeq: 1 });
    await store.append(appendOne('one', 1, 'a', 'next'));
    expect(await store.read('one')).toHaveLength(2);
  });

  test('many appends at once succeed or fail independently', async () => {
    await store.create(sampleSession('two', 'BBBBBB'));
    const outcomes = await Promise.allSettled([
      store.append(appendOne('one', 0, 'a')),
      store.append(appendOne('two', 7, 'a')),
      store.append(appendOne('two', 0, 'a')),
      store.append(appendOne('one', 1, 'a')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await store.read('one')).toHaveLength(2);
  });

  test('sessions are listed newest first, by status and by part of a title in any script', async () => {
    await store.create(sampleSession('two', 'BBBBBB', { searchText: 'Ökologie 群岛', created: 2 }));
    await store.append({ ...appendOne('two', 0, 'a'), status: 'ended' });
    const ids = async (query: { search?: string; status?: 'open' | 'ended' }) =>
      (await store.list({ limit: 10, ...query })).map(({ id }) => id);
    expect(await ids({})).toEqual(['two', 'one']);
    expect(await ids({ status: 'open' })).toEqual(['one']);
    expect(await ids({ search: 'öKO' })).toEqual(['two']);
    expect(await ids({ search: '群岛' })).toEqual(['two']);
    expect(await ids({ search: '%' })).toEqual([]);
  });

  test('scenarios are kept by id, one in place of another, and removed; sessions are found by theirs', async () => {
    const pack = { id: 'b', version: 1, hash: 'h', body: '{}', practice: false, keptMs: 5 };
    await store.putPack(pack);
    await store.putPack({ ...pack, id: 'a', practice: true });
    await store.putPack({ ...pack, version: 2, body: '{"two":2}' });
    expect(await store.packs()).toEqual([
      { ...pack, id: 'a', practice: true },
      { ...pack, version: 2, body: '{"two":2}' },
    ]);
    await store.removePack('a');
    expect((await store.packs()).map(({ id }) => id)).toEqual(['b']);
    await store.create(sampleSession('two', 'BBBBBB', { header: '{"scenario":{"id":"b"}}' }));
    await store.create(sampleSession('three', 'CCCCCC', { header: 'no JSON' }));
    expect((await store.list({ limit: 9, scenario: 'b' })).map(({ id }) => id)).toEqual(['two']);
    expect(await store.count({ scenario: 'a' })).toBe(0);
  });

  test('texts are kept with the lines that name them, or not at all', async () => {
    const text = { id: 't1', salt: 's', value: 'Ada' };
    const other = { id: 't2', salt: 's', value: 'Bo' };
    await expect(store.append({ ...appendOne('one', 5, 'a'), texts: [text] })).rejects.toMatchObject({
      code: 'fenced',
    });
    expect(await store.texts('one')).toEqual([]);
    await store.append({ ...appendOne('one', 0, 'a', 'same'), texts: [text] });
    expect(await store.texts('one')).toEqual([text]);
    const repeated = { ...appendOne('one', 1, 'a', 'same'), texts: [other], erased: ['t1'] };
    await expect(store.append(repeated)).rejects.toMatchObject({ code: 'duplicateKey' });
    expect(await store.texts('one')).toEqual([text]);
    const taken = { ...appendOne('one', 1, 'a'), texts: [other, text] };
    await expect(store.append(taken)).rejects.toMatchObject({ code: 'duplicateKey' });
    expect(await store.read('one')).toHaveLength(1);
    expect(await store.texts('one')).toEqual([text]);
  });

  test('a text that another replaces goes with the append that brings the other', async () => {
    const [first, second] = ['t1', 't2'].map((id) => ({ id, salt: 's', value: id }));
    if (first === undefined || second === undefined) throw new Error('two texts');
    await store.append({ ...appendOne('one', 0, 'a'), texts: [first] });
    await store.append({ ...appendOne('one', 1, 'a'), texts: [second], erased: ['t1'] });
    expect(await store.texts('one')).toEqual([second]);
  });

  test('a text can be erased by itself', async () => {
    await store.append({ ...appendOne('one', 0, 'a'), texts: [{ id: 't1', salt: 's', value: 'Ada' }] });
    await store.eraseText('one', 't1');
    expect(await store.texts('one')).toEqual([]);
  });

  test('a token is found by its hash only', async () => {
    const grant = {
      tokenHash: 'h',
      session: 'one',
      kind: 'delegate',
      seat: 'aurelia',
      holder: 'd1',
    } as const;
    await store.putToken(grant);
    expect(await store.findToken('h')).toEqual(grant);
    expect(await store.findToken('g')).toBeNull();
  });

  test('a link is found by the hash of its secret only, listed by session, and goes with it', async () => {
    const link = { secretHash: 'h', session: 'one', names: true, madeMs: 5 };
    await store.putShareLink(link);
    await store.putShareLink({ ...link, secretHash: 'g', names: false, madeMs: 6 });
    expect(await store.findShareLink('h')).toEqual(link);
    expect((await store.shareLinks('one')).map(({ secretHash }) => secretHash)).toEqual(['h', 'g']);
    await store.removeShareLink('one', 'h');
    expect(await store.findShareLink('h')).toBeNull();
    await store.remove('one');
    expect(await store.findShareLink('g')).toBeNull();
  });

  test('an event has a code of its own, names its tables in their order, and goes with the last of them', async () => {
    const event = { id: 'e', code: 'EEEEEE', opening: '{"size":10}', created: 3 };
    await store.createGathering(event);
    await expect(store.createGathering({ ...event, id: 'f' })).rejects.toMatchObject({ code: 'codeTaken' });
    await expect(store.createGathering({ ...event, id: 'f', code: 'AAAAAA' })).rejects.toMatchObject({
      code: 'codeTaken',
    });
    await expect(store.create(sampleSession('two', 'EEEEEE'))).rejects.toMatchObject({ code: 'codeTaken' });
    await store.create(sampleSession('two', 'BBBBBB'), undefined, { gathering: 'e', number: 2 });
    await store.create(sampleSession('three', 'CCCCCC'), undefined, { gathering: 'e', number: 1 });
    const again = store.create(sampleSession('four', 'DDDDDD'), undefined, { gathering: 'e', number: 1 });
    await expect(again).rejects.toMatchObject({ code: 'codeTaken' });
    expect(await store.byId('four')).toBeNull();
    const tables = [
      { session: 'three', number: 1, code: 'CCCCCC', coHost: null },
      { session: 'two', number: 2, code: 'BBBBBB', coHost: null },
    ];
    expect(await store.gatherings()).toEqual([{ ...event, tables, coHosts: [] }]);
    await store.remove('three');
    expect(await store.gatherings()).toEqual([{ ...event, tables: tables.slice(1), coHosts: [] }]);
    await store.remove('two');
    expect(await store.gatherings()).toEqual([]);
  });

  test('the acts of an event are a list that only grows, and no two are the same', async () => {
    await store.createGathering({ id: 'e', code: 'EEEEEE', opening: '{}', created: 3 });
    const act = (seq: number) => ({ seq, at: seq, body: `{"act":${seq}}` });
    await store.addAct('e', act(1));
    await store.addAct('e', act(2));
    await expect(store.addAct('e', act(2))).rejects.toMatchObject({ code: 'fenced' });
    await expect(store.addAct('e', act(4))).rejects.toMatchObject({ code: 'fenced' });
    expect(await store.acts('e')).toEqual([act(1), act(2)]);
    expect(await store.acts('none')).toEqual([]);
  });

  test('a co-host is in charge of tables until the link is ended, and then nothing of them is left', async () => {
    await store.createGathering({ id: 'e', code: 'EEEEEE', opening: '{}', created: 3 });
    for (const [id, number] of [
      ['two', 1],
      ['three', 2],
    ] as const)
      await store.create(sampleSession(id, `CODE${number}`), undefined, { gathering: 'e', number });
    const [li, bo] = [
      { id: 'co-li', name: 'Ms Li', madeMs: 4 },
      { id: 'co-bo', name: 'Bo', madeMs: 5 },
    ];
    await store.putCoHost('e', bo);
    await store.putCoHost('e', li);
    await store.setCharge('e', [1, 2], li.id);
    await store.setCharge('e', [2], bo.id);
    const now = async () => (await store.gatherings())[0];
    expect((await now())?.coHosts).toEqual([li, bo]);
    expect((await now())?.tables.map(({ coHost }) => coHost)).toEqual([li.id, bo.id]);
    const token = { tokenHash: 'h', session: 'two', kind: 'host', seat: null, holder: li.id } as const;
    await store.putToken(token);
    await store.putToken({ ...token, tokenHash: 'g', holder: 'host' });
    await store.removeCoHost('e', li.id);
    expect((await now())?.coHosts).toEqual([bo]);
    expect((await now())?.tables.map(({ coHost }) => coHost)).toEqual([null, bo.id]);
    expect(await store.findToken('h')).toBeNull();
    expect(await store.findToken('g')).not.toBeNull();
  });

  test('it reports that it can write', async () => {
    expect(await store.isHealthy()).toBe(true);
  });
};
