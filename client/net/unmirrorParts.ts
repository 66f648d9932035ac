import { at } from '#shared/lib/at.ts';
import { families } from '#shared/model/actions.ts';
import { type PayoffPart, payoffParts } from '#shared/model/world.ts';
import type { Expectation } from '#shared/session/vocabulary/orders.ts';
import type { DebriefView } from '#shared/session/views/debriefView.ts';
import type { OwnView, RevealView } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { oneOf } from '#shared/wire/packing.ts';

/** How many seats bet on each band. */
export function betsOf(counts: readonly number[]): RevealView['bets'] {
  return [at(counts, 0), at(counts, 1), at(counts, 2), at(counts, 3), at(counts, 4)];
}

/** The debrief as the server wrote it; null before the end. */
export function debriefFromWire(text: string): DebriefView | null {
  if (text === '') return null;
  const debrief: DebriefView = JSON.parse(text);
  return debrief;
}

/** A seat's expectation of a rival. */
export function expectationOf(text: string): Expectation {
  const [seat = '', family = ''] = text.split(' ');
  return { seat, family: oneOf(families, family) };
}

/** A payoff by its components. */
export function payoffOf(numbers: readonly number[]): NonNullable<OwnView['payoff']> {
  const part = (name: PayoffPart): Tenths => at(numbers, payoffParts.indexOf(name));
  return {
    exchange: part('exchange'),
    common: part('common'),
    dividend: part('dividend'),
    rent: part('rent'),
    club: part('club'),
    pledge: part('pledge'),
    damage: part('damage'),
    loss: part('loss'),
    cost: part('cost'),
    total: at(numbers, payoffParts.length),
  };
}
