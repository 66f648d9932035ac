import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { effectOf } from './causes.ts';
import { inputOf, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const allOrder = (order: Order) =>
  inputOf(Object.fromEntries(table.setting.seats.map(({ id }) => [id, order])));

describe('the regime', () => {
  it('grows by participation above the threshold, hardly below it', () => {
    const few = play(table, inputOf({ verdania: { action: 'commit' } }));
    const all = play(table, allOrder({ action: 'commit' }));
    expect(all.participation).toBe(1_000_000);
    expect(few.participation).toBeLessThan(300_000);
    expect(effectOf(all, 'regime', 0, 'regimeProgress')).toBeGreaterThan(
      (effectOf(few, 'regime', 0, 'regimeProgress') * 1e6) / few.participation,
    );
  });

  it('wears out by rivalry and by camps', () => {
    const idle = play(table, inputOf({}));
    expect(effectOf(idle, 'regime', 0, 'regimeWornByRivalry')).toBeLessThan(0);
    expect(effectOf(idle, 'regime', 0, 'regimeWornByCamps')).toBeLessThan(0);
    const open = play({ ...table, world: { ...table.world, blocs: [] } }, inputOf({}));
    expect(effectOf(open, 'regime', 0, 'regimeWornByCamps')).toBe(0);
  });
});

describe('institutions', () => {
  it('are built by participation and return to their rest', () => {
    const all = play(table, allOrder({ action: 'commit' }));
    expect(effectOf(all, 'institutions', 0, 'institutionsBuilt')).toBeCloseTo(0.08 * 0.55 * 1e6, -1);
    const low = play({ ...table, world: { ...table.world, institutions: 200_000 } }, inputOf({}));
    expect(effectOf(low, 'institutions', 0, 'institutionsAtRest')).toBe(5_000);
  });
});

describe('opacity', () => {
  it('grows with technology and falls with open standards', () => {
    const all = play(table, allOrder({ action: 'open-standards' }));
    expect(effectOf(all, 'opacity', 0, 'opacityLifted')).toBe(-70_000);
    expect(effectOf(all, 'opacity', 0, 'newTechnology')).toBe(5_000);
  });
});

describe('competition', () => {
  it('is stoked by each hostile seat in proportion to its weight', () => {
    const played = play(
      table,
      inputOf({ aurelia: { action: 'build-force' }, pelagos: { action: 'restrict', targets: ['aurelia'] } }),
    );
    const by = (id: string) => {
      const author = seat(table, id);
      const entry = played.entries.find((one) => one.reason === 'rivalryStoked' && one.author === author);
      return entry !== undefined && 'delta' in entry ? entry.delta : 0;
    };
    const weight = (id: string) => table.setting.seats[seat(table, id)]?.weight ?? 0;
    expect(by('aurelia') / by('pelagos')).toBeCloseTo(weight('aurelia') / weight('pelagos'), 2);
  });

  it('falls six times as far by a dialogue that is answered', () => {
    const to = (target: string) => ({ action: 'dialogue', targets: [target] }) as const;
    const alone = play(table, inputOf({ aurelia: to('meridia') }));
    const both = play(table, inputOf({ aurelia: to('meridia'), meridia: to('aurelia') }));
    const eased = (played: typeof alone) => {
      const author = seat(table, 'aurelia');
      const entry = played.entries.find((one) => one.reason === 'rivalryEased' && one.author === author);
      return entry !== undefined && 'delta' in entry ? entry.delta : 0;
    };
    expect(eased(both) / eased(alone)).toBeCloseTo(6, 2);
  });

  it('is tamed by the regime as just renewed', () => {
    const played = play(table, allOrder({ action: 'commit' }));
    const expected = -0.03 * (played.after.regime / 1e6) * 0.53;
    expect(effectOf(played, 'competition', 0, 'rivalryTamed')).toBeCloseTo(expected * 1e6, -1);
  });
});
