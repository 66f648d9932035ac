import { dispositionIds, type DispositionId } from '../session/vocabulary/actors.ts';
import { at } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import { orderSchema } from '../session/vocabulary/orders.ts';
import { type RoundPhase, roundPhases } from '../session/vocabulary/phases.ts';
import type { EventView } from '../session/views/eventView.ts';

/** The phases of a session in the order of their numbers on the wire. */
export const tablePhases = ['lobby', ...roundPhases, 'ended'] as const satisfies readonly (
  | 'lobby'
  | RoundPhase
  | 'ended'
)[];

/** Stands on the wire for a missing small number (a field, a disposition). */
export const NO_NUMBER = 255;

/** The id of the host's private part among those of the seats; no seat has such an id. */
export const HOST_PART = '*';

/** Largest magnitude for `packed`: above it the characters would be surrogates. */
const LARGEST = 27_647;

/**
 * Whole numbers −27 647..27 647 as one string, a character each: 1 byte of UTF-8 up to 63, 2 bytes up to 1023. A matrix row sent
 * this way costs a third of a patch per entry. Throws a RangeError on anything else.
 */
export function packed(numbers: readonly number[]): string {
  let text = '';
  for (const value of numbers) {
    if (!Number.isInteger(value) || Math.abs(value) > LARGEST) throw new RangeError(`not packable: ${value}`);
    text += String.fromCharCode(value < 0 ? -2 * value - 1 : 2 * value);
  }
  return text;
}

/** The numbers that `packed` wrote. */
export function unpacked(text: string): number[] {
  return Array.from(text, (symbol) => {
    const code = symbol.charCodeAt(0);
    return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
  });
}

/** An order as short text: the action, then each given part as `key=value`, keys in order. */
export function orderText(order: Order): string {
  const { action, ...parts } = order;
  const given = Object.entries(parts).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [action, ...given].join(' ');
}

/** The order that `orderText` wrote. Throws on any other text. */
export function orderOfText(text: string): Order {
  const [action, ...given] = text.split(' ');
  const parts = given.map((part): [string, unknown] => {
    const cut = part.indexOf('=');
    return [part.slice(0, cut), JSON.parse(part.slice(cut + 1))];
  });
  return orderSchema.parse({ action, ...Object.fromEntries(parts) });
}

/** The events of a round as one text; empty for none. */
export function eventsText(events: readonly EventView[]): string {
  return events.length === 0 ? '' : JSON.stringify(events);
}

/** The events that `eventsText` wrote. */
export function eventsOfText(text: string): readonly EventView[] {
  if (text === '') return [];
  const events: readonly EventView[] = JSON.parse(text);
  return events;
}

/** The number of a bot's disposition on the wire, `NONE` for no bot. */
export function botNumber(bot: DispositionId | null): number {
  return bot === null ? NO_NUMBER : dispositionIds.indexOf(bot);
}

/** The disposition that `botNumber` wrote. */
export function botOfNumber(number: number): DispositionId | null {
  return number === NO_NUMBER ? null : at(dispositionIds, number);
}

/** The member of a list of names that equals a text. Throws on any other text. */
export function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error('a name that is not on its list');
  return found;
}

/** Cuts a flat list of pairs (0,1), (0,2) … into one row per first seat, so that a change resends only a row. */
export function pairRows(pairs: readonly number[], seats: number): number[][] {
  let start = 0;
  return Array.from({ length: Math.max(0, seats - 1) }, (_, i) => {
    const row = pairs.slice(start, start + seats - 1 - i);
    start += seats - 1 - i;
    return row;
  });
}

/** Cuts a flat n × n matrix into its rows. */
export function matrixRows(matrix: readonly number[], seats: number): number[][] {
  return Array.from({ length: seats }, (_, i) => matrix.slice(i * seats, (i + 1) * seats));
}
