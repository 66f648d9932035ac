import { randomBytes, randomInt } from 'node:crypto';
import { headerText, newHeader } from '#shared/log/header.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { planSession } from '#shared/session/open.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import { keepHeads } from './absentHeads.ts';
import { keepBots } from '#shared/run/keepBots.ts';
import { DamageRegister } from './damageRegister.ts';
import { type ClockKeeper, keepClock } from '#shared/run/keepClock.ts';
import { keepUsual, type UsualOf } from './noteUsual.ts';
import { remainingMsOf } from '#shared/run/phaseTime.ts';
import { keepIdleSeats } from './idleSeats.ts';
import { afterMs } from './afterMs.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import { LiveSession } from './session.ts';
import { sweptTexts } from './sweptTexts.ts';
import { withNewCode } from '../store/newCode.ts';
import { keptDaysIn } from '../store/retention.ts';
import { isPractice, readRecord, type SoundRecord, unreadableRecord } from '../store/soundRecord.ts';
import { sha256 } from '../store/digest.ts';
import { type Ownership, RunsElsewhere } from '../store/ownership.ts';
import { type SessionStore, StoreError, type StoredSession, type TablePlace } from '../store/sessionStore.ts';

/** The least time that a phase has after the server was suspended. */
const LEAST_AFTER_STOP_MS = 60_000;

/** A gap of this length drops people's connections, as a restart does. Shorter gaps only lengthen the phase. */
const LONG_GAP_MS = 10_000;

/** What the sessions need from the server. */
export interface SessionsInput {
  readonly store: SessionStore;
  readonly ownership: Ownership;
  readonly log: ServerLog;
  /** Called when another writer has added to the log of a session that is awake here (by code). */
  readonly onFenced: (code: string) => void;
  /** Version of the program, for headers. */
  readonly build: string;
  /** Seats of a session (by code) with a connected person. */
  readonly connectedSeats: (code: string) => ReadonlySet<string>;
  /** Connected delegates of a session (by code). */
  readonly connectedDelegates: (code: string) => ReadonlySet<string>;
  readonly time: ServerTime;
  /** Measures usual scores; absent: nobody measures them. */
  readonly usualOf?: UsualOf | undefined;
}

/** How many sessions of a server that is gone one server wakes at a time; the others wake theirs meanwhile. */
const AT_ONCE = 20;

interface Kept {
  readonly session: LiveSession;
  readonly clock: ClockKeeper;
  readonly idle: ClockKeeper;
  readonly heads: ClockKeeper;
  readonly stopBots: () => void;
  readonly stopUsual: () => void;
}

/** Every session of this server: the running ones, and those in the store that somebody asks for. */
export class Sessions {
  /** Which sessions are damaged, and how. */
  readonly damage: DamageRegister;
  readonly #input: SessionsInput;
  readonly #kept = new Map<string, Kept>();
  /** One opening per code at a time, so that two visitors never wake a session twice. */
  readonly #opening = new Map<string, Promise<LiveSession | null>>();

  /** Codes of open sessions that cannot be woken. */
  readonly #hopeless = new Set<string>();

  /** Sessions that answer their last commands; only then may another copy wake. */
  readonly #retiring = new Map<string, Promise<void>>();

  constructor(input: SessionsInput) {
    this.#input = input;
    this.damage = new DamageRegister(input.store);
    input.time.onGap((lostMs) => {
      if (lostMs >= LONG_GAP_MS) for (const session of this.live()) void this.#giveTimeBack(session);
    });
  }

  /** Opens a session in the lobby under a new code. Rejects with a `StoreError` if it cannot be stored; throws on an unknown plan. */
  async create(opening: {
    readonly scenario: Scenario;
    readonly options: SessionOptions;
    readonly seed?: number;
    readonly id?: string;
    readonly place?: TablePlace;
  }): Promise<LiveSession> {
    const { store, build, time } = this.#input;
    const basis = planSession({ ...opening, seed: opening.seed ?? randomInt(2 ** 32) });
    const header = newHeader(basis, { build, created: time.timeOfDay() }, sha256);
    const { title } = opening.scenario;
    const row = {
      id: opening.id ?? randomBytes(12).toString('base64url'),
      searchText: `${title.en} ${title.zh} ${opening.scenario.id}`,
      header: headerText(header),
      headerHash: header.hash,
      created: header.created,
      practice: opening.options.practice,
      keepDays: opening.options.practice ? null : await keptDaysIn(store),
    };
    const code = await withNewCode((candidate) =>
      store.create({ ...row, code: candidate }, undefined, opening.place),
    );
    return this.#keep(this.#live({ id: row.id, code, header, lines: [], texts: [] }));
  }

  /** The running sessions, in the order they were opened or woken. */
  live(): readonly LiveSession[] {
    return [...this.#kept.values()].map(({ session }) => session);
  }

  /**
   * The session with a code, woken from the store if necessary; null if there is none or it is damaged. Rejects with `RunsElsewhere`
   * if another server runs it.
   */
  async byCode(code: string): Promise<LiveSession | null> {
    const kept = this.#kept.get(code);
    if (kept !== undefined) return kept.session;
    const opening = this.#opening.get(code) ?? this.#wakeCode(code);
    this.#opening.set(code, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(code);
    }
  }

  /** Wakes every unfinished session and gives its phase the remaining time. Practice sessions wait until somebody asks for them. */
  async reopenUnfinished(): Promise<number> {
    let reopened = 0;
    const limit = 500;
    for (let offset = 0; ; offset += limit) {
      const page = await this.#input.store.list({ status: 'open', deleted: false, limit, offset });
      for (const stored of page) {
        if (stored.practice || isPractice(stored.header)) continue;
        if (await this.#isReopened(stored)) reopened += 1;
      }
      if (page.length < limit) return reopened;
    }
  }

  /** Wakes some of the open sessions that no other server runs, and returns how many; what cannot be read is not tried again. */
  async adopt(): Promise<number> {
    const awake = this.live().map(({ id }) => id);
    const codes = await this.#input.ownership.orphans(AT_ONCE + this.#hopeless.size, awake);
    const tried = codes.filter((code) => !this.#hopeless.has(code)).slice(0, AT_ONCE);
    return (await Promise.all(tried.map(async (code) => this.#isAdopted(code)))).filter(Boolean).length;
  }

  /** The readable part of a damaged session's record; null if there is none or it is whole. */
  async damagedRecord(code: string): Promise<SoundRecord | null> {
    if ((await this.byCode(code)) !== null) return null;
    const stored = await this.#input.store.byCode(code);
    return stored === null ? null : readRecord(this.#input.store, stored);
  }

  /** A connection came or went: the decision may be complete now. */
  presenceChanged(code: string): void {
    this.#kept.get(code)?.clock.check();
    this.#kept.get(code)?.idle.check();
    this.#kept.get(code)?.heads.check();
  }

  /** Puts a session to sleep: nothing is lost, and `byCode` wakes it again. The old copy refuses further commands. */
  async release(code: string): Promise<void> {
    const kept = this.#kept.get(code);
    if (kept === undefined) return;
    kept.clock.stop();
    kept.idle.stop();
    kept.heads.stop();
    kept.stopBots();
    kept.stopUsual();
    this.#kept.delete(code);
    const retiring = this.#retired(kept.session);
    this.#retiring.set(code, retiring);
    await retiring;
    this.#retiring.delete(code);
  }

  /** Stops all clocks and bots and waits until all commands are answered. */
  async close(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((code) => this.release(code)));
  }

  async #isAdopted(code: string): Promise<boolean> {
    try {
      const session = await this.byCode(code);
      if (session === null) this.#hopeless.add(code);
      return session !== null;
    } catch (error) {
      // Another server was quicker, or the database is away: then the next look will tell.
      if (error instanceof RunsElsewhere || error instanceof StoreError) return false;
      throw error;
    }
  }

  async #retired(session: LiveSession): Promise<void> {
    await session.retire();
    // Where the database cannot be told, whoever asks for the session is sent here, and it wakes again.
    await this.#input.ownership.giveUp(session.id).catch(() => undefined);
  }

  /** A session whose rows cannot be read does not stop the others from starting. */
  async #isReopened(stored: StoredSession): Promise<boolean> {
    try {
      return (await this.byCode(stored.code)) !== null;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.damage.note(stored, unreadableRecord(stored));
      return false;
    }
  }

  async #wakeCode(code: string): Promise<LiveSession | null> {
    await this.#retiring.get(code);
    const stored = await this.#input.store.byCode(code);
    if (stored === null) return null;
    const { ownership } = this.#input;
    const runner = await ownership.take(stored.id);
    if (runner !== null) throw new RunsElsewhere(runner);
    // Read after it was taken: until then another server may have added to it.
    const session = await this.#wake(
      ownership.isShared ? ((await this.#input.store.byCode(code)) ?? stored) : stored,
    );
    if (session === null) return null;
    await this.#giveTimeBack(session);
    return this.#keep(session);
  }

  /** Null for a broken or cut record: nothing may be added to it. */
  async #wake(stored: StoredSession): Promise<LiveSession | null> {
    const { store, log } = this.#input;
    const { header, lines, texts, damage } = await readRecord(store, stored);
    this.damage.note(stored, damage);
    if (damage !== null) log.error({ session: stored.id, damage }, 'the record of a session is damaged');
    if (header === null || (damage !== null && damage.kind !== 'texts')) return null;
    const named = await sweptTexts({ store, log }, stored.id, { lines, texts });
    return this.#live({ id: stored.id, code: stored.code, header, lines, texts: named });
  }

  #live(
    parts: Pick<ConstructorParameters<typeof LiveSession>[0], 'id' | 'code' | 'header' | 'lines' | 'texts'>,
  ): LiveSession {
    const { store, log, time, onFenced } = this.#input;
    return new LiveSession({ ...parts, store, log, time, onFenced: () => onFenced(parts.code) });
  }

  async #giveTimeBack(session: LiveSession): Promise<void> {
    const { phase, paused } = session.state;
    if (phase.name === 'lobby' || phase.name === 'ended' || paused !== null) return;
    const left = remainingMsOf(session.clock, session.now());
    const remainingMs = left === null ? null : Math.max(LEAST_AFTER_STOP_MS, Math.round(left));
    const opened = session.phaseOpenedAt;
    await session.submit(
      { kind: 'server' },
      `reopen-${session.headSeq}`,
      { type: 'reopenSession', remainingMs },
      () => session.phaseOpenedAt === opened,
    );
  }

  /** Gives a session its clocks and bots. One that another look woke while it was being opened stays, and is the one returned. */
  #keep(session: LiveSession): LiveSession {
    const kept = this.#kept.get(session.code);
    if (kept !== undefined) return kept.session;
    const { log, connectedSeats, usualOf } = this.#input;
    const clock = keepClock(session, () => connectedSeats(session.code), afterMs);
    const idle = keepIdleSeats(session, () => connectedSeats(session.code));
    const heads = keepHeads(session, () => this.#input.connectedDelegates(session.code));
    const stopBots = keepBots(session, {
      later: afterMs,
      onRefused: ({ seat, refusal }) =>
        log.warn({ session: session.id, disposition: seat.bot, refusal }, 'a bot was refused'),
    });
    const stopUsual = usualOf === undefined ? (): void => undefined : keepUsual(session, usualOf);
    this.#kept.set(session.code, { session, clock, idle, heads, stopBots, stopUsual });
    return session;
  }
}
