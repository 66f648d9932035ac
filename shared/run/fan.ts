import { at } from '../lib/at.ts';
import { quantileOf } from '../lib/quantileOf.ts';
import type { Micro } from '../model/micro.ts';
import type { Stage } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { LocalSession } from './localSession.ts';
import { coverSeats, playOn } from './playOn.ts';

/** One continuation of a session to its end, by bots with fresh dice. */
export interface Continuation {
  /** The dial after every round of the session, in millionths; the rounds before the fork are as recorded. */
  readonly dial: readonly Micro[];
  /** The stage in which the world ends. */
  readonly stage: Stage;
}

/** The same continuation, with the same dice, of the record and of the branch. */
export interface FanPair {
  readonly record: Continuation;
  readonly branch: Continuation;
}

/** The character of each seat in a continuation, in the order of the seats; a seat that a bot has already keeps its own. */
export type Cast = (run: number) => readonly DispositionId[];

/** What is continued: the record and the branch after the round of the change, and the bots that go on. */
export interface FanInput {
  readonly record: LocalSession;
  readonly branch: LocalSession;
  readonly cast: Cast;
  readonly talk: boolean;
  /** How many pairs. */
  readonly count: number;
}

/** Continues both sessions pair by pair, so that a page can show the fan while it grows and stop it. */
export async function* fan(input: FanInput): AsyncGenerator<FanPair> {
  for (let run = 1; run <= input.count; run += 1) {
    const record = await continuation(input.record, run, input);
    yield { record, branch: await continuation(input.branch, run, input) };
  }
}

/** Bands of the dial, how sessions end, and what the change makes of the end. */
export interface FanSummary {
  readonly pairs: number;
  readonly record: FanSide;
  readonly branch: FanSide;
  /** The dial at the end, branch minus record, in millionths: its mean and the interval that holds the true mean with 95 %. */
  readonly difference: { readonly mean: number; readonly low: number; readonly high: number };
}

/** One side of a fan: for each round the dial below which 5, 25, 50, 75 and 95 % of the continuations lie; endings as shares of 1. */
export interface FanSide {
  readonly bands: readonly (readonly Micro[])[];
  readonly endings: Readonly<Partial<Record<Stage, number>>>;
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Half the width of a 95 % interval of a mean, in standard errors. */
const WIDTH = 1.96;

/** Sums up the pairs so far, at least one. */
export function fanSummary(pairs: readonly FanPair[]): FanSummary {
  const gaps = pairs.map(({ record, branch }) => endOf(branch) - endOf(record));
  const mean = sum(gaps) / gaps.length;
  const variance = sum(gaps.map((gap) => (gap - mean) * (gap - mean))) / Math.max(1, gaps.length - 1);
  const half = WIDTH * Math.sqrt(variance / gaps.length);
  return {
    pairs: pairs.length,
    record: sideOf(pairs.map(({ record }) => record)),
    branch: sideOf(pairs.map(({ branch }) => branch)),
    difference: { mean, low: mean - half, high: mean + half },
  };
}

/** Whether the interval of the difference holds zero: then the change alone would probably not have mattered. */
export function spansZero({ difference: { low, high } }: FanSummary): boolean {
  return low <= 0 && high >= 0;
}

function sideOf(all: readonly Continuation[]): FanSide {
  const rounds = Math.max(...all.map(({ dial }) => dial.length));
  const endings: Partial<Record<Stage, number>> = {};
  for (const { stage } of all) endings[stage] = (endings[stage] ?? 0) + 1 / all.length;
  return {
    bands: Array.from({ length: rounds }, (_, round) =>
      bandsOf(all.flatMap(({ dial }) => dial[round] ?? [])),
    ),
    endings,
  };
}

function bandsOf(values: readonly Micro[]): readonly Micro[] {
  return SHARES.map((share) => Math.round(quantileOf(values, share)));
}

/** Continues a session to its end with the dice of one run; the same run has the same dice wherever it begins. */
export async function continuation(
  from: LocalSession,
  run: number,
  { cast, talk }: Pick<FanInput, 'cast' | 'talk'>,
): Promise<Continuation> {
  const session = from.withSeed(freshSeed(from.state.basis.seed, run));
  if (session.state.phase.name !== 'ended') {
    await coverSeats(session, cast(run), 'fan');
    await playOn(session, { talk });
  }
  const { rounds, world } = session.state;
  return { dial: rounds.map(({ indicators }) => indicators.direction), stage: world.stage };
}

function endOf({ dial }: Continuation): Micro {
  return at(dial, dial.length - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A seed for one run: far from those of the attempts of a session, which count up from its own. */
function freshSeed(seed: number, run: number): number {
  return (Math.imul(seed ^ 0x5bd1e995, 0x85ebca6b) + Math.imul(run, 0xc2b2ae35)) >>> 0;
}
