import { appendFileSync, existsSync } from 'node:fs';
import { z } from 'zod';
import { chanceFor } from '#shared/bots/chance.ts';
import { at } from '#shared/lib/at.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { CommandFailed } from '../../lib/commandFailed.ts';
import { readTextFile } from '../../lib/textFile.ts';
import { type Candidate, candidateOf, crossed, type Knob, knobs, neighbour, planKnobs } from './knobs.ts';
import type { Lab, Stand } from './lab.ts';
import { lossOf, tryOut } from './shortfall.ts';

const tryShape = z.strictObject({
  try: z.int().min(0),
  /** Number of the try that this one repeats with more games; null for a first look. */
  again: z.int().min(0).nullable(),
  candidate: z.record(z.string(), z.number()),
  shortfall: z.record(z.string(), z.number()),
  loss: z.number(),
});
/** One line of the trail of a search. */
export type Try = z.infer<typeof tryShape>;

/** The options of a search. */
export interface SearchOptions {
  readonly tries: number;
  /** The file of the trail, one try per line; a search continues at its end. */
  readonly trail: string;
  /** Games from which stakes are read. */
  readonly stakesGames: number;
  /** Another trail, whose best candidate is tried first; absent: the scenario as it is. */
  readonly from?: string;
  /** Changes only the numbers of the rules, which a plan may set for itself; leaves opening and deck unchanged. */
  readonly rulesOnly: boolean;
  readonly heard: (tried: Try, best: Try) => void;
}

/** After this many first looks, the best of them is repeated. */
const LOOKS = 8;
/** The repeat has this many times the games. */
const AGAIN = 4;
/** Threshold values tried on the games of one candidate. */
const FITS = 120;
/** Games with followers of the preview when a try is repeated. */
const DEAR_GAMES = 24;

/**
 * Searches the knobs of one scenario and plan by successive halving: many candidates get a first look with few games each, and the
 * best of every eight is repeated with four times the games, which also measures demands 4 and 5. New candidates are neighbours
 * and crossings of the best of both kinds. Equal seed and trail give equal tries. The verdict must use other seeds: `simulate
 * balance --seed`.
 */
export async function search(lab: Lab, stand: Stand, options: SearchOptions): Promise<Try> {
  const tries = [...readTrail(options.trail)];
  const turnable = options.rulesOnly ? planKnobs : knobs;
  const first = firstOf(lab, stand, options.from);
  while (tries.length < options.tries) {
    const next = nextTry(tries, first, turnable, chanceFor(lab.seed, tries.length, 0));
    const isAgain = next.again !== null;
    const { candidate, shortfall, loss } = await tryOut(
      isAgain ? { ...lab, games: AGAIN * lab.games } : lab,
      stand,
      next.candidate,
      {
        stakesGames: isAgain ? 3 * options.stakesGames : options.stakesGames,
        fits: FITS,
        dearGames: isAgain ? DEAR_GAMES : 0,
      },
    );
    const tried: Try = { try: tries.length, again: next.again, candidate, shortfall, loss };
    appendFileSync(options.trail, `${JSON.stringify(tried)}\n`);
    tries.push(tried);
    options.heard(tried, bestOf(tries) ?? tried);
  }
  const best = bestOf(tries);
  if (best === undefined) throw new CommandFailed('Nothing was tried.', 2);
  return best;
}

function firstOf(lab: Lab, stand: Stand, from: string | undefined): Candidate {
  const { setting } = openingTableOf(stand.table, lab.seed);
  const now = candidateOf(stand, setting.parameters);
  const elsewhere = from === undefined ? undefined : bestOf(readTrail(from));
  return elsewhere === undefined ? now : { ...now, ...elsewhere.candidate };
}

/** The next try: the best first look that was not yet repeated, or a new candidate. */
export function nextTry(
  tries: readonly Try[],
  first: Candidate,
  turnable: readonly Knob[],
  chance: () => number,
): { readonly again: number | null; readonly candidate: Candidate } {
  if (tries.length === 0) return { again: null, candidate: first };
  const replayed = tries.filter(({ again }) => again !== null);
  const known = new Set(replayed.map(({ again }) => again));
  const looks = byLoss(tries.filter((one) => one.again === null && !known.has(one.try)));
  const [promising] = looks;
  if (promising !== undefined && tries.length % LOOKS === LOOKS - 1) {
    return { again: promising.try, candidate: promising.candidate };
  }
  const parents = [...byLoss(replayed).slice(0, 4), ...looks.slice(0, 3)];
  const parent = () => at(parents, Math.floor(chance() * parents.length)).candidate;
  const one = parent();
  const mixed = chance() < 0.3 ? crossed(one, parent(), chance) : one;
  return { again: null, candidate: neighbour(mixed, chance, turnable) };
}

/** The best try; repeats count before first looks, which overestimate. */
function bestOf(tries: readonly Try[]): Try | undefined {
  return byLoss(tries.filter(({ again }) => again !== null))[0] ?? byLoss(tries)[0];
}

function byLoss(tries: readonly Try[]): readonly Try[] {
  return tries.toSorted((a, b) => lossOf(a.shortfall) - lossOf(b.shortfall));
}

function readTrail(file: string): readonly Try[] {
  if (!existsSync(file)) return [];
  return readTextFile(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const parsed = tryShape.safeParse(jsonOf(line));
      if (parsed.success) return parsed.data;
      throw new CommandFailed(`Line ${index + 1} of ${file} is not a try of a search.`, 2);
    });
}

/** The value of a line of JSON; undefined if it is none. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A candidate as a line of text. */
export function candidateText(candidate: Candidate): string {
  return knobs.map(({ name }) => `${name} ${candidate[name] ?? '–'}`).join(', ');
}
