import { describe, expect, test } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import {
  type Alert,
  alertsOf,
  DROPPED_AFTER_MS,
  IDLE_LEFT_MS,
  MANY_IDLE,
  statesAway,
  stillAside,
} from '../../client/screens/host/alerts.ts';
import { awaySince } from '#shared/lib/awaySince.ts';
import { seatsNowOf } from '../../client/screens/host/seatsNow.ts';
import type { Presence } from '../../client/source/viewSource.ts';
import { after, decidingTable, delegateOf, fullTable, host } from '../session/table.ts';

const NOW = 1_000_000;

/** By default everybody is connected and much time is left. */
function here(state: SessionState, part: Partial<Presence> = {}): Presence {
  return {
    connected: state.seats.map(() => true),
    headsAway: state.seats.map(() => false),
    deadlineMs: NOW + IDLE_LEFT_MS + 1,
    pausedRemainingMs: null,
    away: [],
    noRoom: [],
    curtain: 'open',
    wall: { show: 'auto' },
    centre: 'map',
    lead: null,
    ...part,
  };
}

/** What the host is told of a table; absent people have been away for `awayMs`. */
function told(state: SessionState, presence: Presence, awayMs = DROPPED_AFTER_MS): readonly Alert[] {
  const view = viewFor(state, { kind: 'host' }, () => null);
  const seatsNow = seatsNowOf(view, presence);
  const away = awaySince(new Map(), statesAway(seatsNow), NOW - awayMs);
  return alertsOf({ view, seatsNow, presence, away, nowMs: NOW });
}

function keys(alerts: readonly Alert[]): readonly string[] {
  return alerts.map(({ key }) => key);
}

function withoutFirst(state: SessionState): readonly boolean[] {
  return state.seats.map((_, index) => index !== 0);
}

function allSealedBut(left: number): SessionState {
  const state = decidingTable();
  return state.seats
    .slice(left)
    .reduce(
      (now, { id }) => after(now, delegateOf(id), { type: 'sealOrders', order: { action: 'hold' } }),
      state,
    );
}

const cover = { type: 'coverSeat', seat: 'aurelia', disposition: 'hold' } as const;

describe('the host is told', () => {
  test('of nothing while all is well', () => {
    const state = decidingTable();
    expect(told(state, here(state))).toEqual([]);
  });

  test('of a state whose devices have been away for a while, not of one that blinked', () => {
    const state = decidingTable();
    const away = here(state, { connected: withoutFirst(state) });
    expect(keys(told(state, away, DROPPED_AFTER_MS - 1))).toEqual([]);
    expect(keys(told(state, away))).toEqual(['dropped aurelia']);
  });

  test('of undecided states when the decision nears its end', () => {
    const state = allSealedBut(2);
    const [first, second] = state.seats;
    expect(keys(told(state, here(state)))).toEqual([]);
    expect(keys(told(state, here(state, { deadlineMs: NOW + IDLE_LEFT_MS })))).toEqual([
      `idle ${first?.id}`,
      `idle ${second?.id}`,
    ]);
  });

  test('of many undecided states in one alert, and of absent ones beside it', () => {
    const state = allSealedBut(4);
    const presence = here(state, { deadlineMs: NOW + IDLE_LEFT_MS, connected: withoutFirst(state) });
    expect(keys(told(state, presence))).toEqual(['manyIdle', 'dropped aurelia']);
    expect(told(state, presence)[0]).toMatchObject({ kind: 'manyIdle', count: MANY_IDLE });
  });

  test('of the last undecided state, also without a clock', () => {
    const state = allSealedBut(1);
    expect(keys(told(state, here(state, { deadlineMs: null })))).toEqual(['idle aurelia']);
  });

  test('of no undecided state while the clock is stopped', () => {
    const paused = after(allSealedBut(1), host, { type: 'pauseSession', remainingMs: 1000 });
    expect(told(paused, here(paused, { deadlineMs: null }))).toEqual([]);
  });

  test('of a bot that plays for people, not of one that plays for nobody', () => {
    const state = after(decidingTable(), host, cover);
    expect(keys(told(state, here(state)))).toEqual(['covered aurelia']);
    const alone = after(state, host, { type: 'removeDelegate', delegate: 'person-aurelia' });
    expect(told(alone, here(alone))).toEqual([]);
  });

  test('of a head who is away while others of the delegation are here, and who they are', () => {
    const late = { kind: 'delegate', delegate: 'late', seat: 'aurelia' } as const;
    const state = after(decidingTable(), late, {
      type: 'takeSeat',
      seat: 'aurelia',
      delegate: 'late',
      name: null,
    });
    const headsAway = state.seats.map(() => true);
    const [alert, ...rest] = told(state, here(state, { headsAway }));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'headAway',
      head: { id: 'person-aurelia' },
      others: [{ id: 'late' }],
    });
  });

  test('of nothing before the start', () => {
    const state = fullTable();
    expect(told(state, here(state, { connected: withoutFirst(state) }))).toEqual([]);
  });
});

test('since when a state is away is kept while it lasts and forgotten when it is over', () => {
  const state = decidingTable();
  const view = viewFor(state, { kind: 'host' }, () => null);
  const gone = seatsNowOf(view, here(state, { connected: withoutFirst(state) }));
  const first = awaySince(new Map(), statesAway(gone), 5);
  expect([...awaySince(first, statesAway(gone), 9)]).toEqual([['aurelia', 5]]);
  expect([...awaySince(first, statesAway(seatsNowOf(view, here(state))), 9)]).toEqual([]);
});

test('a dismissed alert counts as new after it was over', () => {
  const state = decidingTable();
  const gone = told(state, here(state, { connected: withoutFirst(state) }));
  const aside = new Set(['dropped aurelia']);
  expect([...stillAside(aside, gone)]).toEqual(['dropped aurelia']);
  expect([...stillAside(aside, [])]).toEqual([]);
});
