import { hash, randomBytes } from 'node:crypto';
import { CloseCode, matchMaker } from '@colyseus/core';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import type { Meters } from '../lib/meters.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import type { DamageRegister } from '../live/damageRegister.ts';
import type { UsualOf } from '../live/noteUsual.ts';
import type { LiveSession } from '../live/session.ts';
import { Sessions } from '../live/sessions.ts';
import type { Ownership } from '../store/ownership.ts';
import type { SoundRecord } from '../store/soundRecord.ts';
import type { SessionStore, TablePlace } from '../store/sessionStore.ts';
import type { RegistryForRooms, Connected, FloodCount } from './registryForRooms.ts';
import { MOST_A_MINUTE, atMost } from './frameworkLog.ts';
import type { Identity } from '#shared/run/identity.ts';
import { SESSION_ROOM, SessionRoom } from './SessionRoom.ts';
import { attendanceOf } from './attendance.ts';
import { closeHost } from './joined.ts';

/** A practice or ended session without use for this long goes to sleep. */
const IDLE_MS = 3_600_000;

/** The options of a new session. */
export interface SessionOpening {
  readonly scenario: Scenario;
  readonly options: SessionOptions;
  /** 0..2³² − 1; random if absent. */
  readonly seed?: number;
  /** Its id; random if absent. */
  readonly id?: string;
  /** It is this table of an event. */
  readonly place?: TablePlace;
}

/** What the registry needs from the server. */
export interface RegistryInput {
  readonly store: SessionStore;
  readonly ownership: Ownership;
  readonly log: ServerLog;
  readonly build: string;
  readonly time: ServerTime;
  readonly usualOf?: UsualOf | undefined;
  readonly meters: Meters;
  readonly floods: FloodCount;
}

/** Sessions with their rooms, their connections, and the tokens that open them. */
export class Registry implements RegistryForRooms {
  readonly meters: Meters;
  readonly floods: FloodCount;
  readonly #input: RegistryInput;
  readonly #sessions: Sessions;
  /** Who is connected, by join code. */
  readonly #present = new Map<string, Connected>();
  readonly #mayWrite = atMost(MOST_A_MINUTE);
  readonly #rooms = new Map<string, Promise<unknown>>();
  /** Co-hosts whose link was ended since the start; their tokens are gone. */
  readonly #dismissed = new Set<string>();

  constructor(input: RegistryInput) {
    this.#input = input;
    this.meters = input.meters;
    this.floods = input.floods;
    this.#sessions = new Sessions({
      ...input,
      connectedSeats: (code) => this.#present.get(code)?.seats ?? new Set(),
      connectedDelegates: (code) => this.#present.get(code)?.delegates ?? new Set(),
      onFenced: (code) => void this.rest(code, CloseCode.MAY_TRY_RECONNECT),
    });
    input.ownership.onLost((lost) => {
      for (const { id, code } of this.#sessions.live())
        if (lost.includes(id)) void this.rest(code, CloseCode.MAY_TRY_RECONNECT);
    });
    // Devices kept running during the gap and must measure their offset to our time again.
    input.time.onGap(() => {
      for (const { code } of this.#sessions.live()) matchMaker.getLocalRoomById(code)?.broadcast('clock');
    });
  }

  /** Opens a session and its room under a fresh code. Rejects with a `StoreError` if it cannot be stored. */
  async open(opening: SessionOpening): Promise<LiveSession> {
    const session = await this.#sessions.create(opening);
    await this.#withRoom(session);
    return session;
  }

  /**
   * The session of a code, with its room ready to join; also an ended or sleeping one. Null for an unknown code and for a damaged
   * session. Rejects with `RunsElsewhere` if another server runs it.
   */
  async find(code: string): Promise<LiveSession | null> {
    const session = await this.#sessions.byCode(code);
    if (session !== null) await this.#withRoom(session);
    return session;
  }

  /** Which sessions are damaged. */
  get damage(): DamageRegister {
    return this.#sessions.damage;
  }

  /** The readable part of a damaged session's record; null if there is none or it is whole. */
  async damagedRecord(code: string): Promise<SoundRecord | null> {
    return this.#sessions.damagedRecord(code);
  }

  /** Wakes every unfinished session with its room; returns how many. Call it before the server listens. */
  async reopen(): Promise<number> {
    const reopened = await this.#sessions.reopenUnfinished();
    await Promise.all(this.#sessions.live().map((session) => this.#withRoom(session)));
    return reopened;
  }

  /** Wakes some of the open sessions that no server runs, each with its room; returns how many. */
  async adopt(): Promise<number> {
    const adopted = await this.#sessions.adopt();
    if (adopted > 0) await Promise.all(this.#sessions.live().map((session) => this.#withRoom(session)));
    return adopted;
  }

  /** Lets other servers run every session; everybody reconnects there. */
  async handOver(): Promise<void> {
    await Promise.all(this.live().map(({ code }) => this.rest(code, CloseCode.MAY_TRY_RECONNECT)));
  }

  /** Puts practice and ended sessions to sleep that nobody has used for an hour. */
  async sweep(): Promise<void> {
    const { now } = this.#input.time;
    for (const session of this.#sessions.live()) {
      const { basis, phase } = session.state;
      const mayRest = basis.options.practice || phase.name === 'ended';
      if (!mayRest || this.isAttended(session.code) || now() - session.lastActivityMs < IDLE_MS) continue;
      await this.rest(session.code, CloseCode.CONSENTED);
    }
  }

  /** Puts a session to sleep and closes its room: for good, or so that everybody reconnects to it as it is stored then. */
  async rest(
    code: string,
    how: typeof CloseCode.CONSENTED | typeof CloseCode.MAY_TRY_RECONNECT,
  ): Promise<void> {
    await matchMaker.getLocalRoomById(code)?.disconnect(how);
    await this.#sessions.release(code);
    this.#present.delete(code);
  }

  /** Unfinished practice sessions that are awake, oldest first. */
  practising(): readonly LiveSession[] {
    return this.live().filter(({ state }) => state.basis.options.practice && state.phase.name !== 'ended');
  }

  /** Whether somebody at its table is connected to a session. */
  isAttended(code: string): boolean {
    return (this.#present.get(code)?.seats.size ?? 0) > 0;
  }

  /** The people connected to a session. */
  hereAt(code: string): ReadonlySet<string> {
    return this.#present.get(code)?.delegates ?? new Set();
  }

  live(): readonly LiveSession[] {
    return this.#sessions.live();
  }

  /** How many delegates are connected, over all sessions. */
  peopleHere(): number {
    return [...this.#present.values()].reduce((sum, { delegates }) => sum + delegates.size, 0);
  }

  /** Makes a token of 128 random bits; only its digest is stored. */
  async grant(identity: Exclude<Identity, { kind: 'observer' }>): Promise<string> {
    const token = randomBytes(16).toString('base64url');
    const isHost = identity.kind === 'host';
    await this.#input.store.putToken({
      tokenHash: digestOf(token),
      session: identity.session,
      kind: isHost ? 'host' : 'delegate',
      seat: identity.kind === 'delegate' ? identity.seat : null,
      holder: isHost ? identity.host : identity.delegate,
    });
    return token;
  }

  async identify(token: string): Promise<Identity | null> {
    const grant = await this.#input.store.findToken(digestOf(token));
    if (grant === null) return null;
    const { session, kind, seat, holder } = grant;
    if (kind === 'host') return { kind, session, host: holder };
    const live = this.#sessions.live().find(({ id }) => id === session);
    if (live !== undefined) attendanceOf(live).asks(holder);
    // The host may have moved them, removed them, or given a seat to somebody who waited.
    const now = live === undefined ? seat : seatOfDelegate(live.state, holder);
    if (now !== null) return { kind, session, seat: now, delegate: holder };
    const waits = live !== undefined && isWaiting(live.state, holder);
    return waits ? { kind: 'waiting', session, delegate: holder } : null;
  }

  isDismissed(host: string): boolean {
    return this.#dismissed.has(host);
  }

  /** Closes the sockets of a co-host whose link was ended, in the rooms of these sessions. */
  dismiss(host: string, codes: readonly string[]): void {
    this.#dismissed.add(host);
    for (const code of codes) {
      const room = matchMaker.getLocalRoomById(code);
      if (room instanceof SessionRoom) closeHost(room.clients, host);
    }
  }

  sessionOf(code: string): LiveSession | null {
    return this.#sessions.live().find((session) => session.code === code) ?? null;
  }

  present(session: LiveSession, presence: Connected): void {
    this.#present.set(session.code, presence);
    this.#sessions.presenceChanged(session.code);
  }

  fault(where: string, error: unknown): void {
    if (this.#mayWrite()) this.#input.log.error({ where, fault: faultForLog(error) }, 'a room met a fault');
  }

  /** Stops all clocks and bots, after all pending commands are answered. */
  async close(): Promise<void> {
    await this.#sessions.close();
  }

  /** Makes sure that the session has exactly one room, however many callers ask at once. */
  async #withRoom({ code }: LiveSession): Promise<void> {
    if (matchMaker.getLocalRoomById(code) !== undefined) return;
    const making = this.#rooms.get(code) ?? matchMaker.createRoom(SESSION_ROOM, { code });
    this.#rooms.set(code, making);
    try {
      await making;
    } finally {
      this.#rooms.delete(code);
    }
  }
}

function digestOf(token: string): string {
  return hash('sha256', token, 'hex');
}
