import type { GrownWindow } from '../../source/whatIfDesk.ts';
import { words } from '../../text/language.ts';
import type { WindowNow } from './useCourseWindow.ts';

/** How the future looked after a round, in whole percent; the three add up to a hundred. */
export interface OpenFuture {
  readonly round: number;
  readonly well: number;
  readonly badly: number;
  readonly undecided: number;
}

type Counted = GrownWindow['rounds'][number];

/** With fewer continuations a round says nothing. */
const ENOUGH = 20;
/** The least change of a share that is spoken of, in percent. */
const LEAST = 10;

/** The window up to a round, as far as every round of it has enough continuations; empty while there are too few. */
export function openFutures(now: WindowNow, lastRound: number): readonly OpenFuture[] {
  if (now.is !== 'window') return [];
  const shown = now.rounds.filter(({ round }) => round <= lastRound);
  return shown.every((one) => runsOf(one) >= ENOUGH) ? shown.map(inPercent) : [];
}

/** How many continuations every round has at least. */
export function runsSoFar({ rounds }: GrownWindow): number {
  return Math.min(...rounds.map(runsOf));
}

function runsOf({ well, badly, undecided }: Counted): number {
  return well + badly + undecided;
}

function inPercent(one: Counted): OpenFuture {
  const all = runsOf(one);
  const well = Math.round((100 * one.well) / all);
  const badly = Math.min(100 - well, Math.round((100 * one.badly) / all));
  return { round: one.round, well, badly, undecided: 100 - well - badly };
}

/** The window now, or at the start once nothing is open any more, and the round that moved it most, in words. */
export function windowSentences(futures: readonly OpenFuture[]): readonly string[] {
  const { window: text } = words.value.course;
  const last = futures.at(-1);
  const now = last && Math.max(last.well, last.badly, last.undecided) < 100 ? last : futures[0];
  if (now === undefined) return [];
  const shares = text.shares(now.well, now.badly, now.undecided);
  const most = mostMoved(futures);
  const moved = most && text.moved(most.round, text[most.end], most.from, most.to);
  return [now.round === 0 ? text.atStart(shares) : text.after(now.round, shares), ...(moved ? [moved] : [])];
}

interface Move {
  readonly round: number;
  readonly end: 'well' | 'badly';
  readonly from: number;
  readonly to: number;
}

/** The round after which a share differed most from before; null if none differed by ten in a hundred. */
export function mostMoved(futures: readonly OpenFuture[]): Move | null {
  const moves = futures.flatMap((after, place) => {
    const before = futures[place - 1];
    if (before === undefined) return [];
    return (['well', 'badly'] as const).map((end) => ({
      round: after.round,
      end,
      from: before[end],
      to: after[end],
    }));
  });
  const [most] = moves.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  return most && Math.abs(most.to - most.from) >= LEAST ? most : null;
}
