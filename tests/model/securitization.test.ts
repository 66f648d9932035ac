import { describe, expect, it } from 'vitest';
import { effectOf, trustGain } from './causes.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const restrict = (target: string) => ({ action: 'restrict', targets: [target] }) as const;

describe('a restriction', () => {
  const played = play(table, inputOf({ aurelia: restrict('savannah') }));

  it('costs the trust of its target and of those who trust the target, camp-mates less', () => {
    expect(trustGain(played, pair(table, 'savannah', 'aurelia'), 'restrictiveMeasure')).toBeLessThan(0);
    const witness = trustGain(played, pair(table, 'concordia', 'aurelia'), 'hitTrustedState');
    const mate = trustGain(played, pair(table, 'halcyon', 'aurelia'), 'hitTrustedState');
    expect(witness).toBeLessThan(0);
    expect(mate).toBeLessThan(0);
    expect(mate).toBeGreaterThan(witness);
  });

  it('gives its target the right to answer mildly in the two following rounds, and no longer', () => {
    const answer = inputOf({ savannah: restrict('aurelia') });
    const hold = inputOf({});
    const one = { ...table, world: played.after };
    const two = { ...table, world: play(one, hold).after };
    const three = { ...table, world: play(two, hold).after };
    const hurt = pair(table, 'aurelia', 'savannah');
    expect(trustGain(play(one, answer), hurt, 'proportionateMeasure')).toBeLessThan(0);
    expect(trustGain(play(two, answer), hurt, 'proportionateMeasure')).toBeLessThan(0);
    expect(trustGain(play(three, answer), hurt, 'proportionateMeasure')).toBe(0);
    expect(trustGain(play(three, answer), hurt, 'restrictiveMeasure')).toBeLessThan(0);
  });

  it('in answer hurts nobody but its target', () => {
    const answered = play({ ...table, world: played.after }, inputOf({ savannah: restrict('aurelia') }));
    expect(trustGain(answered, pair(table, 'concordia', 'savannah'), 'hitTrustedState')).toBe(0);
  });
});

describe('hardening', () => {
  it('is misread by outsiders only, and not at all where conduct is in the open', () => {
    const order = inputOf({ aurelia: { action: 'harden' } });
    const dark = play(table, order);
    expect(trustGain(dark, pair(table, 'meridia', 'aurelia'), 'hardeningMisread')).toBeLessThan(0);
    expect(trustGain(dark, pair(table, 'halcyon', 'aurelia'), 'hardeningMisread')).toBe(0);
    const light = play({ ...table, world: { ...table.world, opacity: 0 } }, order);
    expect(trustGain(light, pair(table, 'meridia', 'aurelia'), 'hardeningMisread')).toBe(0);
    expect(dark.after.defence[0]).toBeGreaterThan(table.world.defence[0] ?? 0);
  });
});

describe('an operation', () => {
  const force = (operation: 'attributed' | 'unattributed') =>
    play(table, inputOf({ boreas: { action: 'build-force', targets: ['concordia'], operation } }));
  const hit = seat(table, 'concordia');

  it('shocks whether or not its author is found, but costs trust and gives a right only if it is', () => {
    const [open, hidden] = [force('attributed'), force('unattributed')];
    expect(effectOf(open, 'shock', hit, 'operation')).toBe(100_000);
    expect(effectOf(hidden, 'shock', hit, 'operation')).toBe(100_000);
    const blamed = pair(table, 'concordia', 'boreas');
    expect(trustGain(open, blamed, 'attributedOperation')).toBeLessThan(0);
    expect(trustGain(hidden, blamed, 'attributedOperation')).toBe(0);
    expect(open.attributed).toEqual([[seat(table, 'boreas'), hit]]);
    expect(hidden.attributed).toEqual([]);
    expect(open.after.grievance[blamed]).toBe(2);
    expect(hidden.after.grievance[blamed]).toBe(0);
  });

  it('left to chance depends on the seed and the round alone', () => {
    const order = { boreas: { action: 'build-force', targets: ['concordia'] } } as const;
    const outcomes = Array.from(
      { length: 40 },
      (_, seed) => play(table, inputOf(order, { seed })).attributed.length,
    );
    expect(new Set(outcomes)).toEqual(new Set([0, 1]));
  });

  it('happens once in a round of several passes, while the force keeps growing', () => {
    const long = tableOf(12, { steps: 3 });
    const order = { action: 'build-force', targets: ['concordia'], operation: 'attributed' } as const;
    const played = play(long, inputOf({ boreas: order }));
    expect(effectOf(played, 'shock', hit, 'operation')).toBe(100_000);
    const once = play(table, inputOf({ boreas: order }));
    expect(played.after.force[2]).toBeGreaterThan(once.after.force[2] ?? 1);
  });
});

describe('rolling back', () => {
  it('halves restrictions above the floor and is thanked for twice by former targets', () => {
    const played = play(table, inputOf({ aurelia: { action: 'roll-back' } }));
    expect(effectOf(played, 'restriction', pair(table, 'aurelia', 'meridia'), 'measuresLifted')).toBe(
      -125_000,
    );
    expect(trustGain(played, pair(table, 'meridia', 'aurelia'), 'measuresLifted')).toBeGreaterThan(0);
    expect(trustGain(played, pair(table, 'meridia', 'aurelia'), 'deSecuritization')).toBeGreaterThan(0);
    expect(trustGain(played, pair(table, 'savannah', 'aurelia'), 'measuresLifted')).toBe(0);
    expect(trustGain(played, pair(table, 'savannah', 'aurelia'), 'deSecuritization')).toBeGreaterThan(0);
  });
});

describe('walls and force', () => {
  it('alarm camp-mates less than others', () => {
    const played = play(
      table,
      inputOf({ aurelia: { action: 'localize' }, meridia: { action: 'build-force' } }),
    );
    const outsider = trustGain(played, pair(table, 'concordia', 'aurelia'), 'localization');
    expect(trustGain(played, pair(table, 'halcyon', 'aurelia'), 'localization')).toBeGreaterThan(outsider);
    const feared = trustGain(played, pair(table, 'concordia', 'meridia'), 'forceBuildUp');
    expect(trustGain(played, pair(table, 'boreas', 'meridia'), 'forceBuildUp')).toBeGreaterThan(feared);
  });
});
