import { expect, test } from 'vitest';
import { HOLD } from '#shared/model/actions.ts';
import { changesNothing, lastChangedRound } from '#shared/session/vocabulary/branching.ts';
import {
  noChange,
  withEvent,
  withHandRound,
  withNumber,
  withoutLastHandRound,
  withOrder,
  withUnmade,
} from '../../client/screens/replay/whatIf/changes.ts';

const none = noChange(2);

test('each part of a change can be made and taken back', () => {
  expect(changesNothing(none)).toBe(true);
  const order = withOrder(none, 'meridia', HOLD);
  const calm = withEvent(none, null);
  const never = withUnmade(none, 'public-1', true);
  const number = withNumber(none, 'lambda', 1.5);
  for (const change of [order, calm, never, number]) expect(changesNothing(change)).toBe(false);
  expect(withOrder(order, 'meridia', null)).toEqual(none);
  expect(withEvent(calm, undefined)).toEqual(none);
  expect(withUnmade(never, 'public-1', false)).toEqual(none);
  expect(withNumber(number, 'lambda', null)).toEqual(none);
});

test('parts stand beside each other', () => {
  const both = withUnmade(withUnmade(none, 'public-1', true), 'public-2', true);
  expect(withUnmade(both, 'public-1', false)).toEqual({ ...none, unmade: ['public-2'] });
  expect(withEvent(withOrder(none, 'aurelia', HOLD), 'cable-cut')).toEqual({
    round: 2,
    orders: { aurelia: HOLD },
    event: 'cable-cut',
  });
});

test('rounds by hand follow each other, and the last one is taken back first', () => {
  const three = withHandRound(none, { round: 3, orders: { aurelia: HOLD } });
  const four = withHandRound(three, { round: 4, orders: {} });
  expect([none, three, four].map(lastChangedRound)).toEqual([2, 3, 4]);
  expect(withoutLastHandRound(four)).toEqual(three);
  expect(withoutLastHandRound(three)).toEqual(none);
});
