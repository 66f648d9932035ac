import { expect, test } from 'vitest';
import { orderOfText, orderText, packed, unpacked } from '../../shared/wire/packing.ts';
import { talkOfRows, talkRows } from '../../shared/wire/talkPacking.ts';
import { message } from '../server/wireTables.ts';

test('packing keeps every number it takes and refuses the others', () => {
  const numbers = [0, -1, 1, 63, 64, -1000, 1000, 27_647, -27_647];
  expect(unpacked(packed(numbers))).toEqual(numbers);
  expect(() => packed([0.5])).toThrow(RangeError);
  expect(() => packed([40_000])).toThrow(RangeError);
});

test('the latest messages survive their rows, and a new one changes its own row only', () => {
  const all = Array.from({ length: 75 }, (_, index) => message(index + 1, `${index}`));
  const shown = all.slice(16, 74);
  expect(talkOfRows(talkRows(shown))).toEqual(shown);
  const changed = talkRows(all.slice(16)).filter((row, index) => row !== talkRows(shown)[index]);
  expect(changed).toHaveLength(1);
});

test('an order survives its short text', () => {
  const order = { action: 'bridge', pair: ['a-b', 'c'], coordinate: 0 } as const;
  expect(orderOfText(orderText(order))).toEqual(order);
});
