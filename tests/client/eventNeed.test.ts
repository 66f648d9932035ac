import { describe, expect, test, vi } from 'vitest';
import type { TableNow } from '#shared/wire/gatherings.ts';
import { forgetList, keepList, listOf, notCome } from '../../client/lib/eventLists.ts';
import { aptFor } from '../../client/screens/event/acts.ts';
import { alertsOfTable, asBefore, byNeed, needsHost } from '../../client/screens/event/need.ts';
import { namesIn, tableCountOf } from '../../client/screens/host/useManyTables.ts';

function table(number: number, change: Partial<TableNow> = {}): TableNow {
  return {
    number,
    code: 'AAAAAA',
    phase: 'decision',
    phaseLine: 9,
    round: 1,
    rounds: 5,
    paused: false,
    leftMs: 120_000,
    trail: [0],
    stage: 'selection',
    people: 6,
    here: 6,
    bots: 0,
    unsealed: [],
    away: [],
    hands: [],
    waiting: 0,
    bookmarks: 0,
    silent: false,
    stopped: false,
    coHost: null,
    ...change,
  };
}

const kinds = (one: TableNow): readonly string[] => alertsOfTable(one).map(({ kind }) => kind);
const numbers = (tables: readonly TableNow[]): readonly number[] => tables.map(({ number }) => number);

describe('what a table needs', () => {
  test('the most urgent first; an undecided state is urgent once time is short', () => {
    const busy = table(1, { hands: ['a'], away: ['b'], waiting: 2, unsealed: ['a', 'b'] });
    expect(kinds(busy)).toEqual(['hand', 'dropped', 'waiting', 'unsealed']);
    expect(kinds(table(1, { unsealed: ['a', 'b'], leftMs: 45_000 }))).toEqual(['idle']);
    expect(kinds(table(1, { unsealed: ['a', 'b'], leftMs: 45_000, paused: true }))).toEqual(['unsealed']);
    expect(kinds(table(1, { unsealed: ['a'] }))).toEqual(['idle']);
    expect(kinds(table(1, { phase: 'lobby', people: 0 }))).toEqual(['empty']);
    expect(kinds(table(1, { phase: 'lobby', away: ['a'] }))).toEqual([]);
    expect(kinds(table(1, { phase: 'ended', hands: ['a'] }))).toEqual([]);
    expect(kinds(table(1, { stopped: true, hands: ['a'] }))).toEqual(['stopped']);
  });

  test('the order of the tables: by need, then by number, the ended last', () => {
    const tables = [
      table(1, { phase: 'ended' }),
      table(2),
      table(3, { unsealed: ['a', 'b'] }),
      table(4, { away: ['a'] }),
      table(5, { hands: ['a'] }),
      table(6),
    ];
    expect(numbers(byNeed(tables))).toEqual([5, 4, 3, 2, 6, 1]);
    expect(numbers(tables.filter(needsHost))).toEqual([4, 5]);
    expect(numbers(asBefore(tables, [3, 1, 2]))).toEqual([3, 1, 2, 4, 5, 6]);
  });
});

test('an act is for the tables to which it means something', () => {
  const tables = [
    table(1, { phase: 'lobby' }),
    table(2, { phase: 'lobby', people: 0 }),
    table(3),
    table(4, { paused: true, silent: true }),
    table(5, { leftMs: null }),
    table(6, { phase: 'ended' }),
    table(7, { stopped: true }),
  ];
  const apt = (act: Parameters<typeof aptFor>[0]) => numbers(aptFor(act, tables));
  expect(apt('start')).toEqual([1]);
  expect(apt('pause')).toEqual([3, 5]);
  expect(apt('next')).toEqual([3, 5]);
  expect(apt('resume')).toEqual([4]);
  expect(apt('more')).toEqual([3, 4]);
  expect(apt('silence')).toEqual([3, 5]);
  expect(apt('speak')).toEqual([4]);
  expect(apt('inject')).toEqual([1, 2, 3, 4, 5]);
  expect(apt('announce')).toEqual([3, 4, 5]);
  expect(apt('end')).toEqual([3, 4, 5]);
});

test('a list of names is read as people write it, in both scripts', () => {
  expect(namesIn('Ann, Bo\n\n陈晨，李雷、Dina；Eli\n')).toEqual([
    ['Ann', 'Bo'],
    ['陈晨', '李雷', 'Dina', 'Eli'],
  ]);
  const wish = { isMany: true, size: 10, tables: 1, names: 'Ann\nBo\nCy' };
  expect(tableCountOf({ ...wish, placing: 'list' })).toBe(3);
  expect(tableCountOf({ ...wish, placing: 'chance' })).toBe(1);
  expect(tableCountOf({ ...wish, placing: 'chance', tables: null })).toBe(4);
  expect(tableCountOf({ ...wish, placing: 'fill', tables: null })).toBeNull();
});

test('who on a list has not come is known by the names they would type, on the device that keeps the list', () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  keepList('ABC234', [['Ann Lee'], ['陈晨', 'Bo']]);
  const listed = listOf('ABC234');
  expect(listed).toEqual([
    { name: 'Ann Lee', table: 1 },
    { name: '陈晨', table: 2 },
    { name: 'Bo', table: 2 },
  ]);
  expect(listOf('DEF567')).toEqual([]);
  const come = [{ name: '  ANN   lee ' }, { name: null }, { name: 'Stranger' }];
  expect(notCome(listed, come).map(({ name }) => name)).toEqual(['陈晨', 'Bo']);
  stored.set('crossroads:list:DEF567', '{"not": "a list"}');
  expect(listOf('DEF567')).toEqual([]);
  forgetList('ABC234');
  expect(listOf('ABC234')).toEqual([]);
  vi.unstubAllGlobals();
});
