import { expect, test } from 'vitest';
import { evolve } from '#shared/session/evolve.ts';
import {
  closedEntry,
  type EntryRules,
  isEntryOpen,
  OPEN_ENTRY,
  openedEntry,
} from '#shared/session/vocabulary/entry.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import {
  after,
  decidingTable,
  delegateOf,
  emptyTable,
  eventsOf,
  fullTable,
  host,
  refusalOf,
  server,
} from './table.ts';

const newcomer = { type: 'takeSeat', seat: 'aurelia', delegate: 'new', name: null } as const;
const actor = { kind: 'delegate', delegate: 'new', seat: 'aurelia' } as const;

function withEntry(state: SessionState, part: Partial<EntryRules>): SessionState {
  return after(state, host, { type: 'setEntry', entry: { ...OPEN_ENTRY, ...part } });
}

test('nobody new comes in where the host has closed the way in', () => {
  const closed = withEntry(emptyTable(), { newcomers: 'never' });
  expect(refusalOf(closed, actor, newcomer)).toEqual({ code: 'entryClosed' });
  expect(refusalOf(closed, server, { type: 'waitForSeat', delegate: 'new', name: null })).toEqual({
    code: 'entryClosed',
  });
});

test('until the start means until the start', () => {
  expect(eventsOf(withEntry(emptyTable(), { newcomers: 'untilStart' }), actor, newcomer)).toHaveLength(1);
  const late = withEntry(decidingTable(), { newcomers: 'untilStart' });
  expect(refusalOf(late, actor, newcomer)).toEqual({ code: 'entryClosed' });
});

test('if the host gives the seats, people wait and are placed', () => {
  const table = withEntry(emptyTable(), { arrival: 'wait' });
  expect(refusalOf(table, actor, newcomer)).toEqual({ code: 'hostPlaces' });
  const waiting = after(table, server, { type: 'waitForSeat', delegate: 'new', name: null });
  expect(waiting.waiting).toEqual([{ id: 'new', name: null }]);
  const placed = after(waiting, host, { type: 'placeDelegate', delegate: 'new', seat: 'meridia' });
  expect([placed.waiting, seatOfDelegate(placed, 'new')]).toEqual([[], 'meridia']);
});

test('a person who waits cannot take a seat as well, and a seated person cannot wait', () => {
  const wait = { type: 'waitForSeat', delegate: 'new', name: null } as const;
  const waiting = after(emptyTable(), server, wait);
  expect(refusalOf(waiting, actor, newcomer)).toEqual({ code: 'alreadyAtTable' });
  expect(refusalOf(after(emptyTable(), actor, newcomer), server, wait)).toEqual({ code: 'alreadyAtTable' });
  const gone = after(waiting, host, { type: 'turnAway', delegate: 'new' });
  expect(eventsOf(gone, actor, newcomer)).toHaveLength(1);
});

test('a person who waits can be sent away, and can come again', () => {
  const waiting = after(emptyTable(), server, { type: 'waitForSeat', delegate: 'new', name: null });
  const gone = after(waiting, host, { type: 'turnAway', delegate: 'new' });
  expect(gone.waiting).toEqual([]);
  expect(after(gone, server, { type: 'waitForSeat', delegate: 'new', name: null }).waiting).toHaveLength(1);
});

test('two people of different states exchange their seats, and what is sealed stays', () => {
  const sealed = after(decidingTable(), delegateOf('aurelia'), {
    type: 'sealOrders',
    order: { action: 'hold' },
  });
  const swapped = after(sealed, host, {
    type: 'swapDelegates',
    delegate: 'person-aurelia',
    other: 'person-meridia',
  });
  expect(seatOfDelegate(swapped, 'person-aurelia')).toBe('meridia');
  expect(seatOfDelegate(swapped, 'person-meridia')).toBe('aurelia');
  expect(Object.keys(swapped.sealed)).toEqual(['aurelia']);
});

test('what a bot has sealed is opened again when its seat gets its first person before the reveal', () => {
  const bot = { kind: 'bot', seat: 'meridia', disposition: 'hold' } as const;
  let state = after(decidingTable(), host, { type: 'removeDelegate', delegate: 'person-meridia' });
  state = after(state, host, { type: 'coverSeat', seat: 'meridia', disposition: 'hold' });
  state = after(state, bot, { type: 'sealOrders', order: { action: 'hold' } });
  const events = eventsOf(state, host, {
    type: 'moveDelegate',
    delegate: 'person-aurelia',
    seat: 'meridia',
  });
  expect(events.map(({ type }) => type)).toEqual(['delegateMoved', 'seatHandedBack', 'ordersWithdrawn']);
  expect(Object.keys(events.reduce(evolve, state).sealed)).toEqual([]);
});

test('taking the record home is a fact that changes nothing', () => {
  const state = emptyTable();
  const events = eventsOf(state, host, { type: 'noteExport' });
  expect(events).toEqual([{ type: 'exportTaken' }]);
  expect(events.reduce(evolve, state)).toBe(state);
});

function asking(state: SessionState, ...people: readonly (readonly [string, string?])[]): SessionState {
  return people.reduce(
    (table, [delegate, wish]) =>
      after(table, server, {
        type: 'waitForSeat',
        delegate,
        name: null,
        ...(wish === undefined ? {} : { wish }),
      }),
    state,
  );
}

const seatsOf = (state: SessionState, ...people: readonly string[]): readonly (string | null)[] =>
  people.map((id) => seatOfDelegate(state, id));

test('if the host admits people, nobody sits down by themselves', () => {
  const table = withEntry(emptyTable(), { admission: 'byHost' });
  expect(refusalOf(table, actor, newcomer)).toEqual({ code: 'hostPlaces' });
  expect(asking(table, ['new', 'aurelia']).waiting).toEqual([{ id: 'new', name: null, wish: 'aurelia' }]);
  expect(
    refusalOf(table, server, { type: 'waitForSeat', delegate: 'new', name: null, wish: 'nowhere' }),
  ).toEqual({ code: 'unknownSeat' });
});

test('an admitted person gets the wished seat while it has room, or else the emptiest', () => {
  const table = withEntry(emptyTable({ delegationSize: 1 }), { admission: 'byHost' });
  const asked = asking(table, ['one', 'meridia'], ['two', 'meridia'], ['three']);
  const all = after(asked, host, { type: 'admitDelegates', delegates: ['one', 'two', 'three'] });
  const [one, two, three] = seatsOf(all, 'one', 'two', 'three');
  expect(one).toBe('meridia');
  expect(new Set([one, two, three, null]).size).toBe(4);
  expect(all.waiting).toEqual([]);
  const single = after(asked, host, { type: 'admitDelegates', delegates: ['two'] });
  expect(seatsOf(single, 'one', 'two', 'three')).toEqual([null, 'meridia', null]);
  expect(single.waiting.map(({ id }) => id)).toEqual(['one', 'three']);
});

test('as many are admitted as there is room for, and the others go on waiting', () => {
  const table = withEntry(fullTable({ delegationSize: 1 }), { admission: 'byHost' });
  const freed = after(table, host, { type: 'removeDelegate', delegate: 'person-aurelia' });
  const asked = asking(freed, ['one'], ['two']);
  const delegates = ['one', 'two'];
  const admitted = after(asked, host, { type: 'admitDelegates', delegates });
  expect(seatsOf(admitted, 'one', 'two')).toEqual(['aurelia', null]);
  expect(refusalOf(admitted, host, { type: 'admitDelegates', delegates })).toEqual({ code: 'tableFull' });
  expect(refusalOf(admitted, host, { type: 'admitDelegates', delegates: ['one'] })).toEqual({
    code: 'unknownDelegate',
  });
});

test('a bot that held the seat hands it over to the admitted person', () => {
  const covered = after(emptyTable(), host, { type: 'coverSeat', seat: 'aurelia', disposition: 'hold' });
  const admitted = after(asking(covered, ['one', 'aurelia']), host, {
    type: 'admitDelegates',
    delegates: ['one'],
  });
  expect(admitted.seats[0]).toMatchObject({ id: 'aurelia', bot: null, delegates: [{ id: 'one' }] });
});

test('shut with one key and opened again, the way in is as it was', () => {
  const before = { ...OPEN_ENTRY, newcomers: 'untilStart', admission: 'byHost' } as const;
  const shut = closedEntry(before);
  expect([isEntryOpen(before, 'lobby'), isEntryOpen(shut, 'lobby')]).toEqual([true, false]);
  expect(openedEntry(shut, 'lobby')).toEqual(before);
  const table = after(emptyTable(), host, { type: 'setEntry', entry: shut });
  expect(refusalOf(table, server, { type: 'waitForSeat', delegate: 'new', name: null })).toEqual({
    code: 'entryClosed',
  });
});

test('opened while the session runs, the way in is open whatever it was', () => {
  expect(openedEntry(closedEntry({ ...OPEN_ENTRY, newcomers: 'untilStart' }), 'decision')).toEqual(
    OPEN_ENTRY,
  );
  expect(openedEntry({ ...OPEN_ENTRY, newcomers: 'never' }, 'lobby')).toEqual(OPEN_ENTRY);
});

test('absent people are removed in one go, from seats and from the waiting list', () => {
  const table = asking(fullTable(), ['late']);
  const gone = ['person-aurelia', 'person-meridia', 'late', 'stranger'];
  const cleared = after(table, host, { type: 'clearAbsent', delegates: gone });
  expect(cleared.seats.filter(({ delegates }) => delegates.length === 0).map(({ id }) => id)).toEqual([
    'aurelia',
    'meridia',
  ]);
  expect(cleared.waiting).toEqual([]);
  expect(refusalOf(cleared, host, { type: 'clearAbsent', delegates: gone })).toEqual({ code: 'nobodyAway' });
});
