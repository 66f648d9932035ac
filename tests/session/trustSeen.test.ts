import { describe, expect, it } from 'vitest';
import { headerSchema, newHeader, basisOf } from '#shared/log/header.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Order } from '#shared/model/actions.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { answer } from '#shared/session/answer.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { withTrustOpen } from '#shared/session/topics/trustSeen.ts';
import { sightOf, viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

const noText = () => null;
const observer: Viewer = { kind: 'observer' };
const aurelia: Viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' };
const n = 6;

function closed(state: SessionState): SessionState {
  return after(state, host, { type: 'closePhase', because: 'host' });
}

const deciding = decidingTable({ trustSeen: 'own' });
const talking = { type: 'sealOrders', order: { action: 'dialogue', targets: ['concordia'] } } as const;
const committing = { type: 'sealOrders', order: { action: 'commit' } } as const;
const revealed = closed(
  after(after(deciding, delegateOf('meridia'), talking), delegateOf('aurelia'), committing),
);

/** The same table with other trust between two others, shifted so that every mean stays the same. */
function otherwise(state: SessionState): SessionState {
  const { seats } = state.basis.setting;
  const trust = [...state.world.trust];
  for (const [holder, about, sign] of [
    [1, 3, 1],
    [2, 3, -1],
  ] as const) {
    const cell = holder * n + about;
    const weight = seats[holder]?.weight ?? 1;
    trust[cell] = (trust[cell] ?? 0) + Math.round((sign * 0.02 * MICRO) / weight);
  }
  return { ...state, world: { ...state.world, trust } };
}

describe('a session that shows each state its own trust only', () => {
  it('gives a delegate its own row and column and no other pair', () => {
    const view = viewFor(revealed, aurelia, noText);
    const all = viewFor(revealed, { kind: 'host' }, noText).table.trust;
    expect(view.table.trust).toEqual([]);
    expect(view.own?.trust).toEqual({
      inOthers: all.slice(0, n),
      ofOthers: all.filter((_, cell) => cell % n === 0),
    });
  });

  it('gives observers no pair and the host all of them', () => {
    expect(viewFor(revealed, observer, noText).table.trust).toEqual([]);
    expect(viewFor(revealed, { kind: 'host' }, noText).table.trust).toHaveLength(n * n);
  });

  it('says the same to a delegate, a bot and an observer whatever two others hold of each other', () => {
    const before = deciding.world.trust;
    expect(otherwise(deciding).world.trust).not.toEqual(before);
    const told = (state: SessionState, viewer: Viewer) => {
      const { trust, trail, seats } = viewFor(state, viewer, noText).table;
      return { trust, meanTrust: trail.meanTrust, trusted: seats.map(({ trusted }) => trusted) };
    };
    for (const viewer of [aurelia, observer]) {
      expect(told(otherwise(deciding), viewer)).toEqual(told(deciding, viewer));
    }
    const differences = sightOf(otherwise(deciding), 0).world.trust.map(
      (trust, cell) => trust - (sightOf(deciding, 0).world.trust[cell] ?? 0),
    );
    expect(Math.max(...differences.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('leaves averages public', () => {
    const open = decidingTable();
    const { trail, seats } = viewFor(deciding, observer, noText).table;
    expect(trail).toEqual(viewFor(open, observer, noText).table.trail);
    expect(seats.map(({ trusted }) => trusted)).toEqual(
      viewFor(open, observer, noText).table.seats.map(({ trusted }) => trusted),
    );
  });

  it('opens everything when it has ended, and in its record', () => {
    const ended = after(revealed, host, { type: 'endSession' });
    expect(viewFor(ended, observer, noText).table.trust).toHaveLength(n * n);
    expect(viewFor(ended, aurelia, noText).own?.trust).toBeNull();
    expect(viewFor(withTrustOpen(deciding), observer, noText).table.trust).toHaveLength(n * n);
  });

  it('is kept in the header of the log', () => {
    const header = newHeader(deciding.basis, { build: 'test', created: 0 }, () => '0'.repeat(64));
    expect(basisOf(headerSchema.parse(header)).options.trustSeen).toBe('own');
  });
});

describe('questions in such a session', () => {
  const why = (viewer: Viewer, subject: string) =>
    answer(revealed, viewer, { ask: 'why', round: 1, subject });

  it('are refused about trust between others, but for the host', () => {
    expect(why(aurelia, 'trust:concordia:meridia')).toEqual({ ok: false, refusal: 'notYours' });
    expect(why(observer, 'trust:concordia:meridia')).toEqual({ ok: false, refusal: 'notYours' });
    expect(why({ kind: 'host' }, 'trust:concordia:meridia').ok).toBe(true);
    expect(why(aurelia, 'trust:meridia:aurelia').ok).toBe(true);
  });

  it('tell what moved mean trust with the part of others as one, and it still adds up', () => {
    const told = why(aurelia, 'indicator:meanTrust');
    const open = why({ kind: 'host' }, 'indicator:meanTrust');
    if (!told.ok || !open.ok) throw new Error('not answered');
    const { parts, from, to } = told.answer;
    expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(to - from);
    expect(open.answer.parts.some(({ reason }) => reason === 'dialogueOpened')).toBe(true);
    expect(parts.some(({ reason }) => reason === 'dialogueOpened')).toBe(false);
    expect(parts.filter(({ reason }) => reason === 'undisclosed')).toHaveLength(1);
  });

  it('preview and evaluate an order by averages if trust is not shown', () => {
    const order: Order = { action: 'bridge', pair: ['concordia', 'meridia'] };
    const preview = (state: SessionState) => {
      const told = answer(state, aurelia, { ask: 'preview', order });
      if (!told.ok) throw new Error(told.refusal);
      return told.answer.world;
    };
    const open = withTrustOpen(deciding);
    expect(preview(deciding)).not.toEqual(preview(open));
    const differences = Object.entries(preview(deciding)).map(
      ([key, value]) =>
        value - (Object.entries(preview(otherwise(deciding))).find(([k]) => k === key)?.[1] ?? 0),
    );
    expect(Math.max(...differences.map(Math.abs))).toBeLessThanOrEqual(5);
  });

  it('tell what an order did to the own state as it was', () => {
    const effect = (state: SessionState) => {
      const told = answer(state, aurelia, { ask: 'effect', round: 1 });
      if (!told.ok) throw new Error(told.refusal);
      return told.answer;
    };
    expect(effect(revealed).you).toBe(effect(withTrustOpen(revealed)).you);
    expect(effect(revealed).world).not.toBe(effect(withTrustOpen(revealed)).world);
  });
});

it('an objective about trust between others is not told before the end', () => {
  const held = deciding.basis.scenario.seats.flatMap(({ id, objectives }) =>
    objectives.includes('reconciler') ? [id] : [],
  );
  const view = (state: SessionState, seat: string) =>
    viewFor(state, { kind: 'delegate', seat, delegate: `person-${seat}` }, noText).own?.objectives.find(
      ({ id }) => id === 'reconciler',
    );
  const told = held.map((seat) => view(revealed, seat));
  expect(told.some((objective) => objective?.reached === null && objective.about.length === 0)).toBe(true);
  const ended = after(revealed, host, { type: 'endSession' });
  expect(held.map((seat) => view(ended, seat)?.reached)).not.toContain(null);
});
