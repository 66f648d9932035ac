import { canonicalJson } from '../lib/canonicalJson.ts';
import { type Digest, textDigest } from '../log/chain.ts';
import { textRefs } from '../log/chainCheck.ts';
import type { LogHeader } from '../log/header.ts';
import { type FreeText, lineKeyOf, type LogLine, type SessionLog } from '../log/line.ts';
import { assembleLog } from '../log/write.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { Outcome } from './answers.ts';
import type { PhaseTime } from './phaseTime.ts';
import type { RunningSession } from './runningSession.ts';
import { SessionCore } from './sessionCore.ts';
import type { Words, WrittenText } from './texts.ts';

/** The digest of a session without a record: nobody will check its chain, and hundreds of them are played for one fan. */
const unchained: Digest = () => '';

/** The inputs of a local session. `lines` and `texts` are what it continues from. */
export interface LocalSessionInput {
  readonly header: LogHeader;
  readonly digest: Digest;
  /** Makes the id and the salt of a text; absent: they are counted, so equal commands give an equal log, and no text is protected. */
  readonly newText?: () => Pick<FreeText, 'id' | 'salt'>;
  readonly lines?: readonly LogLine[];
  readonly texts?: readonly FreeText[];
}

/**
 * A session in memory: judged line by line like one on the server, with nobody to wait for. Equal commands at equal times give an
 * equal log, byte for byte, unless its owner draws the ids and salts of its texts.
 */
export class LocalSession implements RunningSession {
  readonly header: LogHeader;
  readonly isStopped = false;
  readonly now = (): number => this.atMs;
  /** The time of the next line, ms; the owner moves it. */
  atMs: number;
  readonly #core: SessionCore;
  readonly #digest: Digest;
  readonly #newText: () => Pick<FreeText, 'id' | 'salt'>;
  readonly #listeners = new Set<(line: LogLine) => void>();
  readonly #lineTexts: string[] = [];
  readonly #values = new Map<string, FreeText>();
  /** Ids of the texts that a line names; a branch may begin with others, of lines that it does not have. */
  readonly #named = new Set<string>();
  readonly #answers = new Map<string, Outcome>();
  #written = 0;
  /** A command given by a listener is judged when the others have been told. */
  #queue: Promise<unknown> = Promise.resolve();

  /** Folds the lines so far; throws where they cannot be folded. */
  constructor(
    { header, digest, newText, lines = [], texts = [] }: LocalSessionInput,
    core = new SessionCore(header, digest),
  ) {
    this.header = header;
    this.#core = core;
    this.atMs = lines.at(-1)?.at ?? header.created;
    this.#digest = digest;
    this.#newText = newText ?? (() => this.#counted());
    for (const line of lines) {
      this.#core.fold(line);
      this.#keep(line, canonicalJson(line));
    }
    for (const text of texts) this.#values.set(text.id, text);
  }

  get state(): SessionState {
    return this.#core.state;
  }
  get headSeq(): number {
    return this.#core.headSeq;
  }
  /** Hash of the last line: what the whole record so far comes to. */
  get headHash(): string {
    return this.#core.headHash;
  }
  get phaseOpenedAt(): number {
    return this.#core.phaseOpenedAt;
  }
  /** Deadlines and pauses of the current phase. */
  get clock(): PhaseTime {
    return this.#core.clock;
  }
  get texts(): RunningSession['texts'] {
    return { textOf: (id) => this.#values.get(id)?.value ?? null };
  }

  submit(
    actor: Actor,
    key: string,
    command: Command,
    isStillApt: () => boolean = () => true,
    words: Words = {},
  ): Promise<Outcome> {
    const outcome = this.#queue.then((): Outcome => {
      if (!isStillApt()) return { ok: false, refusal: { code: 'wrongPhase' } };
      return this.judge(actor, lineKeyOf(actor, key), this.#core.timed(command, this.atMs), words);
    });
    // A broken invariant is told to who gave the command; the next one is judged all the same.
    this.#queue = outcome.catch(() => undefined);
    return outcome;
  }

  /** Judges a command at once. `key` is the key of the line; the same key gets the first answer. */
  judge(actor: Actor, key: string, command: Command, words: Words = {}): Outcome {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const prepared = this.#core.prepare({ actor, key, command, words, at: this.atMs });
    if ('refusal' in prepared) return { ok: false, refusal: prepared.refusal };
    const { line, text, texts, erased, state } = prepared;
    for (const written of texts) this.#values.set(written.id, written);
    for (const id of erased) this.#values.delete(id);
    this.#core.adopt(line, state, this.atMs);
    this.#keep(line, text);
    for (const listener of this.#listeners) listener(line);
    return { ok: true, seq: line.seq };
  }

  answerTo(actor: Actor, key: string): Promise<Outcome> | null {
    const known = this.#answers.get(lineKeyOf(actor, key));
    return known === undefined ? null : Promise.resolve(known);
  }

  subscribe(listener: (line: LogLine) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  writtenText(value: string): WrittenText {
    const text = { ...this.#newText(), value };
    return { text, ref: { id: text.id, digest: textDigest(text.salt, value, this.#digest) } };
  }

  /**
   * The same session from here on with other dice: chance that has not been drawn yet follows `seed`. It keeps no earlier lines and
   * has no record of its own, because its dice are not those of its header.
   */
  withSeed(seed: number): LocalSession {
    const input = { header: this.header, digest: unchained, texts: [...this.#values.values()] };
    const other = new LocalSession(input, this.#core.withSeed(this.header, seed, unchained));
    other.atMs = this.atMs;
    return other;
  }

  /** The log so far as text. */
  logText(): string {
    const { headSeq: count, headHash: head, state } = this.#core;
    const status = state.phase.name === 'ended' ? 'ended' : 'open';
    const footer = { end: true, count, head, status } as const;
    const texts = [...this.#values.values()].filter(({ id }) => this.#named.has(id));
    return assembleLog(this.header, this.#lineTexts, footer, texts);
  }

  #counted(): Pick<FreeText, 'id' | 'salt'> {
    this.#written += 1;
    return { id: `local-${this.#core.headSeq}-${this.#written}`, salt: `${this.#written}` };
  }

  #keep(line: LogLine, text: string): void {
    this.#lineTexts.push(text);
    for (const { id } of textRefs(line)) this.#named.add(id);
    this.#answers.set(line.key, { ok: true, seq: line.seq });
  }
}

/**
 * The session of a record as it stood after each round that counts, and at its start (0), to be continued from there with other
 * dice: these sessions have no earlier lines. The record is folded once.
 */
export function standsAfterRounds({ header, lines, texts }: SessionLog): ReadonlyMap<number, LocalSession> {
  const core = new SessionCore(header, unchained);
  const stands = new Map<number, LocalSession>();
  const stand = (at: number): LocalSession => {
    const { seed } = core.state.basis;
    const session = new LocalSession(
      { header, digest: unchained, texts },
      core.withSeed(header, seed, unchained),
    );
    session.atMs = at;
    return session;
  };
  for (const line of lines) {
    core.fold(line);
    for (const event of line.events) {
      if (event.type === 'sessionStarted') stands.set(0, stand(line.at));
      if (event.type === 'roundResolved') stands.set(event.round, stand(line.at));
      if (event.type === 'roundRewound')
        for (const round of stands.keys()) if (round >= event.toRound) stands.delete(round);
    }
  }
  return stands;
}
