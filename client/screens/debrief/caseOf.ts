import { isSameOrder } from '#shared/session/vocabulary/sameOrder.ts';
import type { BetWay, WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';

/** The least difference that counts as up or down, in tenths: a point. */
const POINT: Tenths = 10;

/** Which way the dial went, so which bet was right. */
export function wayOf(difference: Tenths): BetWay {
  if (difference > POINT) return 'up';
  return difference < -POINT ? 'down' : 'same';
}

/** Whether two proposals are the same change. */
export function isSameCase(one: WhatIfProposal, other: WhatIfProposal): boolean {
  const seats = Object.keys(one.orders);
  return (
    one.round === other.round &&
    seats.length === Object.keys(other.orders).length &&
    seats.every((seat) => {
      const [a, b] = [one.orders[seat], other.orders[seat]];
      return a !== undefined && b !== undefined && isSameOrder(a, b);
    })
  );
}
