import { describe, expect, it } from 'vitest';
import { derive } from '#shared/model/indicators.ts';
import type { World } from '#shared/model/world.ts';
import { effectOf } from './causes.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const felt = (changes: Partial<World>) => derive(table.setting, { ...table.world, ...changes });

describe('threat', () => {
  const from = pair(table, 'concordia', 'boreas');

  it('grows with the other side’s force, with rivalry and with its restrictions on me', () => {
    const calm = felt({}).threatBy[from] ?? 0;
    expect(felt({ force: table.world.force.with(2, 900_000) }).threatBy[from]).toBeGreaterThan(calm);
    expect(felt({ competition: 900_000 }).threatBy[from]).toBeGreaterThan(calm);
    const restriction = table.world.restriction.with(pair(table, 'boreas', 'concordia'), 500_000);
    expect(felt({ restriction }).threatBy[from]).toBeGreaterThan(calm);
  });

  it('falls with trust and with the regime', () => {
    const calm = felt({}).threatBy[from] ?? 0;
    expect(felt({ trust: table.world.trust.with(from, 900_000) }).threatBy[from]).toBeLessThan(calm);
    expect(felt({ regime: 900_000 }).threatBy[from]).toBeLessThan(calm);
  });

  it('mistakes defence for offence if conduct is opaque', () => {
    const armed = { defence: table.world.defence.with(2, 900_000) };
    const gain = (opacity: number) =>
      (felt({ ...armed, opacity }).threatBy[from] ?? 0) - (felt({ opacity }).threatBy[from] ?? 0);
    expect(gain(900_000)).toBeGreaterThan(gain(0));
    expect(gain(0)).toBeCloseTo(0);
  });

  it('adds the shock of incidents, up to the top of the range', () => {
    const shock = table.world.shock.with(3, 1_000_000);
    expect(felt({ shock }).threat[3]).toBe(1);
  });
});

describe('felt threat', () => {
  const creepOf = (action: 'hold' | 'commit' | 'roll-back') => {
    const played = play(table, inputOf({ boreas: { action } }));
    return effectOf(played, 'force', seat(table, 'boreas'), 'feltThreat');
  };

  it('turns into force, less while cooperating, not at all while rolling back', () => {
    expect(creepOf('commit')).toBeCloseTo(0.6 * creepOf('hold'), -1);
    expect(creepOf('roll-back')).toBe(0);
  });
});

describe('measures and incidents', () => {
  it('wear off: shock halves before anything else, restrictions tire', () => {
    const world = { ...table.world, shock: table.world.shock.with(0, 400_000) };
    const played = play({ ...table, world }, inputOf({}));
    expect(played.after.shock[0]).toBe(200_000);
    expect(effectOf(played, 'restriction', pair(table, 'aurelia', 'meridia'), 'fatigue')).toBe(-12_500);
  });

  it('never raise shock beyond the top of the range, and the entries say what was cut', () => {
    const world = { ...table.world, shock: table.world.shock.with(3, 1_000_000) };
    const strong = tableOf(12, { opShock: 0.8 });
    const order = { action: 'build-force', targets: ['concordia'], operation: 'unattributed' } as const;
    const played = play({ ...strong, world }, inputOf({ boreas: order, meridia: order }));
    expect(played.after.shock[3]).toBe(1_000_000);
    expect(effectOf(played, 'shock', 3, 'operation')).toBe(500_000);
  });
});
