import { type LogCheck, quantile, type Tally } from './tally.ts';

/** The findings of a rehearsal, in numbers. */
export interface RehearsalReport {
  readonly sessions: number;
  readonly asked: number;
  readonly joined: number;
  readonly turnedAway: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly nameless: number;
  readonly reconnects: number;
  /** The longest time that a lost connection was gone, ms; null if none was lost. */
  readonly longestGoneMs: number | null;
  readonly dropped: number;
  readonly back: number;
  readonly said: number;
  readonly sealed: number;
  /** Changes of an order that came after the last state had sealed. */
  readonly tooLate: number;
  /** Acknowledged orders that a log lacks or holds twice; null if a session had not ended. */
  readonly lost: number | null;
  readonly doubled: number | null;
  /** Reveals that showed an order other than the acknowledged one. */
  readonly wrong: readonly string[];
  /** Milliseconds from sending an order to its acknowledgement; null without orders. */
  readonly ackMs: { readonly p50: number | null; readonly p95: number | null };
  readonly quietMs: { readonly p50: number | null; readonly p95: number | null };
  readonly memoryMb: number | null;
}

/** Computes the numbers; `checks` has one entry per session, null for one that had not ended. */
export function rehearsalReportOf(
  tally: Tally,
  facts: {
    readonly sessions: number;
    readonly asked: number;
    readonly quiet: readonly number[];
    readonly checks: readonly (LogCheck | null)[];
    readonly memoryMb: number | null;
  },
): RehearsalReport {
  const sum = (key: keyof LogCheck): number | null =>
    facts.checks.reduce<number | null>(
      (all, check) => (all === null || check === null ? null : all + check[key]),
      0,
    );
  return {
    sessions: facts.sessions,
    asked: facts.asked,
    joined: tally.joined,
    turnedAway: Object.fromEntries(tally.turnedAway),
    refusals: Object.fromEntries(tally.refusals),
    nameless: tally.nameless,
    reconnects: tally.reconnects,
    longestGoneMs: tally.goneMs.length === 0 ? null : Math.max(...tally.goneMs),
    dropped: tally.dropped,
    back: tally.back,
    said: tally.said,
    sealed: tally.sealed.size,
    tooLate: tally.tooLate,
    lost: sum('lost'),
    doubled: sum('doubled'),
    wrong: tally.wrong,
    ackMs: quantiles(tally.ackMs),
    quietMs: quantiles(facts.quiet),
    memoryMb: facts.memoryMb,
  };
}

/** Whether the result is good enough for a host to rely on: no person and no order lost, no refusal without a name. */
export function isClean(report: RehearsalReport): boolean {
  return (
    report.joined === report.asked &&
    report.nameless === 0 &&
    report.back === report.dropped &&
    (report.lost ?? 0) === 0 &&
    (report.doubled ?? 0) === 0 &&
    report.wrong.length === 0
  );
}

/** The report as text for people. */
export function reportText(report: RehearsalReport): string {
  const { ackMs, quietMs } = report;
  return [
    `${report.joined} of ${report.asked} people joined ${report.sessions} ${report.sessions === 1 ? 'session' : 'sessions'}${named(report.turnedAway, '; turned away')}`,
    `${report.sealed} orders sealed, ${report.said} things said${changed(report)}${named(report.refusals, '; refused')}${report.nameless > 0 ? `; ${report.nameless} without a reason` : ''}`,
    report.lost === null
      ? 'lost or doubled orders: not known, for a session had not ended'
      : `${report.lost} orders lost, ${report.doubled} doubled, ${report.wrong.length} revealed otherwise than acknowledged`,
    ...report.wrong.map((sentence) => `  ${sentence}`),
    `${report.back} of ${report.dropped} who dropped out are back; ${report.reconnects} other reconnects${report.longestGoneMs === null ? '' : `, the longest after ${ms(report.longestGoneMs)}`}`,
    `an order was acknowledged in ${ms(ackMs.p50)} (p50), ${ms(ackMs.p95)} (p95); with nobody else there in ${ms(quietMs.p50)}, ${ms(quietMs.p95)}`,
    ...(report.memoryMb === null ? [] : [`the server held ${report.memoryMb} MB at most`]),
  ].join('\n');
}

function quantiles(numbers: readonly number[]): { readonly p50: number | null; readonly p95: number | null } {
  return { p50: quantile(numbers, 0.5), p95: quantile(numbers, 0.95) };
}

function changed({ tooLate }: RehearsalReport): string {
  if (tooLate === 0) return '';
  return `; ${tooLate} ${tooLate === 1 ? 'change' : 'changes'} of an order came after the last state had sealed`;
}

function ms(value: number | null): string {
  return value === null ? 'an unknown time' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

function named(counts: Readonly<Record<string, number>>, lead: string): string {
  const parts = Object.entries(counts).map(([name, count]) => `${count} × ${name}`);
  return parts.length === 0 ? '' : `${lead}: ${parts.join(', ')}`;
}
