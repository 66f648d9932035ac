import { orderCounts } from '#shared/analysis/record/orderCounts.ts';
import { keptWords } from '#shared/analysis/record/promises.ts';
import { families, type Family } from '#shared/model/actions.ts';
import { type Treatment, treatments } from '#shared/session/vocabulary/treatments.ts';
import { talkCounts } from '#shared/session/views/wholeTalk.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import type { RecordedSource } from '../../source/recorded.ts';

/** A record as it is compared: what everybody could see at its end, and counts. */
export interface ComparedSession {
  /** The name of its file, or its code. */
  readonly name: string;
  /** The number of the table of an event that it was; null: none, or the file does not say. */
  readonly table: number | null;
  readonly source: RecordedSource;
  readonly view: View;
  readonly rounds: number;
  /** The dial from the opening on. */
  readonly dial: readonly Tenths[];
  /** Shares of all orders, 0 to 1. */
  readonly orders: Readonly<Record<Family, number>>;
  readonly messages: number;
  readonly kept: number;
  readonly broken: number;
  readonly trust: Tenths;
  /** What was tried there, if it was a table of an event whose tables differed. */
  readonly treatment: Treatment | null;
}

/** Reads what is compared from a record; null if no round of it was resolved. */
export function comparedSession(
  name: string,
  source: RecordedSource,
  table: number | null = null,
): ComparedSession | null {
  const view = source.viewAt(source.length);
  const rounds = source.breaks.length - 1;
  if (rounds < 1) return null;
  const { trail, agreements } = view.table;
  const seats = view.card.seats.map(({ id }) => id);
  const words = keptWords(agreements, seats, rounds);
  return {
    name,
    table,
    source,
    view,
    rounds,
    dial: trail.direction,
    orders: orderShares(source.breaks.slice(1).map((place) => source.viewAt(place))),
    messages: messagesIn(source),
    kept: words.reduce((sum, { kept }) => sum + kept, 0),
    broken: words.reduce((sum, { broken }) => sum + broken, 0),
    trust: trail.meanTrust.at(-1) ?? 0,
    treatment: view.table.ending?.treatment?.here ?? null,
  };
}

/** Messages that were said to other states, whoever may read them. */
function messagesIn(source: RecordedSource): number {
  const counts = talkCounts(source.tableAt(source.length));
  return sumOf(
    counts.map(({ inPublic, inBlocs, toSeat }) => inPublic + inBlocs + sumOf(Object.values(toSeat))),
  );
}

function orderShares(views: readonly View[]): ComparedSession['orders'] {
  const counts = orderCounts(views);
  const all = Math.max(1, sumOf(counts.map(({ count }) => count)));
  const share = (family: Family): number =>
    sumOf(counts.filter((one) => one.family === family).map(({ count }) => count)) / all;
  const [cooperate, blocs, securitize, none] = families.map(share);
  return { cooperate: cooperate ?? 0, blocs: blocs ?? 0, securitize: securitize ?? 0, none: none ?? 0 };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The treatments that sessions had, each once, in their usual order. */
export function treatmentsIn(sessions: readonly Pick<ComparedSession, 'treatment'>[]): readonly Treatment[] {
  return treatments.filter((one) => sessions.some(({ treatment }) => treatment === one));
}

/** Whether sessions have the same scenario, states and number of rounds, so that their rounds lie over each other. */
export function areAlike(sessions: readonly ComparedSession[]): boolean {
  const [first, ...others] = sessions.map(({ view: { card } }) =>
    JSON.stringify([card.id, card.plan.rounds, card.seats.map(({ id }) => id)]),
  );
  return others.every((one) => one === first);
}

/** The mark of a session in chart and table: the number of its table in an event, or a letter by its place. */
export function markOf({ table }: Pick<ComparedSession, 'table'>, place: number): string {
  return table === null ? letterOf(place) : `${table}`;
}

/** A letter by place: A, B, C, …, Z, AA, AB, … */
export function letterOf(place: number): string {
  const before = place < 26 ? '' : letterOf(Math.floor(place / 26) - 1);
  return before + String.fromCodePoint(65 + (place % 26));
}
