import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { trustGain } from './causes.ts';
import { inputOf, pair, play, tableOf } from './tables.ts';

const table = tableOf(12);
const trusting = (trust: number) => ({
  ...table,
  world: { ...table.world, trust: table.world.trust.map((old) => (old === 0 ? 0 : trust)) },
});

describe('trust', () => {
  const target = pair(table, 'verdania', 'concordia');

  it('loses more by a blow than it gains by a comparable kindness', () => {
    const kind = play(table, inputOf({ concordia: { action: 'dialogue', targets: ['verdania'] } }));
    const harsh = play(table, inputOf({ concordia: { action: 'restrict', targets: ['verdania'] } }));
    expect(-trustGain(harsh, target, 'restrictiveMeasure')).toBeGreaterThan(
      2 * trustGain(kind, target, 'dialogueOpened'),
    );
  });

  it('changes by the sum of what the ledger says', () => {
    const { entries, after } = play(
      table,
      inputOf({ concordia: { action: 'commit' }, verdania: { action: 'commit' } }),
    );
    const sum = entries
      .filter((entry) => 'quantity' in entry && entry.quantity === 'trust' && entry.at === target)
      .reduce((total, entry) => total + ('delta' in entry ? entry.delta : 0), 0);
    expect(sum).toBe((after.trust[target] ?? 0) - (table.world.trust[target] ?? 0));
  });

  it('cannot lose more than six tenths in a pass; the parts are cut alike', () => {
    const others = table.setting.seats
      .map(({ id }) => id)
      .filter((id) => id !== 'concordia' && id !== 'verdania');
    const hit: Order = { action: 'build-force', targets: ['verdania'], operation: 'attributed' };
    const lone = play(trusting(900_000), inputOf({ concordia: hit }));
    const harder = tableOf(12, { lOp: 0.9 });
    const cut = play({ ...harder, world: trusting(900_000).world }, inputOf({ concordia: hit }));
    expect(others.length).toBeGreaterThan(0);
    expect(-trustGain(lone, target, 'attributedOperation')).toBeCloseTo(0.9 * 2.5 * 0.12 * 1e6, -1);
    const lost = trustGain(cut, target, 'attributedOperation') + trustGain(cut, target, 'forceBuildUp');
    expect(-lost).toBeLessThanOrEqual(0.9 * 0.6 * 1e6);
    expect(-lost).toBeGreaterThan(0.5 * 1e6);
  });

  it('stays below certainty: at the top its gains are scaled, and still sum', () => {
    const generous = tableOf(12, { gCommit: 4, capGain: 1, relax: 0 });
    const world = trusting(980_000).world;
    const { after, entries } = play({ ...generous, world }, inputOf({ concordia: { action: 'commit' } }));
    expect(after.trust[target]).toBe(990_000);
    expect(trustGain({ entries }, target, 'commitmentKept')).toBeLessThanOrEqual(15_000);
  });

  it('drifts to where it rests, slower upwards', () => {
    const low = play(trusting(200_000), inputOf({}));
    const high = play(trusting(900_000), inputOf({}));
    expect(trustGain(low, target, 'drift')).toBeGreaterThan(0);
    expect(trustGain(high, target, 'drift')).toBeLessThan(0);
    const [up, down] = [trustGain(low, target, 'drift'), -trustGain(high, target, 'drift')];
    expect(up / 300_000).toBeLessThan(down / 300_000 + 0.1);
  });

  it('gains less under the lock, and loses as much as ever', () => {
    const locked = { ...table, world: { ...table.world, locked: true, stage: 'predicament' as const } };
    const kind = inputOf({ concordia: { action: 'commit' } });
    const harsh = inputOf({ concordia: { action: 'localize' } });
    expect(trustGain(play(locked, kind), target, 'commitmentKept')).toBeCloseTo(
      0.35 * trustGain(play(table, kind), target, 'commitmentKept'),
      -1,
    );
    expect(trustGain(play(locked, harsh), target, 'localization')).toBe(
      trustGain(play(table, harsh), target, 'localization'),
    );
  });
});
