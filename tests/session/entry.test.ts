import { expect, test } from 'vitest';
import { evolve } from '#shared/session/evolve.ts';
import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import { after, decidingTable, delegateOf, emptyTable, eventsOf, host, refusalOf, server } from './table.ts';

const newcomer = { type: 'takeSeat', seat: 'aurelia', delegate: 'new', name: null } as const;
const actor = { kind: 'delegate', delegate: 'new', seat: 'aurelia' } as const;

function withEntry(state: SessionState, part: Partial<typeof OPEN_ENTRY>): SessionState {
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

test('where the host gives the seats, people wait and are placed', () => {
  const table = withEntry(emptyTable(), { arrival: 'wait' });
  expect(refusalOf(table, actor, newcomer)).toEqual({ code: 'hostPlaces' });
  const waiting = after(table, server, { type: 'waitForSeat', delegate: 'new', name: null });
  expect(waiting.waiting).toEqual([{ id: 'new', name: null }]);
  const placed = after(waiting, host, { type: 'placeDelegate', delegate: 'new', seat: 'meridia' });
  expect([placed.waiting, seatOfDelegate(placed, 'new')]).toEqual([[], 'meridia']);
});

test('who waits can be sent away, and come again', () => {
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
