import { type Client, CloseCode, Room, type RoomException, ServerError } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { ownOf } from '#shared/session/views/own.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { headOf } from '#shared/session/vocabulary/delegations.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import { isTrustOpen } from '#shared/session/vocabulary/trustSeen.ts';
import { viewFor } from '#shared/session/view.ts';
import { allTrust } from '#shared/session/views/table.ts';
import { cardOf } from '#shared/session/views/card.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import { roomOptionsSchema } from '#shared/wire/api.ts';
import { type Curtain, curtains } from '#shared/wire/entryPacking.ts';
import { HOST_PART } from '#shared/wire/packing.ts';
import { blankTable, mirrorHost, mirrorOwn, mirrorPresence, mirrorTable } from '../wire/mirror.ts';
import type { TableSchema } from '../wire/table.ts';
import type { LiveSession } from '../live/session.ts';
import type { RegistryForRooms, Connected } from './registryForRooms.ts';
import { type Identity, badToken } from './identity.ts';
import { answerTo, commandFrom } from './requests.ts';
import { TalkLimit } from './talk.ts';
import { Turns } from './turns.ts';

/** The name under which the framework knows this kind of room. */
export const SESSION_ROOM = 'session';

/** Most devices of one person at once; the one that came first makes room, for it may be a connection that is dead. */
const MOST_DEVICES = 8;

/** Far above any class; keeps a script from filling the server with watchers. Delegates are never counted. */
const MOST_OBSERVERS = 200;

type SessionClient = Client<{ auth: Identity }>;

/** Sockets in, views out: the room of one session, named by its join code. It decides nothing. */
export abstract class SessionRoom extends Room<{ state: TableSchema; client: SessionClient }> {
  abstract readonly registry: RegistryForRooms;
  /** Shared by all rooms of a server. */
  abstract readonly turns: Turns;
  override autoDispose = false;
  override patchRate: number | null = 250;
  override maxMessagesPerSecond = 20;
  readonly #talk = new TalkLimit();
  #session: LiveSession | null = null;
  #curtain: Curtain = 'open';
  #stop = (): void => undefined;

  override onCreate(options: { readonly code: string }): void {
    const session = this.registry.sessionOf(options.code);
    if (session === null) throw new ServerError(CloseCode.WITH_ERROR, 'there is no such session');
    this.roomId = session.code;
    this.#session = session;
    this.state = blankTable(session.state.seats.map(({ id }) => id));
    this.#mirror();
    this.#stop = session.subscribe(() => this.#publish());
    this.onMessage('command', async (client, message: unknown) =>
      commandFrom(this.#table, identityOf(client), message, this.#talk),
    );
    this.onMessage('ask', async (client, message: unknown) => {
      const identity = identityOf(client);
      return this.turns.take(askerOf(identity, this.roomId), () => answerTo(this.#table, identity, message));
    });
    this.onMessage('curtain', (client, message: unknown) => this.#draw(client, message));
    this.onMessage('card', () => cardOf(this.#table.state.basis));
    this.onMessage('clock', () => ({ nowMs: this.#table.now() }));
    // Whatever else is sent without asking for an answer is dropped; without this its sender would be too.
    this.onMessage('*', () => undefined);
    void this.setPrivate(true);
  }

  override onJoin(client: SessionClient): void {
    const identity = identityOf(client);
    if (identity.kind === 'observer') {
      if (!this.#table.state.entry.observers) throw badToken();
      const observers = this.clients.filter((other) => identityOf(other).kind === 'observer');
      if (observers.length > MOST_OBSERVERS) throw new ServerError(526, 'too many are watching');
    } else if (identity.session !== this.#table.id) throw badToken();
    const key = identity.kind === 'delegate' ? identity.seat : identity.kind === 'host' ? HOST_PART : null;
    if (key === null) return;
    const part = this.state.privates.get(key);
    if (part === undefined) throw badToken();
    if (identity.kind === 'delegate') this.#makeRoomFor(identity.delegate);
    client.view = new StateView();
    client.view.add(part);
    if (identity.kind === 'delegate') this.#seen();
  }

  override onLeave(): void {
    this.#seen();
  }

  override onDispose(): void {
    this.#stop();
  }

  /** Sends everybody away in a way that makes them come back: to this server's successor. */
  override onBeforeShutdown(): void {
    void this.disconnect(CloseCode.MAY_TRY_RECONNECT);
  }

  override onUncaughtException(error: RoomException, method: string): void {
    const cause = error.cause ?? error;
    // Ours to say no with; it went to who asked, and is nothing to write down.
    if (!(cause instanceof ServerError)) this.registry.fault(method, cause);
  }

  get #table(): LiveSession {
    if (this.#session === null) throw new Error('a room without its session');
    return this.#session;
  }

  #publish(): void {
    try {
      this.#mirror();
      this.broadcastPatch();
      for (const client of this.clients) this.#reseat(client);
    } catch (error) {
      this.registry.fault('publish', error);
    }
  }

  /** Lets the oldest device of a person go where there are too many. */
  #makeRoomFor(delegate: string): void {
    const theirs = this.clients.filter((other) => {
      const identity = identityOf(other);
      return identity.kind === 'delegate' && identity.delegate === delegate;
    });
    if (theirs.length > MOST_DEVICES) theirs[0]?.leave(CloseCode.MAY_TRY_RECONNECT);
  }

  /** Who was moved, placed or taken off the table comes back by a fresh join, to the seat that is theirs now. */
  #reseat(client: SessionClient): void {
    if (!isInPlace(this.#table.state, identityOf(client))) client.leave(CloseCode.MAY_TRY_RECONNECT);
  }

  /** The host covers the projector's picture, or lets it be seen; what is shown is no history and is not kept. */
  #draw(client: SessionClient, message: unknown): boolean {
    const curtain = curtains.find((one) => one === message);
    if (curtain === undefined || identityOf(client).kind !== 'host') return false;
    this.#curtain = curtain;
    this.#publish();
    return true;
  }

  /** Tells the session who is here now, then everybody else. */
  #seen(): void {
    this.registry.present(this.#table, this.#present());
    this.#publish();
  }

  #mirror(): void {
    const { state, texts } = this.#table;
    mirrorTable(this.state, viewFor(state, { kind: 'observer' }, texts.textOf).table);
    mirrorHost(this.state, isTrustOpen(state) ? [] : allTrust(state));
    for (const { id } of state.seats) {
      const own = ownOf(state, id, texts.textOf);
      if (own !== null) mirrorOwn(this.state, own);
    }
    const { seats: present, delegates } = this.#present();
    const { deadlineMs, paused } = this.#table.clock;
    mirrorPresence(this.state, {
      deadlineAtMs: deadlineMs,
      pausedRemainingMs: paused?.remainingMs ?? null,
      curtain: this.#curtain,
      connected: state.seats.map(({ id, bot }) => bot !== null || present.has(id)),
      headsAway: state.seats.map(headOf).map((head) => head !== null && !delegates.has(head)),
    });
  }

  #present(): Connected {
    const here = this.clients.map(identityOf).filter((identity) => identity.kind === 'delegate');
    return {
      seats: new Set(here.map(({ seat }) => seat)),
      delegates: new Set(here.map(({ delegate }) => delegate)),
    };
  }
}

/** Who a socket is; one that the framework let in without a token only watches. */
function identityOf(client: SessionClient): Identity {
  return client.auth ?? { kind: 'observer' };
}

/** Who asks: each person with all their devices, the host, and all who only watch together. */
function askerOf(identity: Identity, room: string): string {
  return `${room} ${identity.kind === 'delegate' ? identity.delegate : identity.kind}`;
}

/** Whether a socket still stands for who it was when it joined. */
function isInPlace(state: SessionState, identity: Identity): boolean {
  if (identity.kind === 'delegate') return seatOfDelegate(state, identity.delegate) === identity.seat;
  if (identity.kind === 'waiting') return isWaiting(state, identity.delegate);
  return identity.kind === 'host' || state.entry.observers;
}

/** The room as it is registered: bound to the registry where it finds its session. */
export function sessionRoomAt(registry: RegistryForRooms): new () => SessionRoom {
  const turns = new Turns();
  return class extends SessionRoom {
    override readonly registry = registry;
    override readonly turns = turns;

    static override async onAuth(_token: string, options: unknown): Promise<Identity> {
      const { data } = roomOptionsSchema.safeParse(options);
      if (data === undefined) throw badToken();
      if (data.token === null) return { kind: 'observer' };
      const identity = await registry.identify(data.token);
      if (identity === null) throw badToken();
      return identity;
    }
  };
}
