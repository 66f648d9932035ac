import type { SessionLog } from '../log/line.ts';
import type { Stage } from '../model/world.ts';
import { type Cast, continuation } from './fan.ts';
import { type LocalSession, standsAfterRounds } from './localSession.ts';

/** How much of the future was still open after a round (0: at the start): how its continuations ended. */
export interface RoundWindow {
  readonly round: number;
  /** How many continuations ended in good governance, in the predicament, and in neither. */
  readonly well: number;
  readonly badly: number;
  readonly undecided: number;
}

/** What the window is estimated from: a record, and who goes on at each seat, as in a fan. */
export interface WindowInput {
  readonly log: SessionLog;
  readonly cast: Cast;
  /** How many continuations from each round. */
  readonly count: number;
}

/** How many continuations a round gets before the next one has its turn, so that the whole course is seen early. */
const AT_A_TIME = 5;

/**
 * The window of a session round by round, a few continuations of every round at a time, so that a page can show it while it grows
 * finer. Run n has the same dice from every round, so that neighbours differ by what happened between them.
 */
export async function* courseWindow({
  log,
  cast,
  count,
}: WindowInput): AsyncGenerator<readonly RoundWindow[]> {
  const stands = [...standsAfterRounds(log)].toSorted(([a], [b]) => a - b);
  let window: readonly RoundWindow[] = stands.map(([round]) => ({ round, well: 0, badly: 0, undecided: 0 }));
  for (let from = 1; from <= count; from += AT_A_TIME)
    for (const [place, [, stand]] of stands.entries())
      for (let run = from; run < Math.min(from + AT_A_TIME, count + 1); run += 1) {
        const end = await endOf(stand, run, cast);
        window = window.map((one, index) => (index === place ? { ...one, [end]: one[end] + 1 } : one));
        yield window;
      }
}

type End = 'well' | 'badly' | 'undecided';

const endIn: Readonly<Record<Stage, End>> = {
  emergence: 'undecided',
  selection: 'undecided',
  governance: 'well',
  predicament: 'badly',
};

async function endOf(stand: LocalSession, run: number, cast: Cast): Promise<End> {
  const { state } = stand;
  if (state.phase.name === 'ended') return endIn[state.world.stage];
  return endIn[(await continuation(stand, run, { cast, talk: false })).stage];
}
