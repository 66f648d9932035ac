import { type Client, CloseCode, Room, type RoomException, ServerError } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import type { LogLine } from '#shared/log/line.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { headOf } from '#shared/session/topics/delegationRules.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import { cardOf } from '#shared/session/views/card.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import { roomOptionsSchema } from '#shared/wire/api.ts';
import { type Curtain, curtains } from '#shared/wire/entryPacking.ts';
import { AUTO_PAGE, type WallPage, wallPageSchema } from '#shared/wire/wallPage.ts';
import { HOST_PART } from '#shared/wire/packing.ts';
import { LiveMirror } from '../wire/liveMirror.ts';
import { mirrorPresence } from '../wire/mirror.ts';
import type { TableSchema } from '../wire/table.ts';
import type { LiveSession } from '../live/session.ts';
import type { RegistryForRooms, Connected } from './registryForRooms.ts';
import { type Identity, badToken } from './identity.ts';
import { isPublicTurn } from './publicTurns.ts';
import { QuietSerializer } from './quietSerializer.ts';
import { countReply } from './reply.ts';
import { answerTo, commandFrom } from './requests.ts';
import { TalkLimit } from './talkLimit.ts';
import { Turns } from './turns.ts';

/** The name under which the framework knows this kind of room. */
export const SESSION_ROOM = 'session';

/** Most devices of one person at once; the one that came first makes room, for it may be a connection that is dead. */
const MOST_DEVICES = 8;

/** Far above any class; keeps a script from filling the server with watchers. Delegates are never counted. */
const MOST_OBSERVERS = 200;

/** How often what people did is shown to the others: not by the act, for its moment would tell of what is done in private. */
const BEAT_MS = 500;

type SessionClient = Client<{ auth: Identity }>;

/** Sockets in, views out: the room of one session, named by its join code. It decides nothing. */
export abstract class SessionRoom extends Room<{ state: TableSchema; client: SessionClient }> {
  abstract readonly registry: RegistryForRooms;
  /** Shared by all rooms of a server. */
  abstract readonly turns: Turns;
  override autoDispose = false;
  override patchRate: number | null = BEAT_MS;
  override maxMessagesPerSecond = 20;
  readonly #talk = new TalkLimit();
  readonly #serializer = new QuietSerializer();
  #session: LiveSession | null = null;
  #mirror: LiveMirror | null = null;
  /** Something has happened since the last beat. */
  #isDue = false;
  #curtain: Curtain = 'open';
  #wall: WallPage = AUTO_PAGE;
  #stop = (): void => undefined;

  override onCreate(options: { readonly code: string }): void {
    const session = this.registry.sessionOf(options.code);
    if (session === null) throw new ServerError(CloseCode.WITH_ERROR, 'there is no such session');
    this.roomId = session.code;
    this.#session = session;
    this.#mirror = new LiveMirror(session.state);
    this.state = this.#mirror.table;
    this.#show();
    this.#stop = session.subscribe((line) => this.#heard(line));
    this.onMessage('command', async (client, message: unknown) => {
      const reply = await commandFrom(this.#table, identityOf(client), message, this.#talk);
      countReply(this.registry.meters, reply);
      return reply;
    });
    this.onMessage('ask', async (client, message: unknown) => {
      const identity = identityOf(client);
      return this.turns.take(askerOf(identity, this.roomId), () => answerTo(this.#table, identity, message));
    });
    // What the wall asks is answered for everybody's eyes, whoever's pass opened it.
    this.onMessage('askOpen', async (_client, message: unknown) =>
      this.turns.take(askerOf(OBSERVER, this.roomId), () => answerTo(this.#table, OBSERVER, message)),
    );
    this.onMessage('curtain', (client, message: unknown) => this.#draw(client, message));
    this.onMessage('wall', (client, message: unknown) => this.#choosePage(client, message));
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
    const key = identity.kind === 'host' ? HOST_PART : seatOf(identity);
    if (key === null) return;
    const part = this.state.privates.get(key);
    if (part === undefined) throw badToken();
    if (identity.kind === 'delegate') this.#makeRoomFor(identity.delegate);
    client.view = new StateView();
    client.view.add(part);
    if (identity.kind !== 'delegate') return;
    this.#seen();
    // A newcomer is sent the table as it is now.
    this.broadcastPatch();
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
    // A deliberate refusal, already sent to the caller; do not log it.
    if (!(cause instanceof ServerError)) this.registry.fault(method, cause);
  }

  /** The framework sets its own when it is given the state. */
  override setSerializer(): void {
    super.setSerializer(this.#serializer);
  }

  get #table(): LiveSession {
    if (this.#session === null) throw new Error('a room without its session');
    return this.#session;
  }

  /** The beat: what has happened since the last one is shown to everybody for whom it changes something. */
  override broadcastPatch(): boolean {
    if (!this.#isDue) return super.broadcastPatch();
    this.#isDue = false;
    try {
      const isSent = this.registry.meters.publishing(() => {
        this.#show();
        return super.broadcastPatch();
      });
      for (const client of this.clients) this.#reseat(client);
      return isSent;
    } catch (error) {
      this.registry.fault('publish', error);
      return false;
    }
  }

  /** Who acted sees in the own part at once what came of it; everybody else sees it with the next beat. */
  #heard(line: LogLine): void {
    this.#isDue = true;
    // A new phase has something of its own to show.
    if (line.events.some(({ type }) => type === 'phaseOpened' || type === 'sessionEnded'))
      this.#wall = AUTO_PAGE;
    if (isPublicTurn(line)) this.broadcastPatch();
    else if (line.actor.kind === 'delegate') this.#showActor(line.actor.seat);
  }

  /** Between two beats nothing but own parts is ever written, so that nothing else can be sent here. */
  #showActor(seat: string): void {
    const { state, texts } = this.#table;
    this.#mirror?.showOwn(seat, state, texts.textOf);
    this.#serializer.applyPatches(this.clients.filter((client) => seatOf(identityOf(client)) === seat));
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
    this.#isDue = true;
    this.broadcastPatch();
    return true;
  }

  /** The host chooses what the wall shows beside the map; like the curtain it is no history. */
  #choosePage(client: SessionClient, message: unknown): boolean {
    const { data } = wallPageSchema.safeParse(message);
    if (data === undefined || identityOf(client).kind !== 'host') return false;
    this.#wall = data;
    this.#isDue = true;
    this.broadcastPatch();
    return true;
  }

  /** Tells the session who is here now; everybody else sees it with the next beat. */
  #seen(): void {
    this.registry.present(this.#table, this.#present());
    this.#isDue = true;
  }

  #show(): void {
    const { state, texts } = this.#table;
    this.#mirror?.show(state, texts.textOf);
    const { seats: present, delegates } = this.#present();
    const { deadlineMs, paused } = this.#table.clock;
    mirrorPresence(this.state, {
      deadlineAtMs: deadlineMs,
      pausedRemainingMs: paused?.remainingMs ?? null,
      curtain: this.#curtain,
      wall: this.#wall,
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

const OBSERVER: Identity = { kind: 'observer' };

/** Who a socket is; one that the framework let in without a token only watches. */
function identityOf(client: SessionClient): Identity {
  return client.auth ?? OBSERVER;
}

/** The seat whose own part a socket receives; null where it is none's. */
function seatOf(identity: Identity): string | null {
  return identity.kind === 'delegate' ? identity.seat : null;
}

/** Who asks: each person with all their devices, the host, and all who only watch together. */
function askerOf(identity: Identity, room: string): string {
  return `${room} ${identity.kind === 'delegate' ? identity.delegate : identity.kind}`;
}

/** Whether a socket still belongs to the same person and seat as when it joined. */
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
