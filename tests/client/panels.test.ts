import { apportion } from '#shared/lib/apportion.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legalityOf } from '#shared/model/legality.ts';
import { reasons } from '#shared/model/reasons.ts';
import { bandOf } from '#shared/model/stages.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { bandIndex, dialAngle, GOVERNANCE, PREDICAMENT } from '../../client/charts/dialGeometry.ts';
import { causesOf, stairOf } from '../../client/panels/why/causes.ts';
import { draftFrom, orderInHandOf, orderOf, toggleTarget } from '../../client/panels/orders/orderInHand.ts';
import { candidates } from '../../client/panels/lookup.ts';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';
import { decidingTable } from '../session/table.ts';

const state = decidingTable();
const view: View = viewFor(
  state,
  { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' },
  () => null,
);

describe('a draft', () => {
  test('of every card that lies open becomes an order the rules accept', () => {
    for (const action of view.own?.open ?? []) {
      let draft = orderInHandOf(action);
      for (const seat of candidates(view).slice(0, 2)) draft = toggleTarget(view, draft, seat);
      const own = view.table.blocs.find((bloc) => bloc.members.includes(0));
      if (action === 'leave') draft = { ...draft, bloc: own?.id ?? null };
      if (action === 'join-functional') draft = { ...draft, field: 1 };
      const order = orderOf(view, draft);
      expect(order, action).not.toBeNull();
      if (order) expect(legalityOf(state.basis.setting, state.world, 0, order), action).toBeNull();
    }
  });

  test('without what it needs is no order yet', () => {
    for (const action of ['dialogue', 'restrict', 'bridge', 'join-functional', 'leave'] as const) {
      expect(orderOf(view, orderInHandOf(action)), action).toBeNull();
    }
  });

  test('never names the own state, nor more than the table allows: the earliest choice gives way', () => {
    let draft = toggleTarget(view, orderInHandOf('dialogue'), 'aurelia');
    expect(draft.targets).toEqual([]);
    for (const seat of ['meridia', 'concordia']) draft = toggleTarget(view, draft, seat);
    expect(draft.targets).toEqual(['concordia']);
    expect(toggleTarget(view, draft, 'concordia').targets).toEqual([]);
  });

  test('comes back from the order it became', () => {
    const draft = { ...orderInHandOf('restrict'), targets: ['meridia'] };
    const order = orderOf(view, draft);
    expect(order && draftFrom(order, null)).toEqual(draft);
  });
});

describe('the parts of a change', () => {
  test('add up to the total and stay within one of their exact value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 1, maxLength: 30 }),
        (micro) => {
          const values = micro.map((value) => value / 1000);
          const total = Math.round(values.reduce((sum, value) => sum + value, 0)) + 0;
          const shares = apportion(values, total);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
          shares.forEach((share, index) =>
            expect(Math.abs(share - (values[index] ?? 0))).toBeLessThan(1.001),
          );
        },
      ),
    );
  });

  test('of one reason are one line, the largest first, and the stair ends at the change', () => {
    const explanation = {
      from: 475_000,
      to: 459_000,
      method: 'exact',
      parts: [
        { reason: 'drift', delta: -7_300 },
        { reason: 'restrictiveMeasure', author: 1, delta: -6_400 },
        { reason: 'restrictiveMeasure', author: 0, delta: -5_600 },
        { reason: 'commitmentKept', author: 2, delta: 3_300 },
      ],
    } as const;
    const stair = stairOf(explanation, causesOf(explanation.parts), 12);
    expect(stair.lines.map(({ reason, tenths }) => [reason, tenths])).toEqual([
      ['restrictiveMeasure', -12],
      ['drift', -7],
      ['commitmentKept', 3],
    ]);
    expect(stair.up - stair.down).toBe(stair.to - stair.from);
    expect(stair.lines[0]?.authors).toEqual([1, 0]);
  });

  test('beyond the lines that fit, the small causes are one', () => {
    const parts = reasons.slice(0, 20).map((reason, index) => ({ reason, delta: 10_000 - index * 100 }));
    const to = parts.reduce((sum, part) => sum + part.delta, 0);
    const stair = stairOf({ from: 0, to, method: 'exact', parts }, causesOf(parts), 12);
    const shown = stair.lines.reduce((sum, line) => sum + line.tenths, 0) + (stair.smaller?.tenths ?? 0);
    expect(stair.lines).toHaveLength(11);
    expect(stair.smaller?.count).toBe(9);
    expect(shown).toBe(stair.to - stair.from);
  });
});

test('every cause is a sentence in both languages', () => {
  for (const messages of [en, zh]) {
    for (const reason of reasons) {
      expect(
        messages.why.reasons[reason]({ who: '—', bloc: '—', event: '—' }).length,
        reason,
      ).toBeGreaterThan(2);
    }
  }
});

describe('the dial', () => {
  test('has the bands of the model', () => {
    for (let tenths = -400; tenths <= 400; tenths += 1) {
      expect(bandIndex(tenths) + 1).toBe(bandOf(tenths * 1000));
    }
  });

  test('stands upright at zero and lies flat at ±40', () => {
    expect([dialAngle(0), dialAngle(600), dialAngle(-999)]).toEqual([0, 90, -90]);
    expect(dialAngle(PREDICAMENT)).toBeCloseTo(-18);
    expect(dialAngle(GOVERNANCE)).toBeCloseTo(33);
  });
});
