import { describe, expect, it } from 'vitest';
import type { WorldEvent } from '#shared/model/world.ts';
import { effectOf, trustGain } from './causes.ts';
import { inputOf, pair, play, tableOf } from './tables.ts';

const table = tableOf(12);
const after = (event: WorldEvent) => play(table, inputOf({}, { event }));

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
    const high = play({ ...table, world }, inputOf({}, { event: { id: 'standards-split' } }));
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
    const long = play(tableOf(12, { steps: 3 }), inputOf({}, { event: { id: 'geopolitical-crisis' } }));
    expect(effectOf(long, 'competition', 0, 'geopoliticalCrisis')).toBe(120_000);
  });

  it('is not damped by the lock', () => {
    const locked = { ...table, world: { ...table.world, locked: true } };
    const played = play(locked, inputOf({}, { event: { id: 'leaders-summit' } }));
    expect(effectOf(played, 'competition', 0, 'leadersSummit')).toBe(-100_000);
  });
});
