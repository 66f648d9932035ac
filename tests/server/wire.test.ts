import { expect, test } from 'vitest';
import { blankTable, mirrorHost, mirrorOwn, mirrorPresence, mirrorTable } from '../../server/wire/mirror.ts';
import type { OwnView } from '../../shared/session/views/tableView.ts';
import { HOST_PART } from '../../shared/wire/packing.ts';
import { Wire } from '../support/wireClient.ts';
import { after, before, seats } from './wireTables.ts';
import { emptyOwn, hiddenObjectives, own } from './wireOwn.ts';

test('a view that is mirrored, sent and read back is unchanged, at joining and after every change', () => {
  const table = blankTable(seats);
  mirrorTable(table, before);
  mirrorOwn(table, own);
  mirrorPresence(table, {
    connected: [true, false, true],
    headsAway: [false, true, false],
    deadlineAtMs: null,
    pausedRemainingMs: 0,
    // For the host only.
    away: ['d1'],
    noRoom: [],
    curtain: 'open',
    wall: { show: 'auto' },
    centre: 'map',
    lead: '',
  });
  const wire = new Wire(table, ['b', null]);
  wire.join();
  expect(wire.client(0).seen()).toEqual({
    table: before,
    own,
    presence: {
      connected: [true, false, true],
      headsAway: [false, true, false],
      deadlineAtMs: null,
      pausedRemainingMs: 0,
      away: [],
      noRoom: [],
      curtain: 'open',
      wall: { show: 'auto' },
      centre: 'map',
      lead: null,
    },
  });
  expect(wire.client(1).seen()).toEqual({ ...wire.client(0).seen(), own: null });

  mirrorTable(table, after);
  mirrorOwn(table, emptyOwn);
  mirrorPresence(table, {
    connected: [false, false, true],
    headsAway: [false, false, false],
    deadlineAtMs: 1_800_000_000_123,
    pausedRemainingMs: null,
    away: [],
    noRoom: [],
    curtain: 'blank',
    wall: { show: 'why', subject: 'indicator:direction', round: 2 },
    centre: 'course',
    lead: 'at=round2.reveal&eyes=aurelia',
  });
  wire.patch();
  expect(wire.client(0).seen()).toMatchObject({ table: after, own: emptyOwn });
  expect(wire.client(1).seen()).toEqual({
    table: after,
    own: null,
    presence: {
      connected: [false, false, true],
      headsAway: [false, false, false],
      away: [],
      noRoom: [],
      deadlineAtMs: 1_800_000_000_123,
      pausedRemainingMs: null,
      curtain: 'blank',
      wall: { show: 'why', subject: 'indicator:direction', round: 2 },
      centre: 'course',
      lead: 'at=round2.reveal&eyes=aurelia',
    },
  });
});

test('trust that the table does not show reaches its own seat and the host, and nobody else', () => {
  const table = blankTable(seats);
  mirrorTable(table, { ...before, trust: [] });
  const trust = { inOthers: [64, 0, 1000], ofOthers: [500, 0, 2] };
  mirrorOwn(table, { ...own, objectives: hiddenObjectives, trust });
  mirrorHost(table, before.trust);
  const wire = new Wire(table, ['b', HOST_PART, null, 'a']);
  wire.join();
  const [seat, host, watcher, rival] = [0, 1, 2, 3].map((device) => wire.client(device).seen());
  expect(seat).toMatchObject({ table: { trust: [] }, own: { trust, objectives: hiddenObjectives } });
  expect(host).toMatchObject({ table: { trust: before.trust }, own: null });
  expect([watcher, rival]).toMatchObject([
    { table: { trust: [] }, own: null },
    { table: { trust: [] }, own: null },
  ]);
  mirrorTable(table, before);
  mirrorOwn(table, { ...own, trust: null });
  mirrorHost(table, []);
  wire.patch();
  expect([0, 1, 2].map((device) => wire.client(device).seen().table.trust)).toEqual([
    before.trust,
    before.trust,
    before.trust,
  ]);
});

test('mirroring the same view again sends nothing', () => {
  const table = blankTable(seats);
  const wire = new Wire(table, [null]);
  mirrorTable(table, after);
  wire.join();
  const bytes = wire.client(0).bytes();
  mirrorTable(table, structuredClone(after));
  wire.patch();
  expect(wire.client(0).bytes() - bytes).toBe(1);
});

function framesFor(secret: Partial<OwnView>) {
  const table = blankTable(seats);
  mirrorTable(table, before);
  const wire = new Wire(table, ['a', 'b', null]);
  wire.join();
  mirrorOwn(table, { ...own, ...secret });
  wire.patch();
  mirrorTable(table, after);
  wire.patch();
  return { others: [wire.client(0).received, wire.client(2).received], owner: wire.client(1).received };
}

test('a change in one private part sends the same to everybody else, whatever the change', () => {
  const plain = framesFor({});
  const secrets: readonly Partial<OwnView>[] = [
    { order: { action: 'restrict', targets: ['a', 'c'] } },
    { objectives: emptyOwn.objectives },
  ];
  for (const secret of secrets) {
    const other = framesFor(secret);
    expect(other.others).toEqual(plain.others);
    expect(other.owner).not.toEqual(plain.owner);
  }
});

test('a secret agreement sends nothing of itself to anybody but its parties', () => {
  const table = blankTable(seats);
  mirrorTable(table, before);
  mirrorOwn(table, emptyOwn);
  const wire = new Wire(table, ['a', 'b', null]);
  wire.join();
  mirrorOwn(table, own);
  wire.patch();
  const texts = [0, 1, 2].map((device) =>
    wire
      .client(device)
      .received.map((bytes) => Buffer.from(bytes).toString('latin1'))
      .join(''),
  );
  expect(texts.map((text) => text.includes('secret-0.1-1'))).toEqual([false, true, false]);
});
