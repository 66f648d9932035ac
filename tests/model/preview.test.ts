import { describe, expect, it } from 'vitest';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { dialEffects, orderEffects } from '#shared/model/orderEffects.ts';
import { dialParts } from '#shared/model/previewParts.ts';
import { preview, previewBaselines, type PreviewInput, type Resolve } from '#shared/model/preview.ts';
import { measureRound, resolveBare } from '#shared/model/resolve.ts';
import { planRound } from '#shared/model/rules/moves.ts';
import { inputOf, play, tableOf } from './tables.ts';

const table = tableOf(12);
const scene = { seat: 'concordia', lastOrders: {}, events: [], pledges: [], recognitions: [] } as const;
const shown = (order: Order, more: Partial<PreviewInput> = {}) =>
  preview(table.setting, table.world, { ...scene, order, breaks: [], ...more });
const nothing = { othersHold: 0, asLastRound: 0, answeredInKind: 0 };

describe('a preview', () => {
  it('of holding reads nothing, whatever the others did', () => {
    const lastOrders = { meridia: { action: 'restrict', targets: ['concordia'] } } as const;
    const { youNow, youTwoRounds, worldNow, world, through } = shown(HOLD, { lastOrders });
    for (const figure of [youNow, youTwoRounds, worldNow, world]) expect(figure).toEqual(nothing);
    for (const part of dialParts) expect(through.world[part]).toEqual(nothing);
  });

  it('of a dialogue reads better answered in kind than unanswered', () => {
    const { youNow, world } = shown({ action: 'dialogue', targets: ['indravar'] });
    expect(youNow.answeredInKind).toBeGreaterThan(youNow.othersHold);
    expect(world.answeredInKind).toBeGreaterThan(world.othersHold);
    expect(youNow.asLastRound).toBe(youNow.othersHold);
  });

  it('of a restriction reads worse when the target answers in the second round', () => {
    const { youNow, youTwoRounds } = shown({ action: 'restrict', targets: ['meridia'] });
    expect(youNow.answeredInKind).toBe(youNow.othersHold);
    expect(youTwoRounds.answeredInKind).toBeLessThan(youTwoRounds.othersHold);
  });

  it('says through what the dial moves, and the parts add up', () => {
    const { through, world, worldNow } = shown({ action: 'localize' });
    const sum = (of: typeof through.world) =>
      dialParts.reduce((all, part) => all + of[part].answeredInKind, 0);
    expect(sum(through.world)).toBe(world.answeredInKind);
    expect(sum(through.worldNow)).toBe(worldNow.answeredInKind);
    expect(through.world.securitizationIndex.answeredInKind).toBeLessThan(0);
  });

  it('takes an operation at its expected effect, so that no seed tells', () => {
    const order = { action: 'build-force', targets: ['meridia'] } as const;
    const fixed = { ...order, operation: 'unattributed' } as const;
    expect(shown(fixed)).toEqual(shown(order));
    const drawn = [1, 2, 3, 4, 5, 6].map(
      (seed) => play(table, inputOf({ concordia: order }, { seed })).payoffs[3]?.total,
    );
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('lets others repeat their last order where it is still legal', () => {
    const lastOrders = { aurelia: { action: 'leave', bloc: 77 }, meridia: { action: 'commit' } } as const;
    expect(() => shown({ action: 'commit' }, { lastOrders })).not.toThrow();
    expect(shown({ action: 'commit' }, { lastOrders }).world.asLastRound).not.toBe(
      shown({ action: 'commit' }, { lastOrders }).world.othersHold,
    );
  });

  it('counts pledges as kept unless the order breaks them', () => {
    const pledges = [{ between: ['concordia', 'meridia'], breachedBy: [], public: true }] as const;
    const order = { action: 'restrict', targets: ['meridia'] } as const;
    const kept = shown(order, { pledges });
    const broken = shown(order, { pledges, breaks: ['meridia'] });
    expect(broken.youNow.othersHold).toBeLessThan(kept.youNow.othersHold);
  });

  it('may share its baselines with the other cards', () => {
    const order: Order = { action: 'harden' };
    const baselines = previewBaselines(table.setting, table.world, scene);
    expect(preview(table.setting, table.world, { ...scene, order, breaks: [] }, baselines)).toEqual(
      shown(order),
    );
  });

  it('is the resolved rounds, at the pace of the session', () => {
    const long = tableOf(12, { steps: 3 });
    const order: Order = { action: 'commit' };
    const { youNow, worldNow, world } = preview(long.setting, long.world, { ...scene, order, breaks: [] });
    const [acted, held] = [play(long, inputOf({ concordia: order })), play(long, inputOf({}))];
    expect(youNow.othersHold).toBe((acted.payoffs[3]?.total ?? 0) - (held.payoffs[3]?.total ?? 0));
    const [later, idle] = [acted, held].map(({ after }) => play({ ...long, world: after }, inputOf({})));
    expect(worldNow.othersHold).toBe(acted.indicators.direction - held.indicators.direction);
    expect(world.othersHold).toBe((later?.indicators.direction ?? 0) - (idle?.indicators.direction ?? 0));
  });
});

describe('the cost of previews, in rounds', () => {
  const commit = { action: 'commit' } as const;
  const lastOrders = { meridia: commit };
  /** Counts the rounds that the cards of a new view take, one after another. */
  const roundsOf = (orders: readonly Order[], more: Partial<PreviewInput> = {}): readonly number[] => {
    const world = structuredClone(table.world);
    let rounds = 0;
    const resolve: Resolve = (setting, from, input) => {
      rounds += 1;
      return resolveBare(setting, from, planRound(setting, { ...input, seed: 0 }, 'expected'));
    };
    return orders.map((order) => {
      const before = rounds;
      const input = { ...scene, order, breaks: [], ...more };
      const baselines = previewBaselines(table.setting, world, input, resolve);
      preview(table.setting, world, input, baselines, resolve);
      return rounds - before;
    });
  };

  it('is four for the baselines of all cards, and at most six for each card', () => {
    const dialogue: Order = { action: 'dialogue', targets: ['indravar'] };
    const restrict: Order = { action: 'restrict', targets: ['indravar'] };
    expect(roundsOf([dialogue, dialogue, restrict, commit], { lastOrders })).toEqual([10, 6, 5, 4]);
  });

  it('is less in the first round, when nobody has an order to repeat', () => {
    expect(roundsOf([commit, commit])).toEqual([4, 2]);
  });

  it('is computed again when the scene changes: other pledges, another seat', () => {
    const pledges = [{ between: ['concordia', 'meridia'], breachedBy: [], public: true }] as const;
    const world = structuredClone(table.world);
    const bare = previewBaselines(table.setting, world, scene);
    expect(previewBaselines(table.setting, world, { ...scene, pledges })).not.toEqual(bare);
    expect(previewBaselines(table.setting, world, { ...scene, seat: 'aurelia' })).not.toEqual(bare);
    expect(previewBaselines(table.setting, world, scene)).toEqual(bare);
  });
});

describe('the effect of an order', () => {
  it('is the round against the same round with that seat holding', () => {
    const orders = { concordia: { action: 'commit' }, verdania: { action: 'commit' } } as const;
    const effectOf = orderEffects(table.setting, table.world, inputOf(orders));
    const effect = effectOf('concordia');
    const [acted, held] = [play(table, inputOf(orders)), play(table, inputOf({ verdania: orders.verdania }))];
    expect(effect.world).toBe(acted.indicators.direction - held.indicators.direction);
    expect(effect.you).toBe((acted.payoffs[3]?.total ?? 0) - (held.payoffs[3]?.total ?? 0));
    expect(effectOf('aurelia')).toEqual({ you: 0, world: 0 });
  });

  it('is the same on the dial alone, given where the dial stood', () => {
    const input = inputOf({ concordia: { action: 'commit' }, verdania: { action: 'harden' } });
    const { direction } = play(table, input).indicators;
    const onDial = dialEffects(table.setting, table.world, input, direction);
    const effectOf = orderEffects(table.setting, table.world, input);
    const ids = table.setting.seats.map(({ id }) => id);
    expect(ids.map((id) => onDial(id))).toEqual(ids.map((id) => effectOf(id).world));
    expect(onDial('concordia')).not.toBe(0);
  });

  it('takes one round more than there are seats to ask about', () => {
    let rounds = 0;
    const effectOf = orderEffects(table.setting, table.world, inputOf({}), (...round) => {
      rounds += 1;
      return measureRound(...round);
    });
    for (const { id } of table.setting.seats) effectOf(id);
    expect(rounds).toBe(13);
  });
});
