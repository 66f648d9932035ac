import { rangeOf } from '../model/numberRanges.ts';
import { referenceDeck } from '../model/eventDeck.ts';
import { scenarioNumbers } from '../model/parameters.ts';
import type { SeatId } from '../model/world.ts';
import type { Order } from '../model/actions.ts';
import { basisOf } from '../log/header.ts';
import type { LogLine, SessionLog } from '../log/line.ts';
import type { BranchChange } from '../session/vocabulary/branching.ts';
import type { EventType } from '../session/vocabulary/events.ts';
import type { SubmitRefusal } from './answers.ts';

/**
 * Why there is no branch: the record has not resolved a round, the rules refuse the changed order of a seat, or it names an event,
 * an agreement or a number that is not there, or a number outside its range.
 */
export type BranchFault =
  | { readonly code: 'roundNotPlayed' }
  | {
      readonly code: 'orderRefused';
      readonly seat: SeatId;
      readonly round: number;
      readonly refusal: SubmitRefusal['code'];
    }
  | { readonly code: 'unknownEvent'; readonly event: string }
  | { readonly code: 'unknownAgreement'; readonly agreement: string }
  | { readonly code: 'unknownNumber'; readonly name: string }
  | { readonly code: 'numberRefused'; readonly name: string; readonly from: number; readonly to: number };

/** Orders that take the place of the recorded ones just before a round is resolved. */
export interface OtherOrders {
  readonly round: number;
  readonly orders: Readonly<Record<SeatId, Order>>;
}

/** How a record is judged again with a change. */
export interface BranchPlan {
  /** The place of the first line that is judged again; those before it are as they were. */
  readonly from: number;
  /** The place of the line that resolves the last round of the change. */
  readonly closing: number;
  /** By the place of the line that resolves their round. */
  readonly seals: ReadonlyMap<number, OtherOrders>;
  /** Whether the change takes this recorded line out. */
  readonly takesOut: (line: LogLine) => boolean;
}

/** Where a change bites into a record, or why it cannot. */
export function branchPlan(log: SessionLog, change: BranchChange): BranchPlan | BranchFault {
  const fault = eventFault(log, change) ?? numberFault(change);
  if (fault !== null) return fault;
  const seals = new Map<number, OtherOrders>();
  for (const one of [change, ...(change.hand ?? [])]) {
    const place = closingLine(log.lines, one.round);
    if (place === null || seals.has(place)) return { code: 'roundNotPlayed' };
    seals.set(place, { round: one.round, orders: one.orders });
  }
  const places = [...seals.keys()];
  const from = firstLine(log.lines, change, Math.min(...places));
  if (typeof from !== 'number') return from;
  return { from, closing: Math.max(...places), seals, takesOut: (line) => isTakenOut(line, change) };
}

function eventFault({ header }: SessionLog, { event }: BranchChange): BranchFault | null {
  if (event === undefined || event === null) return null;
  const deck = basisOf(header).setting.deck ?? referenceDeck;
  return deck.some(({ id }) => id === event) ? null : { code: 'unknownEvent', event };
}

function numberFault({ numbers = {} }: BranchChange): BranchFault | null {
  for (const [name, value] of Object.entries(numbers)) {
    if (!scenarioNumbers.includes(name)) return { code: 'unknownNumber', name };
    const { from, to, isCount } = rangeOf(name);
    if (value < from || value > to || (isCount && !Number.isInteger(value)))
      return { code: 'numberRefused', name, from, to };
  }
  return null;
}

/** The first line in which the branch may differ from the record. */
function firstLine(
  lines: readonly LogLine[],
  { round, event, unmade = [], numbers }: BranchChange,
  resolving: number,
): number | BranchFault {
  if (numbers !== undefined) return 0;
  const places = [resolving];
  if (event !== undefined) {
    places.push(lines.slice(0, resolving).findLastIndex((line) => has(line, 'roundOpened', { round })));
    places.push(...placesOf(lines, (line) => has(line, 'eventInjected', { round })));
  }
  for (const agreement of unmade) {
    const proposed = lines.findIndex((line) => proposedIn(line) === agreement);
    if (proposed < 0) return { code: 'unknownAgreement', agreement };
    places.push(proposed);
  }
  return Math.min(...places);
}

function isTakenOut(line: LogLine, { round, event, unmade = [] }: BranchChange): boolean {
  const { command } = line;
  if (event !== undefined && command.type === 'injectEvent') return has(line, 'eventInjected', { round });
  if (event !== undefined && command.type === 'cancelInject') return has(line, 'injectCancelled', { round });
  const agreement = 'agreement' in command ? command.agreement : proposedIn(line);
  return agreement !== null && unmade.includes(agreement);
}

/** The id of the agreement that a line proposes, or null. */
export function proposedIn({ events }: Pick<LogLine, 'events'>): string | null {
  const found = events.find((event) => event.type === 'agreementProposed');
  return found?.agreement.id ?? null;
}

function has({ events }: LogLine, type: EventType, { round }: { readonly round: number }): boolean {
  return events.some((event) => event.type === type && 'round' in event && event.round === round);
}

function placesOf(lines: readonly LogLine[], holds: (line: LogLine) => boolean): readonly number[] {
  return lines.flatMap((line, place) => (holds(line) ? [place] : []));
}

/** The place of the line that resolved a round in the attempt that counts; null if the record did not get that far. */
function closingLine(lines: readonly LogLine[], round: number): number | null {
  const place = lines.findLastIndex((line) => has(line, 'roundResolved', { round }));
  if (place < 0) return null;
  const isUndone = lines
    .slice(place + 1)
    .some(({ events }) => events.some((event) => event.type === 'roundRewound' && event.toRound <= round));
  return isUndone ? null : place;
}
