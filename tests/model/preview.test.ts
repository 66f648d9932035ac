import { describe, expect, it } from 'vitest';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { orderEffect, preview, previewBaselines, type PreviewInput } from '#shared/model/preview.ts';
import { inputOf, play, tableOf } from './tables.ts';

const table = tableOf(12);
const scene = { seat: 'concordia', lastOrders: {}, event: null, pledges: [], recognitions: [] } as const;
const shown = (order: Order, more: Partial<PreviewInput> = {}) =>
  preview(table.setting, table.world, { ...scene, order, breaks: [], ...more });
const nothing = { othersHold: 0, asLastRound: 0, answeredInKind: 0 };

describe('a preview', () => {
  it('of holding reads nothing, whatever the others did', () => {
    const lastOrders = { meridia: { action: 'restrict', targets: ['concordia'] } } as const;
    expect(shown(HOLD, { lastOrders })).toEqual({ youNow: nothing, youTwoRounds: nothing, world: nothing });
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
    const { youNow, world } = preview(long.setting, long.world, { ...scene, order, breaks: [] });
    const [acted, held] = [play(long, inputOf({ concordia: order })), play(long, inputOf({}))];
    expect(youNow.othersHold).toBe((acted.payoffs[3]?.total ?? 0) - (held.payoffs[3]?.total ?? 0));
    const [later, idle] = [acted, held].map(({ after }) => play({ ...long, world: after }, inputOf({})));
    expect(world.othersHold).toBe((later?.indicators.direction ?? 0) - (idle?.indicators.direction ?? 0));
  });
});

describe('the effect of an order', () => {
  it('is the round against the same round with that seat holding', () => {
    const orders = { concordia: { action: 'commit' }, verdania: { action: 'commit' } } as const;
    const effect = orderEffect(table.setting, table.world, inputOf(orders), 'concordia');
    const [acted, held] = [play(table, inputOf(orders)), play(table, inputOf({ verdania: orders.verdania }))];
    expect(effect.world).toBe(acted.indicators.direction - held.indicators.direction);
    expect(effect.you).toBe((acted.payoffs[3]?.total ?? 0) - (held.payoffs[3]?.total ?? 0));
    expect(orderEffect(table.setting, table.world, inputOf(orders), 'aurelia')).toEqual({ you: 0, world: 0 });
  });
});
