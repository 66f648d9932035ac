import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import { rehearsalApi, type RehearsalApi } from './api.ts';
import { type Crowd, gather } from './crowd.ts';
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

/** Plays one table alone and then an event of many on a server of its own, and compares. Rejects with an `ApiNo`. */
export async function rehearseEvent(wish: EventWish, told: TellRehearsal): Promise<EventReport> {
  const own = await ownServer();
  const crowds: Crowd[] = [];
  const { origin } = own;
  try {
    const api = rehearsalApi(origin);
    const cookie = await api.enterHost(own.secret);
    const quiet = await quietTimes(origin, api, told);
    const alone = await oneTable(origin, api, cookie, wish, crowds);
    told(`One table alone has played; ${wish.tables} tables begin.`);
    const { scenario, plan } = wish;
    const wishes = { placing: 'fill', size: wish.delegates, tables: wish.tables } as const;
    const code = await api.openEvent(cookie, { opening: { scenario, plan }, ...wishes });
    const tally = newTally();
    const asked = wish.tables * wish.delegates;
    const crowd = await gather({ ...wish, origin, code, delegates: asked, first: wish.delegates }, tally);
    crowds.push(crowd);
    told(`${tally.joined} people have joined.`);
    const { tables } = await api.eventNow(cookie, code);
    const [acts] = await Promise.all([hostTables({ api, cookie, code }, wish.pace), crowd.play()]);
    const checks = await logChecks(api, [crowd], tally);
    const memoryMb = await own.memoryMb();
    const facts = { sessions: tables.length, asked, quiet, checks, memoryMb };
    const report = rehearsalReportOf(tally, facts);
    const oneTableMs = { p50: quantile(alone.ackMs, 0.5), p95: quantile(alone.ackMs, 0.95) };
    const { p95 } = report.ackMs;
    return {
      ...report,
      event: {
        fullTables: tables.filter(({ people }) => people === wish.delegates).length,
        oneTableMs,
        ratio: p95 === null || oneTableMs.p95 === null ? null : p95 / oneTableMs.p95,
        longestActMs: Math.max(...acts),
      },
    };
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.close()));
    await own.close();
  }
}

/** One table with as many people, in the same way, with nobody else there. */
async function oneTable(
  origin: string,
  api: RehearsalApi,
  cookie: string,
  wish: EventWish,
  crowds: Crowd[],
): Promise<Tally> {
  const { scenario, plan, delegates, pace } = wish;
  const code = await api.open(cookie, { scenario, plan, entry: { ...OPEN_ENTRY, expected: delegates } });
  const { token } = await api.hostPass(cookie, code);
  const tally = newTally();
  const crowd = await gather({ ...wish, origin, code, drop: 0, withinMs: 1000, first: 0 }, tally);
  crowds.push(crowd);
  await Promise.all([hostSession(origin, code, token, pace), crowd.play()]);
  return tally;
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
