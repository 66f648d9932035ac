import { at } from '#shared/lib/at.ts';
import type { LogHeader } from '#shared/log/header.ts';
import { type FreeText, lineKeyOf, type LogLine } from '#shared/log/line.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { AnsweredCommands, type Outcome } from '#shared/run/answers.ts';
import type { PhaseTime } from '#shared/run/phaseTime.ts';
import type { Prepared } from '#shared/run/prepareLine.ts';
import type { RunningSession } from '#shared/run/runningSession.ts';
import { SessionCore } from '#shared/run/sessionCore.ts';
import type { Words } from '#shared/run/texts.ts';
import { type Listener, Listeners } from './listeners.ts';
import { type WaitingCommand, WaitingCommands } from './waitingCommands.ts';
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
  /** Called once another writer has added to the log: what this session knows is not what is stored. */
  readonly onFenced?: () => void;
}

/**
 * One running session: judges commands one after another, and stores accepted ones before anybody sees their effect. Commands that
 * came while the disk was busy are judged in their order, each on the state that the one before leaves, and stored together.
 */
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
  readonly #onFenced: () => void;
  readonly #answers = new AnsweredCommands();
  readonly #listeners: Listeners;
  readonly #core: SessionCore;
  #queue: Promise<unknown> = Promise.resolve();
  #lastActivityMs: number;
  #isStopped = false;
  readonly #waiting = new WaitingCommands();
  /** Lines that failed in the store but may be in the log all the same, or none of them. */
  #unsure: readonly Prepared[] = [];

  /** Folds the log so far; throws where it cannot be folded. */
  constructor(input: LiveSessionInput) {
    this.id = input.id;
    this.code = input.code;
    this.header = input.header;
    ({ now: this.now, timeOfDay: this.#timeOfDay } = input.time);
    this.#store = input.store;
    this.#log = input.log;
    this.#onFenced = input.onFenced ?? (() => undefined);
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
    isStillApt: (() => boolean) | null = null,
    words: Words = {},
  ): Promise<Outcome> {
    const lineKey = lineKeyOf(actor, key);
    const known = this.#answers.at(lineKey);
    if (known !== null) return known;
    const { promise, resolve: answer } = Promise.withResolvers<Outcome>();
    this.#waiting.add({ given: { actor, key: lineKey, command, words }, isStillApt, answer });
    this.#queue = this.#queue.then(() => this.#judgeWaiting());
    this.#answers.pending(lineKey, promise);
    return promise;
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

  /** Judges the commands that wait now, and stores together what the rules accept; then answers them. */
  async #judgeWaiting(): Promise<void> {
    const batch = this.#waiting.next();
    if (batch.length === 0) return;
    try {
      const outcomes = await this.#judge(batch);
      batch.forEach(({ answer }, place) => answer(at(outcomes, place)));
    } catch (error) {
      this.#stop(error);
      for (const { answer } of batch) answer(refused('sessionStopped'));
    }
  }

  async #judge(batch: readonly WaitingCommand[]): Promise<readonly Outcome[]> {
    if (this.#isStopped) return batch.map(() => refused('sessionStopped'));
    const settled = await this.#settle();
    if ('ok' in settled) return batch.map(() => settled);
    const stored = new Map(settled.map(({ line }) => [line.key, done(line)]));
    const now = this.now();
    const ahead = new SessionCore(this.header, sha256, this.#core);
    const prepared: Prepared[] = [];
    const outcomes = batch.map(
      (waiting) => stored.get(waiting.given.key) ?? this.#prepare(ahead, waiting, now, prepared),
    );
    const failed = await this.#keep(prepared);
    // What was judged on lines that are not there does not count, a refusal neither.
    if (failed !== null) return batch.map(({ given }) => stored.get(given.key) ?? failed);
    for (const one of prepared) this.#adopt(one, now);
    return outcomes;
  }

  /** Stores lines together, or says why not. */
  async #keep(prepared: readonly Prepared[]): Promise<Outcome | null> {
    const lines = prepared.map(({ line, text }) => lineRow(line, text));
    const texts = prepared.flatMap((one) => one.texts);
    const erased = prepared.flatMap((one) => one.erased);
    const last = prepared.at(-1);
    if (last === undefined) return null;
    try {
      const append = { session: this.id, expectedHead: this.headSeq, status: statusOf(last.state) };
      await this.#store.append({ ...append, lines, texts, erased });
      return null;
    } catch (error) {
      return this.#notStored(error, prepared);
    }
  }

  /**
   * Reads whether the lines that failed in the store are in the log after all: the file may have disappeared during the commit and
   * come back. One transaction writes them, so the first tells of all. If they are there, the session continues from them, and returns
   * them. An outcome if that cannot be read yet.
   */
  async #settle(): Promise<readonly Prepared[] | Outcome> {
    const unsure = this.#unsure;
    const [first] = unsure;
    if (first === undefined) return [];
    try {
      const [found] = await this.#store.read(this.id, first.line.seq);
      this.#unsure = [];
      if (found?.hash !== first.line.hash) return [];
    } catch (error) {
      return this.#notStored(error, unsure);
    }
    for (const one of unsure) {
      this.#answers.accepted(one.line.key, one.line.seq);
      this.#adopt(one, this.now());
    }
    return unsure;
  }

  /**
   * Decides a command on the core that has gone ahead of the store, and folds its events at once: a line that cannot be folded must
   * not get into the log. Adds an accepted line to `prepared`. A broken invariant stops the session; what was accepted before it is
   * still stored.
   */
  #prepare(
    ahead: SessionCore,
    { given, isStillApt }: WaitingCommand,
    now: number,
    prepared: Prepared[],
  ): Outcome {
    if (this.#isStopped) return refused('sessionStopped');
    try {
      if (isStillApt !== null && !isStillApt()) return { ok: false, refusal: { code: 'wrongPhase' } };
      const command = ahead.timed(given.command, now);
      const found = ahead.prepare({ ...given, command, at: this.#timeOfDay() });
      if ('refusal' in found) return { ok: false, refusal: found.refusal };
      ahead.adopt(found.line, found.state, now);
      prepared.push(found);
      return done(found.line);
    } catch (error) {
      this.#stop(error);
      return refused('sessionStopped');
    }
  }

  #notStored(error: unknown, unsure: readonly Prepared[]): Outcome {
    if (error instanceof StoreError && error.code === 'unavailable') {
      this.#unsure = unsure;
      this.#log.warn({ session: this.id }, 'a command was refused because it could not be stored');
      return refused('notStored');
    }
    // Fenced, or a key that the log has and we do not: another writer uses this log, so our state is not its state.
    this.#stop(error);
    this.#onFenced();
    return refused('sessionStopped');
  }

  #stop(error: unknown): void {
    this.#isStopped = true;
    this.#log.error({ session: this.id, fault: faultForLog(error) }, 'a session was stopped');
  }

  /** Moves on to a durable line and tells of it. */
  #adopt(prepared: Prepared, atMs: number): void {
    this.texts.adopt(prepared);
    this.#core.adopt(prepared.line, prepared.state, atMs);
    this.#lastActivityMs = atMs;
    this.#listeners.tell(prepared.line);
  }
}

function lineRow({ seq, at: atMs, key, hash }: LogLine, text: string) {
  return { seq, at: atMs, key, hash, text };
}

/** Where the store is to keep a session. */
function statusOf(state: SessionState): SessionStatus {
  if (state.phase.name !== 'ended') return 'open';
  return isCancelled(state) ? 'cancelled' : 'ended';
}

function done({ seq }: LogLine): Outcome {
  return { ok: true, seq };
}

function refused(code: 'notStored' | 'sessionStopped'): Outcome {
  return { ok: false, refusal: { code } };
}
