import { evolve } from '../session/evolve.ts';
import { initialState } from '../session/open.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { Message } from '../session/vocabulary/talk.ts';
import { fillRoles } from './fillRoles.ts';
import { basisOf } from './header.ts';
import type { LogLine, SessionLog } from './line.ts';

/** How many lines lie at most between two states that are kept. */
const KEPT_EVERY = 64;

/** A recorded session whose state can be had after any number of lines. Few states are kept; the others are folded on demand. */
export interface SeekableLog {
  /** The number of lines. */
  readonly length: number;
  /** The state after so many lines; positions outside the record count as its ends. */
  readonly stateAt: (position: number) => SessionState;
}

/** A look at the state after a line. The state is true for this moment only: nobody may keep it, or what it holds in lists. */
export type LookAtLine = (before: SessionState, state: SessionState, line: LogLine, position: number) => void;

/**
 * Folds a log once, in time that grows with its lines, and keeps a state at every resolved round and every 64 lines. Throws if a
 * line cannot be folded.
 */
export function seekable(
  log: Pick<SessionLog, 'header' | 'lines'>,
  look: LookAtLine = () => {},
): SeekableLog {
  const { lines } = log;
  const kept = new Map<number, SessionState>();
  const fold = new Folding(initialState(basisOf(log.header)));
  kept.set(0, fold.copy());
  for (const [index, line] of lines.entries()) {
    const before = fold.state;
    fold.add(line);
    look(before, fold.state, line, index + 1);
    const isRound = line.events.some(({ type }) => type === 'roundResolved');
    if (isRound || (index + 1) % KEPT_EVERY === 0) kept.set(index + 1, fold.copy());
  }
  return { length: lines.length, stateAt: (position) => stateAfter(kept, lines, position) };
}

function stateAfter(
  kept: ReadonlyMap<number, SessionState>,
  lines: readonly LogLine[],
  position: number,
): SessionState {
  const wanted = Math.min(lines.length, Math.max(0, Math.round(position)));
  let from = wanted;
  while (from > 0 && !kept.has(from)) from -= 1;
  const state = kept.get(from);
  if (state === undefined) throw new Error('a record has at least its opening state');
  if (from === wanted) return state;
  const fold = new Folding(state);
  for (let index = from; index < wanted; index += 1) {
    const line = lines[index];
    if (line !== undefined) fold.add(line);
  }
  return fold.copy();
}

/**
 * A fold over many lines. What is said goes to a list of its own that grows, instead of into a copy of everything said before:
 * that copy made the time grow with the square of the talk.
 */
class Folding {
  #messages: Message[];
  #state: SessionState;

  constructor(state: SessionState) {
    this.#messages = [...state.messages];
    this.#state = { ...state, messages: this.#messages };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The state now, for keeping. */
  copy(): SessionState {
    return { ...this.#state, messages: this.#messages.slice() };
  }

  add(line: LogLine): void {
    for (const event of line.events) {
      if (event.type === 'said')
        this.#messages.push(...evolve({ ...this.#state, messages: [] }, event).messages);
      else this.#state = evolve(this.#state, fillRoles(this.#state, event));
    }
    if (this.#state.messages !== this.#messages) throw new Error('a fold replaced what had been said');
  }
}
