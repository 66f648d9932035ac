import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActAnswer, PersonAtTable } from '#shared/wire/gatherings.ts';
import { eventApiAt } from '../../client/net/eventApi.ts';
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

describe('the host acts on many tables at once', () => {
  test('each table answers for itself, and a phase is closed that the host has seen, or none', async () => {
    const code = await hand.opened({ tables: 2 });
    for (let come = 0; come < 6; come += 1) await hand.joined(code);
    expect(await hand.act(code, { type: 'startSession' }, [1])).toEqual([
      { number: 1, reply: { ok: true, seq: expect.any(Number) } },
    ]);
    const both = await hand.act(code, { type: 'pauseSession', remainingMs: null });
    expect(both[0]?.reply.ok).toBe(true);
    expect(both[1]?.reply).toEqual({ ok: false, refusal: { code: 'wrongPhase' } });
    await hand.act(code, { type: 'resumeSession' }, [1]);
    const stale = await hand.asked<ActAnswer>('POST', `/${code}/acts`, {
      key: 'a-key-that-is-long-enough',
      tables: [{ number: 1, phaseLine: 1 }],
      command: { type: 'closePhase', because: 'host' },
    });
    expect(stale).toEqual([{ number: 1, reply: { ok: false, refusal: { code: 'wrongPhase' } } }]);
    const before = (await hand.overview(code)).tables[0]?.phase;
    expect((await hand.act(code, { type: 'closePhase', because: 'host' }, [1]))[0]?.reply.ok).toBe(true);
    expect((await hand.overview(code)).tables[0]?.phase).not.toBe(before);
  });

  test('an announcement reaches every table within two seconds; other words and commands are refused', async () => {
    const code = await hand.opened({ tables: 2 });
    const passes = [];
    for (let come = 0; come < 6; come += 1) passes.push(await hand.joined(code));
    const phones = await Promise.all(
      [passes[0], passes[5]].map(async (pass) => {
        if (pass === undefined) throw new Error('no pass');
        const source = liveSource(pass.code, pass, server.origin);
        await until('it is live', () => source.status.value === 'live');
        return source;
      }),
    );
    await hand.act(code, { type: 'startSession' });
    const say = { type: 'say', channel: { kind: 'announcement' }, text: null, phrase: null, mentions: [] };
    const since = Date.now();
    await hand.act(code, say, undefined, 'Please look up.');
    const hears = (): boolean =>
      phones.every((phone) =>
        phone.view.value?.table.messages.some(({ text }) => text === 'Please look up.'),
      );
    await until('both phones read it', hears);
    expect(Date.now() - since).toBeLessThan(2000);
    const plenary = { ...say, channel: { kind: 'plenary' } };
    expect((await hand.act(code, plenary, [1], 'Psst'))[0]?.reply).toEqual({
      ok: false,
      undelivered: 'malformed',
    });
    await expect(hand.act(code, { type: 'stepBack' })).rejects.toThrow('malformed');
    for (const phone of phones) phone.close();
  });

  test('what was done stands on the list of acts, without words', async () => {
    const code = await hand.opened({ tables: 2 });
    for (let come = 0; come < 4; come += 1) await hand.joined(code);
    await hand.act(code, { type: 'startSession' });
    const [event] = await server.store.gatherings();
    const acts = await server.store.acts(event?.id ?? '');
    expect(acts.map(({ body }) => JSON.parse(body))).toEqual([
      { act: 'startSession', done: [1, 2], refused: [] },
    ]);
  });
});

describe('people change tables', () => {
  test('before the start, with their name; their phone follows, and nobody sits at two', async () => {
    const code = await hand.opened({ tables: 2 });
    const ann = await hand.joined(code, 'Ann');
    await hand.joined(code, 'Bo');
    const api = eventApiAt(server.origin);
    const move = { delegate: ann.delegate, table: 2 };
    const people = await hand.asked<readonly PersonAtTable[]>('POST', `/${code}/move`, move);
    expect(people.map(({ name, table }) => [name, table])).toEqual([
      ['Bo', 1],
      ['Ann', 2],
    ]);
    const there = (await hand.overview(code)).tables[1];
    const followed = await api.follow(ann.code, ann.token);
    expect(followed).toMatchObject({
      ok: true,
      value: { code: there?.code, delegate: ann.delegate, event: code },
    });
    const back = await hand.asked<readonly PersonAtTable[]>('POST', `/${code}/move`, { ...move, table: 1 });
    expect(back.map(({ name, table }) => `${name} ${table}`).toSorted()).toEqual(['Ann 1', 'Bo 1']);
    expect(await hand.counts(code)).toEqual([2, 0]);
  });

  test('not once a table has begun, and not to a table that is not there', async () => {
    const code = await hand.opened({ tables: 2 });
    const ann = await hand.joined(code);
    await hand.act(code, { type: 'startSession' }, [1]);
    const refused = async (table: number): Promise<number> =>
      (
        await server.call(
          'POST',
          `/api/events/${code}/move`,
          { delegate: ann.delegate, table },
          { cookie: hand.cookie },
        )
      ).status;
    expect(await refused(2)).toBe(409);
    expect(await refused(7)).toBe(404);
    expect(await hand.counts(code)).toEqual([1, 0]);
  });

  test('who waits for the host is placed at any table, also after its start', async () => {
    const code = await hand.opened({ placing: 'hand', tables: 2 });
    const passes = [await hand.joined(code, 'Ann'), await hand.joined(code, 'Bo')];
    expect(passes.map(({ seat }) => seat)).toEqual(['', '']);
    expect((await hand.overview(code)).tables.map(({ waiting }) => waiting)).toEqual([1, 1]);
    for (const { delegate } of passes) await hand.asked('POST', `/${code}/move`, { delegate, table: 2 });
    expect(await hand.counts(code)).toEqual([0, 2]);
    await hand.act(code, { type: 'startSession' }, [2]);
    const late = await hand.joined(code, 'Cy');
    await hand.asked('POST', `/${code}/move`, { delegate: late.delegate, table: 2 });
    expect(await hand.counts(code)).toEqual([0, 3]);
  });

  test('a foreign token follows nobody', async () => {
    const code = await hand.opened();
    const ann = await hand.joined(code);
    expect(await eventApiAt(server.origin).follow(ann.code, 'no-token-of-anybody')).toMatchObject({
      failure: { code: 'badToken' },
    });
  });
});
