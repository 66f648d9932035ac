import { type LogHeader, basisOf } from '../log/header.ts';
import type { Digest } from '../log/chain.ts';
import type { LogLine } from '../log/line.ts';
import { foldLine } from '../log/replay.ts';
import { initialState } from '../session/open.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { clockAfter, clockHere, NO_CLOCK, type PhaseTime, remainingMsOf } from './phaseTime.ts';
import { type Prepared, prepareLine } from './prepareLine.ts';
import type { Words } from './texts.ts';

/** A command that waits for its judgement. `key` is the key of the line; `at` is the time of day, ms. */
export interface AskedCommand {
  readonly actor: Actor;
  readonly key: string;
  readonly command: Command;
  readonly words: Words;
  readonly at: number;
}

/** Where a session is: see the getters of `SessionCore`. */
interface Here {
  readonly state: SessionState;
  readonly clock: PhaseTime;
  readonly headSeq: number;
  readonly headHash: string;
  readonly phaseOpenedAt: number;
}

/**
 * A session at its last line: decides the next line and moves on to it. How a line is kept between the two is up to the caller: the
 * server waits until it is durable, a page keeps it in memory.
 */
export class SessionCore {
  readonly #digest: Digest;
  #here: Here;

  /** A session at its opening, or where another core of it is. */
  constructor(header: LogHeader, digest: Digest, from?: SessionCore) {
    this.#digest = digest;
    this.#here = from === undefined ? openingOf(header) : from.#here;
  }

  /** The state after the last line. */
  get state(): SessionState {
    return this.#here.state;
  }
  /** Deadlines and pauses of the current phase. */
  get clock(): PhaseTime {
    return this.#here.clock;
  }
  /** Number of the last line; 0 before the first. */
  get headSeq(): number {
    return this.#here.headSeq;
  }
  /** Hash of the last line; the header's before the first. */
  get headHash(): string {
    return this.#here.headHash;
  }
  /** Number of the line that opened the current phase; tells one phase from the next. */
  get phaseOpenedAt(): number {
    return this.#here.phaseOpenedAt;
  }

  /** Decides a command and folds its events, or says why not; changes nothing. */
  prepare({ actor, key, command, words, at }: AskedCommand): Prepared | { readonly refusal: Refusal } {
    const asked = { seq: this.headSeq + 1, at, actor, key, command };
    return prepareLine(this.#here, asked, words, this.#digest);
  }

  /** The command as it is judged at a running time: a pause gets the time that its phase has left, whatever the command says. */
  timed(command: Command, now: number): Command {
    if (command.type !== 'pauseSession') return command;
    return { ...command, remainingMs: remainingMsOf(this.clock, now) };
  }

  /** Moves on to a line and the state after it. `atMs` is the running time at the line, from which its phase is timed. */
  adopt(line: LogLine, state: SessionState, atMs: number): void {
    const isPhase = line.events.some(({ type }) => type === 'phaseOpened');
    this.#here = {
      state,
      clock: clockAfter(this.clock, line.events, atMs),
      headSeq: line.seq,
      headHash: line.hash,
      phaseOpenedAt: isPhase ? line.seq : this.phaseOpenedAt,
    };
  }

  /**
   * The same session with other dice from here on: chance that has not been drawn yet follows `seed`. Its lines are chained by the
   * digest that is given, which may be none worth the name: it has no record.
   */
  withSeed(header: LogHeader, seed: number, digest: Digest): SessionCore {
    const other = new SessionCore(header, digest, this);
    other.#here = { ...this.#here, state: { ...this.state, basis: { ...this.state.basis, seed } } };
    return other;
  }

  /** Folds a line of a record; throws if it cannot be folded. */
  fold(line: LogLine): void {
    this.adopt(line, foldLine(this.state, line), line.at);
  }

  /** Turns the times of day of a folded record into the running time of this computer. */
  wake(here: { readonly lastAt: number; readonly timeOfDay: number; readonly now: number }): void {
    this.#here = { ...this.#here, clock: clockHere(this.clock, here) };
  }
}

function openingOf(header: LogHeader): Here {
  return {
    state: initialState(basisOf(header)),
    clock: NO_CLOCK,
    headSeq: 0,
    headHash: header.hash,
    phaseOpenedAt: 0,
  };
}
