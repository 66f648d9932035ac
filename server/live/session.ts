import type { LogHeader } from '#shared/log/header.ts';
import { type FreeText, lineKeyOf, type LogLine } from '#shared/log/line.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { AnsweredCommands, type Outcome } from '#shared/run/answers.ts';
import type { PhaseTime } from '#shared/run/phaseTime.ts';
import type { Prepared } from '#shared/run/prepareLine.ts';
import type { RunningSession } from '#shared/run/runningSession.ts';
import { type AskedCommand, SessionCore } from '#shared/run/sessionCore.ts';
import type { Words } from '#shared/run/texts.ts';
import { type Listener, Listeners } from './listeners.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import { type SessionStatus, type SessionStore, StoreError } from '../store/sessionStore.ts';
import { sha256 } from '../store/digest.ts';
import { SessionTexts, writtenText } from '../store/sessionTexts.ts';

/** What a live session needs from its store. */
type LogKeeper = Pick<SessionStore, 'append' | 'read' | 'eraseText'>;

/** The inputs of a live session. `lines` is its log so far, `texts` the free texts beside it. */
export interface LiveSessionInput {
  readonly id: string;
  readonly code: string;
  readonly header: LogHeader;
  readonly lines: readonly LogLine[];
  readonly texts: readonly FreeText[];
  readonly store: LogKeeper;
  readonly log: ServerLog;
  readonly time: ServerTime;
}

/** One running session: judges commands one at a time, and stores each accepted one before anybody sees its effect. */
export class LiveSession implements RunningSession {
  readonly id: string;
  readonly code: string;
  readonly header: LogHeader;
  /** The free texts beside the log. */
  readonly texts: SessionTexts;
  readonly writtenText = writtenText;
  /** Running time in ms, for deadlines and limits. */
  readonly now: () => number;
  readonly #store: LogKeeper;
  readonly #log: ServerLog;
  readonly #timeOfDay: () => number;
  readonly #answers = new AnsweredCommands();
  readonly #listeners: Listeners;
  readonly #core: SessionCore;
  #queue: Promise<unknown> = Promise.resolve();
  #lastActivityMs: number;
  #isStopped = false;
  /** A line that failed in the store but may be in the log all the same. */
  #unsure: Prepared | null = null;

  /** Folds the log so far; throws where it cannot be folded. */
  constructor(input: LiveSessionInput) {
    this.id = input.id;
    this.code = input.code;
    this.header = input.header;
    ({ now: this.now, timeOfDay: this.#timeOfDay } = input.time);
    this.#store = input.store;
    this.#log = input.log;
    this.#listeners = new Listeners(input.id, input.log);
    this.texts = new SessionTexts(input.store, input.id, input.texts);
    this.#core = new SessionCore(input.header, sha256);
    for (const line of input.lines) {
      this.#core.fold(line);
      this.#answers.accepted(line.key, line.seq);
    }
    const lastAt = input.lines.at(-1)?.at ?? input.header.created;
    const here = { lastAt, timeOfDay: this.#timeOfDay(), now: this.now() };
    this.#core.wake(here);
    this.#lastActivityMs = here.now - Math.max(0, here.timeOfDay - lastAt);
  }

  get state(): SessionState {
    return this.#core.state;
  }
  /** Deadlines and pauses of the current phase. */
  get clock(): PhaseTime {
    return this.#core.clock;
  }
  /** Number of the last line; 0 before the first. */
  get headSeq(): number {
    return this.#core.headSeq;
  }
  /** Number of the line that opened the current phase; tells one phase from the next. */
  get phaseOpenedAt(): number {
    return this.#core.phaseOpenedAt;
  }
  /** Running time of the last line, or of the opening. */
  get lastActivityMs(): number {
    return this.#lastActivityMs;
  }
  /** True after a broken invariant, a lost log or `retire`: every further command is refused. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Judges a command and, if the rules accept it, stores it. Resolves only when the line is durable. If the same actor sends the key
   * again, it gets the first answer, also after a restart. `isStillApt` runs in the command's turn and can cancel it (for commands
   * of the clock, which concern one phase only). A pause gets its remaining time here, whatever the command says. `words` are stored
   * with the line or not at all.
   */
  submit(
    actor: Actor,
    key: string,
    command: Command,
    isStillApt: () => boolean = () => true,
    words: Words = {},
  ): Promise<Outcome> {
    const lineKey = lineKeyOf(actor, key);
    const known = this.#answers.at(lineKey);
    if (known !== null) return known;
    const outcome = this.#queue.then(() => this.#judge({ actor, key: lineKey, command, words }, isStillApt));
    this.#queue = outcome;
    this.#answers.pending(lineKey, outcome);
    return outcome;
  }

  /** The answer to this actor's key, also one still to come; null for a new key. */
  answerTo(actor: Actor, key: string): Promise<Outcome> | null {
    return this.#answers.at(lineKeyOf(actor, key));
  }

  /** Calls a listener after every line, in order. Returns the way to stop that. */
  subscribe(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  /** Resolves when every command so far is answered. */
  drained(): Promise<unknown> {
    return this.#queue;
  }

  /** Answers the commands so far and refuses all later ones, because another copy may then be woken from the store. */
  async retire(): Promise<void> {
    this.#queue = this.#queue.then(() => {
      this.#isStopped = true;
    });
    await this.#queue;
  }

  async #judge(given: Omit<AskedCommand, 'at'>, isStillApt: () => boolean): Promise<Outcome> {
    if (this.#isStopped) return refused('sessionStopped');
    const { key } = given;
    const settled = this.#unsure === null ? null : await this.#settle(this.#unsure, key);
    if (settled !== null) return settled;
    const [now, at] = [this.now(), this.#timeOfDay()];
    const command = this.#core.timed(given.command, now);
    const prepared = this.#prepare({ ...given, command, at }, isStillApt);
    if (prepared === null) return refused('sessionStopped');
    if ('refusal' in prepared) return { ok: false, refusal: prepared.refusal };
    const { line, text, texts, erased, state } = prepared;
    try {
      const lines = [{ seq: line.seq, at, key, hash: line.hash, text }];
      const append = { session: this.id, expectedHead: this.headSeq, lines, status: statusOf(state) };
      await this.#store.append({ ...append, texts, erased });
    } catch (error) {
      return this.#notStored(error, prepared);
    }
    this.texts.adopt(prepared);
    this.#adopt(line, state, now);
    this.#listeners.tell(line);
    return { ok: true, seq: line.seq };
  }

  /**
   * Reads whether a line that failed in the store is in the log after all: the file may have disappeared during the commit and come
   * back. If it is there, the session continues from it. Null if the command with `key` is still to be judged.
   */
  async #settle(unsure: Prepared, key: string): Promise<Outcome | null> {
    const { line, state } = unsure;
    try {
      const [found] = await this.#store.read(this.id, line.seq);
      this.#unsure = null;
      if (found?.hash !== line.hash) return null;
    } catch (error) {
      return this.#notStored(error, unsure);
    }
    this.texts.adopt(unsure);
    this.#adopt(line, state, this.now());
    this.#answers.accepted(line.key, line.seq);
    this.#listeners.tell(line);
    return line.key === key ? { ok: true, seq: line.seq } : null;
  }

  /**
   * Decides a command and folds its events at once: a line that cannot be folded must not get into the log. Null if an invariant
   * broke.
   */
  #prepare(asked: AskedCommand, isStillApt: () => boolean): Prepared | { readonly refusal: Refusal } | null {
    try {
      if (!isStillApt()) return { refusal: { code: 'wrongPhase' } };
      return this.#core.prepare(asked);
    } catch (error) {
      this.#stop(error);
      return null;
    }
  }

  #notStored(error: unknown, unsure: Prepared): Outcome {
    if (error instanceof StoreError && error.code === 'unavailable') {
      this.#unsure = unsure;
      this.#log.warn({ session: this.id }, 'a command was refused because it could not be stored');
      return refused('notStored');
    }
    // Fenced, or a key that the log has and we do not: another writer uses this log, so our state is not its state.
    this.#stop(error);
    return refused('sessionStopped');
  }

  #stop(error: unknown): void {
    this.#isStopped = true;
    this.#log.error({ session: this.id, fault: faultForLog(error) }, 'a session was stopped');
  }

  #adopt(line: LogLine, state: SessionState, atMs: number): void {
    this.#core.adopt(line, state, atMs);
    this.#lastActivityMs = atMs;
  }
}

/** Where the store is to keep a session. */
function statusOf(state: SessionState): SessionStatus {
  if (state.phase.name !== 'ended') return 'open';
  return isCancelled(state) ? 'cancelled' : 'ended';
}

function refused(code: 'notStored' | 'sessionStopped'): Outcome {
  return { ok: false, refusal: { code } };
}
