import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import { rehearsalApi } from './api.ts';
import { gather } from './crowd.ts';
import { hostSession } from './hostHand.ts';
import { hostTables } from './hostTables.ts';
import { logChecks } from './logChecks.ts';
import { ownServer } from './ownServer.ts';
import { quietTimes, type RehearsalWish, type TellRehearsal } from './rehearse.ts';
import { type RehearsalReport, rehearsalReportOf } from './report.ts';
import { newTally, quantile, type Tally } from './tally.ts';

/** The wish for an event: `delegates` people at each of so many tables. */
export interface EventWish extends Omit<RehearsalWish, 'target' | 'sessions'> {
  readonly tables: number;
}

/** What an event adds to the report. */
interface EventFacts {
  /** How many tables have exactly as many people as were asked for. */
  readonly fullTables: number;
  /** An order at one table alone, in the same run before the event; ms. */
  readonly oneTableMs: { readonly p50: number | null; readonly p95: number | null };
  /** p95 of all tables together over that of one table alone. */
  readonly ratio: number | null;
  /** An act of the host until it is done at all its tables; the longest, ms. */
  readonly longestActMs: number;
}

/** The report of an event. */
export interface EventReport extends RehearsalReport {
  readonly event: EventFacts;
}

/** A server, or several that share a database, where an event is rehearsed. */
export interface EventPlace {
  /** The address that people come to. */
  readonly origin: string;
  /** The address at which the host opens it; with several servers it decides which of them runs it. */
  readonly opensAt: string;
  /** The secret in the host's address. */
  readonly secret: string;
}

/** An event that was played to its end. */
export interface PlayedEvent {
  readonly tally: Tally;
  /** How many people were asked to come. */
  readonly asked: number;
  /** People at each table at the start. */
  readonly people: readonly number[];
  /** How long each act of the host took to be done at all its tables, ms. */
  readonly actsMs: readonly number[];
  readonly checks: Awaited<ReturnType<typeof logChecks>>;
}

/** Plays one table alone and then an event of many on a server of its own, and compares. Rejects with an `ApiNo`. */
export async function rehearseEvent(wish: EventWish, told: TellRehearsal): Promise<EventReport> {
  const own = await ownServer();
  const place = { origin: own.origin, opensAt: own.origin, secret: own.secret };
  try {
    const quiet = await quietTimes(own.origin, rehearsalApi(own.origin), told);
    const alone = await playOneTable(place, wish);
    told(`One table alone has played; ${wish.tables} tables begin.`);
    const { tally, asked, people, actsMs, checks } = await playEvent(place, wish, told);
    const memoryMb = await own.memoryMb();
    const report = rehearsalReportOf(tally, { sessions: people.length, asked, quiet, checks, memoryMb });
    const oneTableMs = { p50: quantile(alone.ackMs, 0.5), p95: quantile(alone.ackMs, 0.95) };
    const { p95 } = report.ackMs;
    return {
      ...report,
      event: {
        fullTables: people.filter((count) => count === wish.delegates).length,
        oneTableMs,
        ratio: p95 === null || oneTableMs.p95 === null ? null : p95 / oneTableMs.p95,
        longestActMs: Math.max(...actsMs),
      },
    };
  } finally {
    await own.close();
  }
}

/** Opens an event and plays it to its end, each table with its people. `told` hears when all have joined. */
export async function playEvent(
  place: EventPlace,
  wish: EventWish,
  told: TellRehearsal,
): Promise<PlayedEvent> {
  const { scenario, plan, delegates: size, tables: count } = wish;
  const host = rehearsalApi(place.opensAt);
  const cookie = await host.enterHost(place.secret);
  const wishes = { placing: 'fill', size, tables: count } as const;
  const code = await host.openEvent(cookie, { opening: { scenario, plan }, ...wishes });
  const { origin } = place;
  const api = rehearsalApi(origin);
  const tally = newTally();
  const asked = count * size;
  const crowd = await gather({ ...wish, origin, code, delegates: asked, first: size }, tally);
  try {
    told(`${tally.joined} people have joined.`);
    const { tables } = await api.eventNow(cookie, code);
    const [actsMs] = await Promise.all([hostTables({ api, cookie, code }, wish.pace), crowd.play()]);
    const checks = await logChecks(api, [crowd], tally);
    return { tally, asked, people: tables.map(({ people }) => people), actsMs, checks };
  } finally {
    await crowd.close();
  }
}

/** Plays one table with as many people, in the same way, with nobody else there. */
export async function playOneTable({ origin, opensAt, secret }: EventPlace, wish: EventWish): Promise<Tally> {
  const { scenario, plan, delegates, pace } = wish;
  const host = rehearsalApi(opensAt);
  const cookie = await host.enterHost(secret);
  const code = await host.open(cookie, { scenario, plan, entry: { ...OPEN_ENTRY, expected: delegates } });
  const { token } = await host.hostPass(cookie, code);
  const tally = newTally();
  const crowd = await gather({ ...wish, origin, code, drop: 0, withinMs: 1000, first: 0 }, tally);
  try {
    await Promise.all([hostSession(origin, code, token, pace), crowd.play()]);
    return tally;
  } finally {
    await crowd.close();
  }
}

/** The lines that an event adds to the report. */
export function eventText({ event, sessions, ackMs }: EventReport): string {
  const { fullTables, oneTableMs, ratio, longestActMs } = event;
  const ms = (value: number | null): string =>
    value === null ? 'an unknown time' : `${value.toFixed(1)} ms`;
  return [
    `${fullTables} of ${sessions} tables are full`,
    `at one table alone an order was acknowledged in ${ms(oneTableMs.p50)} (p50), ${ms(oneTableMs.p95)} (p95); at all ${sessions} in ${ms(ackMs.p95)} (p95)${ratio === null ? '' : `, ${ratio.toFixed(2)} times as long`}`,
    `the host’s longest act was done at all its tables within ${ms(longestActMs)}`,
  ].join('\n');
}

/** Whether every table of an event has exactly its people. */
export function isWellFilled({ event, sessions }: EventReport): boolean {
  return event.fullTables === sessions;
}
