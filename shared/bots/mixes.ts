import { at } from '../lib/at.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import { nearest } from '../scenario/nearest.ts';
import { type DispositionId, dispositionIds } from '../session/vocabulary/actors.ts';
import type { Chance } from '../session/views/sight.ts';

/** Which characters sit at a table, and in what shares; shares add up to 1. The order matters to `assignMix`. */
export type Mix = readonly { readonly disposition: DispositionId; readonly share: number }[];

/** The names of mixes, as people type them. */
export const mixIds = ['MIX25', 'HUMAN', 'CLASS', 'WILLING'] as const;
/** A named mix of characters. */
export type MixId = (typeof mixIds)[number];

/**
 * The named mixes. MIX25, a quarter of it self-interested, and HUMAN, with shares found among people [fischbacher-2001], are for
 * the reference experiments; CLASS, noisy novices, for balance and pars; WILLING, a class that wants to cooperate, for the test
 * with one hawk. [model D.8]
 */
export const mixes: Readonly<Record<MixId, Mix>> = {
  MIX25: [
    { disposition: 'conditional-cooperator', share: 0.6 },
    { disposition: 'hedger', share: 0.1 },
    { disposition: 'unconditional-cooperator', share: 0.05 },
    { disposition: 'worst-case-planner', share: 0.125 },
    { disposition: 'free-rider', share: 0.125 },
  ],
  HUMAN: [
    { disposition: 'conditional-cooperator', share: 0.5 },
    { disposition: 'worst-case-planner', share: 0.16 },
    { disposition: 'free-rider', share: 0.14 },
    { disposition: 'hedger', share: 0.14 },
    { disposition: 'unconditional-cooperator', share: 0.06 },
  ],
  CLASS: [
    { disposition: 'conditional-cooperator', share: 0.4 },
    { disposition: 'worst-case-planner', share: 0.14 },
    { disposition: 'free-rider', share: 0.1 },
    { disposition: 'hedger', share: 0.1 },
    { disposition: 'unconditional-cooperator', share: 0.08 },
    { disposition: 'bridge', share: 0.08 },
    { disposition: 'random', share: 0.1 },
  ],
  WILLING: [
    { disposition: 'conditional-cooperator', share: 0.6 },
    { disposition: 'unconditional-cooperator', share: 0.2 },
    { disposition: 'hedger', share: 0.2 },
  ],
};

/**
 * Gives n seats their dispositions: systematic sampling with one random start, then a shuffle, so that every count is n × share
 * rounded down or up, and right on average for any n. [model D.8]
 */
export function assignMix(mix: Mix, n: number, chance: Chance): DispositionId[] {
  const start = chance();
  const assigned: DispositionId[] = [];
  for (let seat = 0; seat < n; seat += 1) assigned.push(takenAt(mix, (seat + start) / n));
  for (let last = n - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const moved = at(assigned, last);
    assigned[last] = at(assigned, other);
    assigned[other] = moved;
  }
  return assigned;
}

/** The first disposition whose cumulated share exceeds a point of [0, 1); the last one if rounding leaves a gap. */
function takenAt(mix: Mix, point: number): DispositionId {
  let cumulated = 0;
  for (const { disposition, share } of mix) {
    cumulated += share;
    if (cumulated > point) return disposition;
  }
  return at(mix, mix.length - 1).disposition;
}

/** How far from 1 the shares of a typed mix may add up. */
const ROUNDING = 0.001;

/**
 * Reads a mix as people type it: a name such as `CLASS`, or shares such as `conditional-cooperator=.6,hedger=.4`. A failure is an
 * English sentence for the person who typed it.
 */
export function parseMix(text: string): Result<Mix, string> {
  const name = mixIds.find((id) => id === text.trim().toUpperCase());
  if (name !== undefined) return ok(mixes[name]);
  if (!text.includes('='))
    return failed(`There is no mix "${text.trim()}". ${suggested(text.trim(), mixIds)}`);
  const mix: { disposition: DispositionId; share: number }[] = [];
  for (const part of text.split(',')) {
    const read = parsePart(part);
    if (!read.ok) return read;
    if (mix.some(({ disposition }) => disposition === read.value.disposition)) {
      return failed(`"${read.value.disposition}" is given twice.`);
    }
    mix.push(read.value);
  }
  const total = mix.reduce((sum, { share }) => sum + share, 0);
  if (Math.max(total - 1, 1 - total) > ROUNDING) {
    return failed(`The shares add up to ${Math.round(total * 1000) / 1000}; they must add up to 1.`);
  }
  return ok(mix);
}

function parsePart(part: string): Result<{ disposition: DispositionId; share: number }, string> {
  const [written = '', amount = '', ...more] = part.split('=').map((piece) => piece.trim());
  if (more.length > 0 || written === '' || !/^(\d+\.?\d*|\.\d+)$/.test(amount)) {
    return failed(
      `"${part.trim()}" is not a share; write a disposition, "=" and a number, such as "hedger=.4".`,
    );
  }
  const disposition = dispositionIds.find((id) => id === written);
  if (disposition === undefined) {
    return failed(`There is no disposition "${written}". ${suggested(written, dispositionIds)}`);
  }
  const share = Number(amount);
  if (share <= 0 || share > 1) return failed(`The share of "${written}" must be above 0 and at most 1.`);
  return ok({ disposition, share });
}

function suggested(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === null ? `Choose from ${known.join(', ')}.` : `Did you mean "${near}"?`;
}
