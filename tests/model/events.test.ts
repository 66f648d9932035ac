import { describe, expect, it } from 'vitest';
import { referenceEvents } from '#shared/model/eventDeck.ts';
import { explain } from '#shared/model/explain.ts';
import { packLedger, unpackLedger } from '#shared/model/ledger.ts';
import { mechanismOf } from '#shared/model/reasons.ts';
import { type WorldEffect, type WorldEvent, WRITTEN_EVENT } from '#shared/model/world.ts';
import { effectOf, trustGain } from './causes.ts';
import { inputOf, pair, play, tableOf } from './tables.ts';

const table = tableOf(12);
const after = (event: WorldEvent) => play(table, inputOf({}, { events: [event] }));

describe('an event of the world', () => {
  it('shakes every state by its exposure in a ransomware wave', () => {
    expect(effectOf(after({ id: 'ransomware-wave' }), 'shock', 0, 'ransomwareWave')).toBe(80_000);
  });

  it('hits the victim of an intrusion and the trust in the one that is blamed', () => {
    const played = after({ id: 'misattributed-intrusion', victim: 'indravar', blamed: 'boreas' });
    expect(effectOf(played, 'shock', 6, 'misattributedIntrusion')).toBe(120_000);
    expect(trustGain(played, pair(table, 'indravar', 'boreas'), 'blamedIntrusion')).toBeLessThan(0);
  });

  it('raises every barrier in a standards split, up to the highest', () => {
    expect(effectOf(after({ id: 'standards-split' }), 'barrier', 1, 'standardsSplit')).toBe(25_000);
    const world = { ...table.world, barrier: table.world.barrier.map(() => 890_000) };
    const high = play({ ...table, world }, inputOf({}, { events: [{ id: 'standards-split' }] }));
    expect(effectOf(high, 'barrier', 1, 'standardsSplit')).toBe(10_000);
  });

  it.each([
    ['geopolitical-crisis', 'competition', 'geopoliticalCrisis', 120_000],
    ['leaders-summit', 'competition', 'leadersSummit', -100_000],
    ['expert-group-fails', 'institutions', 'expertGroupFails', -60_000],
    ['expert-group-fails', 'regime', 'expertGroupFails', -40_000],
    ['open-group-reports', 'institutions', 'openGroupReports', 60_000],
    ['open-group-reports', 'regime', 'openGroupReports', 40_000],
    ['cable-cut', 'barrier', 'cableCut', 15_000],
  ] as const)('%s moves %s', (id, quantity, reason, delta) => {
    expect(effectOf(after({ id }), quantity, quantity === 'barrier' ? 1 : 0, reason)).toBeCloseTo(delta, -1);
  });

  it('happens once in a round of several passes', () => {
    const long = play(tableOf(12, { steps: 3 }), inputOf({}, { events: [{ id: 'geopolitical-crisis' }] }));
    expect(effectOf(long, 'competition', 0, 'geopoliticalCrisis')).toBe(120_000);
  });

  it('is not damped by the lock', () => {
    const locked = { ...table, world: { ...table.world, locked: true } };
    const played = play(locked, inputOf({}, { events: [{ id: 'leaders-summit' }] }));
    expect(effectOf(played, 'competition', 0, 'leadersSummit')).toBe(-100_000);
  });
});

describe('an event with effects of its own', () => {
  const own = (effects: readonly WorldEffect[], more: Partial<WorldEvent> = {}): WorldEvent => ({
    id: 'made-up',
    effects,
    ...more,
  });

  it.each([
    ['competition', 0],
    ['institutions', 0],
    ['regime', 0],
    ['opacity', 0],
    ['barrier', 1],
  ] as const)('moves %s by its size, either way', (kind, index) => {
    expect(effectOf(after(own([{ kind, amount: 30_000 }])), kind, index, 'scenarioEvent')).toBe(30_000);
    expect(effectOf(after(own([{ kind, amount: -30_000 }])), kind, index, 'scenarioEvent')).toBe(-30_000);
  });

  it('shakes every state by its exposure, or the victim alone in full', () => {
    const all = after(own([{ kind: 'shock', amount: 100_000 }]));
    expect(effectOf(all, 'shock', 0, 'scenarioEvent')).toBe(80_000);
    const one = after(own([{ kind: 'shockVictim', amount: 100_000 }], { victim: 'boreas' }));
    const hit = table.setting.seats.map((_, seat) => effectOf(one, 'shock', seat, 'scenarioEvent'));
    expect(hit.filter((amount) => amount !== 0)).toEqual([100_000]);
  });

  it('takes no more pressure of incidents than there is', () => {
    const relief = after(own([{ kind: 'shock', amount: -100_000 }]));
    expect(relief.after.shock.every((value) => value >= 0)).toBe(true);
    expect(effectOf(relief, 'shock', 0, 'scenarioEvent')).toBe(0);
  });

  it('moves the trust of all in all: a share of what is missing, or of what is there', () => {
    const place = pair(table, 'aurelia', 'meridia');
    const there = table.world.trust[place] ?? 0;
    const up = trustGain(after(own([{ kind: 'trust', amount: 10_000 }])), place, 'scenarioEvent');
    const down = trustGain(after(own([{ kind: 'trust', amount: -10_000 }])), place, 'scenarioEvent');
    expect(up).toBeCloseTo((1_000_000 - there) / 100, -1);
    expect(down).toBeCloseTo(-there / 100, -1);
  });

  it('lets the victim suspect the blamed', () => {
    const played = after(own([{ kind: 'blame' }], { victim: 'indravar', blamed: 'boreas' }));
    expect(trustGain(played, pair(table, 'indravar', 'boreas'), 'blamedIntrusion')).toBeLessThan(0);
  });

  it('does what the reference event does whose effects it copies', () => {
    const copied = Object.entries(referenceEvents).filter(([id]) => id !== 'misattributed-intrusion');
    for (const [id, { effects }] of copied) expect(after(own(effects)).after).toEqual(after({ id }).after);
  });
});

describe.each([1, 3])('several events in one round of %i steps', (steps) => {
  const paced = tableOf(12, { steps });
  const both = play(
    paced,
    inputOf(
      {},
      {
        events: [
          { id: 'geopolitical-crisis' },
          { id: 'made-up', effects: [{ kind: 'competition', amount: 20_000 }] },
          { id: WRITTEN_EVENT, effects: [{ kind: 'competition', amount: -50_000 }] },
          { id: 'other', effects: [{ kind: 'competition', amount: 10_000 }] },
        ],
      },
    ),
  );

  it('take effect one after the other, each with its own cause and place', () => {
    const told = both.entries.flatMap((entry) =>
      'quantity' in entry && mechanismOf[entry.reason] === 'events'
        ? [[entry.reason, entry.event, entry.delta]]
        : [],
    );
    expect(told).toEqual([
      ['geopoliticalCrisis', undefined, 120_000],
      ['scenarioEvent', 1, 20_000],
      ['inject', 2, -50_000],
      ['scenarioEvent', 3, 10_000],
    ]);
  });

  it('are told apart by why, and by the packed ledger', () => {
    const { parts } = explain(paced.setting, paced.world, both.entries, both.after, {
      kind: 'world',
      quantity: 'competition',
    });
    expect(parts.filter(({ reason }) => reason === 'scenarioEvent').map(({ event }) => event)).toEqual([
      1, 3,
    ]);
    expect(unpackLedger(packLedger(both.entries))).toEqual(both.entries);
  });

  it('are told apart in what does not add up, too', () => {
    const { parts } = explain(paced.setting, paced.world, both.entries, both.after, {
      kind: 'indicator',
      indicator: 'meanThreat',
    });
    const events = parts.filter(({ event }) => event !== undefined);
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set([1, 2, 3]));
  });

  it('cannot be played with an id that nobody knows and that says nothing of what it does', () => {
    expect(() => after({ id: 'made-up' })).toThrow('made-up');
  });
});
