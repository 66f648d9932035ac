import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sessionRows } from '#shared/export/rows/people.ts';
import { tellSession } from '#shared/export/told.ts';
import { parseLog } from '#shared/log/parse.ts';
import { viewFor } from '#shared/session/view.ts';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import type { DialsNow, TreatmentsNow } from '#shared/wire/gatherings.ts';
import type { LibraryPage } from '#shared/wire/library.ts';
import { treatmentFor } from '../../server/live/treatmentFor.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { type EventHand, eventHand } from '../support/eventTables.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const three: readonly Treatment[] = ['talkWords', 'talkMoves', 'talkNone'];
const recorded: readonly Treatment[] = [
  ...(['talkMoves', 'talkNone', 'talkWords'] as const),
  ...(['talkWords', 'talkMoves', 'talkNone'] as const),
  ...(['talkNone', 'talkWords', 'talkMoves'] as const),
];
const treatmentsOf = (among: readonly Treatment[], seed: number, tables: number): readonly Treatment[] =>
  Array.from({ length: tables }, (_, index) => treatmentFor({ among, seed }, index + 1));

describe('chance gives a table its treatment', () => {
  test('from the seed, again and again the same', () => {
    expect(treatmentsOf(three, 2026, 9)).toEqual(recorded);
    expect(treatmentsOf(three, 2026, 9)).toEqual(recorded);
    expect(treatmentsOf(three, 2027, 9)).not.toEqual(recorded);
  });

  test('evenly, however many tables are laid', () => {
    for (const among of [three, three.slice(0, 2)])
      for (let seed = 0; seed < 50; seed += 1)
        for (let tables = 1; tables <= 20; tables += 1) {
          const given = treatmentsOf(among, seed, tables);
          const counts = among.map((one) => given.filter((each) => each === one).length);
          expect(Math.max(...counts) - Math.min(...counts), `${seed} ${tables}`).toBeLessThanOrEqual(1);
        }
  });

  test('each equally likely at any table, in any order of a block', () => {
    const seeds = 6000;
    const orders = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed += 1) {
      const order = treatmentsOf(three, seed, 6).slice(3).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    // Six orders of 1000 each, give or take five standard deviations.
    for (const count of orders.values()) expect(Math.abs(count - seeds / 6)).toBeLessThan(145);
  });
});

describe('an event whose tables differ', () => {
  let server: TestServer;
  let hand: EventHand;
  beforeEach(async () => {
    server = await testServer();
    hand = await eventHand(server);
  });
  afterEach(async () => server.close());

  /** The tables of the only event, in their order. */
  const tables = async (code: string): Promise<readonly LiveSession[]> => {
    const codes = (await hand.overview(code)).tables.map((table) => table.code);
    return codes.flatMap((one) => server.app.registry.sessionOf(one) ?? []);
  };
  const shown = async (code: string): Promise<TreatmentsNow> => hand.asked('POST', `/${code}/treatments`);
  const told = ({ state, texts }: LiveSession): string =>
    JSON.stringify(
      state.seats.flatMap(({ id, delegates }) =>
        delegates.map((one) =>
          viewFor(state, { kind: 'delegate', seat: id, delegate: one.id }, texts.textOf),
        ),
      ),
    );

  /** What the table of sessions says of a session's treatment, from the record that the host saves. */
  const exported = async ({ code }: LiveSession): Promise<unknown> => {
    const path = `/api/sessions/${code}/log`;
    const log = parseLog(await (await server.call('GET', path, undefined, { cookie: hand.cookie })).text());
    if (!log.ok) throw new Error(log.failure.where);
    return sessionRows(tellSession(log.value, { names: false }))[0]?.treatment;
  };

  test('plays by the treatments that the record names, tables laid later too', async () => {
    const code = await hand.opened({ treatments: ['talkWords', 'talkMoves', 'talkNone'], size: 2 });
    for (let come = 0; come < 12; come += 1) await hand.joined(code);
    const played = (await tables(code)).map(({ state }) => state.basis.options);
    const { among, byTable, seed } = await shown(code);
    expect(among).toEqual(three);
    expect(byTable).toEqual(treatmentsOf(three, seed, 60));
    expect(played.map(({ treatment }) => treatment)).toEqual(
      byTable.slice(0, 6).map((here) => ({ here, among: three })),
    );
    const meaning = new Map<Treatment, string>([
      ['talkWords', 'open words'],
      ['talkMoves', 'open moves'],
      ['talkNone', 'closed words'],
    ]);
    expect(played.map(({ talk, talkLevel }) => `${talk} ${talkLevel}`)).toEqual(
      byTable.slice(0, 6).map((here) => meaning.get(here)),
    );
    const [stored] = await server.store.gatherings();
    expect(JSON.parse(stored?.opening ?? '')).toMatchObject({ treatments: { among: three, seed } });
  });

  test('tells people nothing of it before the end, and everything after', async () => {
    const code = await hand.opened({ treatments: ['trustAll', 'trustOwn'], tables: 2 });
    for (let come = 0; come < 4; come += 1) await hand.joined(code);
    const secret = /treatment|"among"|talkWords|talkNone|trustAll|trustOwn/i;
    const outside = async (): Promise<string> =>
      JSON.stringify([
        await server.api.joinCard(code),
        await (await server.call('GET', `/api/events/${code}/dials`)).json(),
        ...(await Promise.all((await tables(code)).map(async (one) => server.api.joinCard(one.code)))),
      ]);
    const everything = async (): Promise<string> =>
      [...(await tables(code)).map(told), await outside()].join();
    expect(await everything()).toContain('"trustSeen":"own"');
    expect(await everything()).not.toMatch(secret);
    await hand.act(code, { type: 'startSession' });
    expect(await everything()).not.toMatch(secret);
    await hand.act(code, { type: 'endSession' }, [1]);
    const [first, second] = await tables(code);
    if (first === undefined || second === undefined) throw new Error('no tables');
    const { ending } = viewFor(first.state, { kind: 'observer' }, first.texts.textOf).table;
    const { byTable } = await shown(code);
    expect(ending?.treatment).toEqual({ here: byTable[0], among: ['trustAll', 'trustOwn'] });
    expect(told(second)).not.toMatch(secret);
    const library = await server.call('GET', '/api/library', undefined, { cookie: hand.cookie });
    const { items }: LibraryPage = await library.json();
    const named = new Map(items.map(({ table }) => [table?.number, table?.treatment]));
    expect([named.get(1), named.get(2)]).toEqual([byTable[0], null]);
    expect(await exported(first)).toBe(byTable[0]);
  });

  test('says nothing at its door of talk that differs, and what holds where it does not', async () => {
    const opening = { scenario: 'archipelago', plan: '5x3', talkLevel: 'moves' } as const;
    const level = async (code: string): Promise<unknown> => {
      const card = await server.api.joinCard(code);
      return card.ok && card.value.talkLevel;
    };
    const treatments: Treatment[] = ['talkMoves', 'talkNone'];
    expect(await level(await hand.opened({ opening, treatments, tables: 2 }))).toBe('words');
    expect(await level(await hand.opened({ opening, treatments: ['trustAll', 'trustOwn'], tables: 2 }))).toBe(
      'moves',
    );
    expect(await level(await hand.opened({ opening, tables: 2 }))).toBe('moves');
  });

  test('may have tables where agreements bind and tables of pledges only', async () => {
    const code = await hand.opened({ treatments: ['forceEither', 'forcePledge'], tables: 4 });
    const { byTable } = await shown(code);
    const only = (await tables(code)).map(({ state }) => state.basis.options.pledgesOnly);
    expect(only).toEqual(byTable.slice(0, 4).map((one) => one === 'forcePledge'));
    expect(only.filter(Boolean)).toHaveLength(2);
    expect(await hand.statusOf({ treatments: ['trustOwn', 'forcePledge'] })).toBe(400);
  });

  test('shows what was tried on the wall once every table has ended, and not before', async () => {
    const code = await hand.opened({ treatments: ['trustAll', 'trustOwn'], tables: 2 });
    for (let come = 0; come < 6; come += 1) await hand.joined(code);
    const tried = async () => {
      const wall: DialsNow = await (await server.call('GET', `/api/events/${code}/dials`)).json();
      return wall.tried;
    };
    await hand.act(code, { type: 'startSession' });
    expect(await tried()).toEqual([]);
    await hand.act(code, { type: 'endSession' }, [1]);
    expect(await tried()).toEqual([]);
    await hand.act(code, { type: 'endSession' }, [2]);
    const { byTable } = await shown(code);
    expect(await tried()).toEqual([
      { number: 1, treatment: byTable[0] },
      { number: 2, treatment: byTable[1] },
    ]);
  });

  test('shows the host treatments on request only, notes it, and refuses what is no difference', async () => {
    const code = await hand.opened({ treatments: ['trustAll', 'trustOwn'], tables: 2 });
    const overview = await hand.overview(code);
    expect(overview.treated).toBe(true);
    expect(JSON.stringify(overview)).not.toMatch(/trustAll|trustOwn/);
    const gathering = (await server.store.gatherings())[0]?.id ?? '';
    expect(await server.store.acts(gathering)).toEqual([]);
    await shown(code);
    expect((await server.store.acts(gathering)).map(({ body }) => JSON.parse(body))).toEqual([
      { act: 'showTreatments' },
    ]);
    expect((await server.call('POST', `/api/events/${code}/treatments`, {})).status).toBe(403);
    const alike = await hand.opened();
    expect((await hand.overview(alike)).treated).toBe(false);
    await expect(shown(alike)).rejects.toThrow('notAllowed');
    for (const treatments of [['talkWords'], ['talkWords', 'trustOwn'], ['trustOwn', 'trustOwn'], ['none']])
      expect(await hand.statusOf({ treatments }), treatments.join()).toBe(400);
  });
});
