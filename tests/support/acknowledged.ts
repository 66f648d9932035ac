import { setTimeout as sleep } from 'node:timers/promises';
import { givenTo, type Watched } from './servedTable.ts';

/** How long acknowledgements are measured at a time, and how often somebody acts: well below what one person may give. */
const WINDOW_MS = 2500;
const EVERY_MS = 70;

/** How often a window without and one with the abuse may follow each other until a calm pair is found. */
const MOST_PAIRS = 6;

/** What 95 of 100 acknowledgements stayed below in two windows that followed each other, ms. */
export interface Pair {
  readonly before: number;
  readonly during: number;
}

/** What 95 of 100 acknowledgements of these people's commands stay below, ms; each is kept on the disk before it is given. */
async function p95(people: readonly Watched[]): Promise<number> {
  const end = performance.now() + WINDOW_MS;
  const times: number[] = [];
  const act = async (room: Watched, turn = 0): Promise<void> => {
    if (performance.now() > end) return;
    const began = performance.now();
    await givenTo(
      room,
      turn % 2 === 0 ? { type: 'sealOrders', order: { action: 'hold' } } : { type: 'withdrawOrders' },
    );
    times.push(performance.now() - began);
    await sleep(EVERY_MS);
    return act(room, turn + 1);
  };
  await Promise.all(people.map(async (room) => act(room)));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

/**
 * Measures by turns while the abuser is held and while it is let go, until a pair is calm: on two cores that do other things too,
 * single windows differ by more than what is measured, but an abuse that holds others up does so in every pair.
 */
export async function pairsWith(
  people: readonly Watched[],
  hold: () => Promise<void>,
  letGo: () => void,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  while (pairs.length < MOST_PAIRS && !isCalm(pairs)) {
    await hold();
    const before = await p95(people);
    letGo();
    pairs.push({ before, during: await p95(people) });
  }
  return pairs;
}

/** Whether others waited at most three times as long in one pair of windows. */
export function isCalm(pairs: readonly Pair[]): boolean {
  return pairs.some(({ before, during }) => during <= 3 * before);
}

/** The pairs as people read them. */
export function toldPairs(pairs: readonly Pair[]): string {
  return pairs.map(({ before, during }) => `${before.toFixed(1)} → ${during.toFixed(1)} ms`).join(', ');
}
