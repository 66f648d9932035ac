import { type AuthContext, CloseCode, Room, type RoomException, ServerError } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import type { LogLine } from '#shared/log/line.ts';
import { headOf } from '#shared/session/topics/delegationRules.ts';
import { cardOf } from '#shared/session/views/card.ts';
import { roomOptionsSchema } from '#shared/wire/api.ts';
import { HOST_PART } from '#shared/wire/packing.ts';
import { LiveMirror } from '../wire/liveMirror.ts';
import { mirrorPresence } from '../wire/mirror.ts';
import type { TableSchema } from '../wire/table.ts';
import type { LiveSession } from '../live/session.ts';
import type { RegistryForRooms, Connected } from './registryForRooms.ts';
import { badToken } from './badToken.ts';
import { attendanceOf, AWAY_AFTER_MS } from './attendance.ts';
import {
  cameFrom,
  socketIdentity,
  type SocketAuth,
  isInPlace,
  OBSERVER,
  personOf,
  ownPartOf,
  type SessionClient,
  askerKey,
} from './joined.ts';
import { isOneTooMany } from './badMessages.ts';
import { isPublicTurn } from './publicTurns.ts';
import { QuietSerializer } from './quietSerializer.ts';
import { CommandLimit } from './commandLimit.ts';
import { freeUnused } from './freeUnused.ts';
import { leadOf } from './lead.ts';
import type { Reply } from '#shared/run/reply.ts';
import { countReply } from './countReply.ts';
import { answerTo, commandFrom } from './requests.ts';
import { askerIn } from './roomAsker.ts';
import { mayWatch } from './shares.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import { noRoomIn } from './noRoom.ts';
import { Turns } from './turns.ts';
import { withOpenSocket } from './openSockets.ts';
import { cutOffUnread } from './unread.ts';
import { steered, WallSteering } from './wallSteering.ts';

/** The name under which the framework registers this kind of room. */
export const SESSION_ROOM = 'session';

/** The most devices of one person at once; a new one replaces the oldest, which may be a dead connection. */
const MOST_DEVICES = 8;

/** How often people's actions are shown to others: not one by one, because the time of an action would reveal private ones. */
const BEAT_MS = 500;

/** The room of one session, named by its join code: messages come in, views go out. It decides nothing. */
export abstract class SessionRoom extends Room<{ state: TableSchema; client: SessionClient }> {
  abstract readonly registry: RegistryForRooms;
  /** Shared by all rooms of a server. */
  abstract readonly turns: Turns;
  override autoDispose = false;
  override patchRate: number | null = BEAT_MS;
  override maxMessagesPerSecond = 20;
  readonly #talk = new TalkLimit();
  readonly #commands = new CommandLimit();
  readonly #serializer = new QuietSerializer();
  #session: LiveSession | null = null;
  #mirror: LiveMirror | null = null;
  /** Whether something has happened since the last beat. */
  #isDue = false;
  readonly #wall = new WallSteering();
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
    this.onMessage('command', async (client, message: unknown) => this.#command(client, message));
    this.onMessage('ask', async (client, message: unknown) => {
      const identity = socketIdentity(client);
      return this.turns.take(askerKey(identity, this.roomId), () => answerTo(this.#table, identity, message));
    });
    // A question from the wall is answered with what everybody may see, whoever's pass opened it.
    this.onMessage('askOpen', async (_client, message: unknown) =>
      this.turns.take(askerKey(OBSERVER, this.roomId), () => answerTo(this.#table, OBSERVER, message)),
    );
    for (const part of steered) this.#onSteering(part, (message) => this.#wall.take(part, message));
    this.#onSteering('lead', (message, client) => leadOf(this.#table).take(client, message, this.#table));
    this.onMessage('card', () => cardOf(this.#table.state.basis));
    this.onMessage('clock', () => ({ nowMs: this.#table.now() }));
    // Drops any other message that asks for no answer; without this handler its sender would be dropped too.
    this.onMessage('*', () => undefined);
    void this.setPrivate(true);
  }

  override onJoin(client: SessionClient): void {
    const identity = socketIdentity(client);
    if (identity.kind === 'observer') this.#letWatch(client);
    else if (identity.session !== this.#table.id) throw badToken();
    if (identity.kind === 'host' && this.registry.isDismissed(identity.host)) throw badToken();
    void this.registry.floods.placeTaken(cameFrom(client));
    if ('delegate' in identity) {
      this.#makeRoomFor(identity.delegate);
      attendanceOf(this.#table).isAt(identity.delegate, cameFrom(client));
    }
    if (identity.kind === 'waiting') this.#seen();
    const key = identity.kind === 'host' ? HOST_PART : ownPartOf(identity);
    if (key === null) return;
    const part = this.state.privates.get(key);
    if (part === undefined) throw badToken();
    client.view = new StateView();
    client.view.add(part);
    if (identity.kind !== 'delegate') return;
    this.#seen();
    // A newcomer is sent the table as it is now.
    this.broadcastPatch();
  }

  override onLeave(client: SessionClient, code?: number): void {
    // The framework closes sockets that send too many messages, and this room closes those that send too many bad ones.
    if (code === CloseCode.WITH_ERROR) void this.registry.floods.socketClosed(cameFrom(client));
    leadOf(this.#table).left(client, () => (this.#isDue = true));
    this.#seen();
  }

  override onDispose(): void {
    this.#stop();
  }

  /** Closes every connection in a way that makes clients reconnect: to the server that follows this one. */
  override onBeforeShutdown(): void {
    void this.disconnect(CloseCode.MAY_TRY_RECONNECT);
  }

  override onUncaughtException(error: RoomException, method: string): void {
    const cause = error.cause ?? error;
    // A deliberate refusal, already sent to the caller; do not log it.
    if (!(cause instanceof ServerError)) this.registry.fault(method, cause);
  }

  /** The framework sets its own serializer when it receives the state. */
  override setSerializer(): void {
    super.setSerializer(this.#serializer);
  }

  get #table(): LiveSession {
    if (this.#session === null) throw new Error('a room without its session');
    return this.#session;
  }

  /** The beat: shows what has happened since the last one to everybody for whom it changes something. */
  override broadcastPatch(): boolean {
    freeUnused(this.#table);
    cutOffUnread(this.clients);
    const isNews = noRoomIn(this.#table).hasChanged();
    if (!this.#isDue && !isNews) return super.broadcastPatch();
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

  /** The actor sees the result in the own part at once; everybody else sees it with the next beat. */
  #heard(line: LogLine): void {
    this.#isDue = true;
    // A new phase changes more than the own part.
    if (line.events.some(({ type }) => type === 'phaseOpened' || type === 'sessionEnded'))
      this.#wall.turnPhase();
    if (isPublicTurn(line)) this.broadcastPatch();
    else if (line.actor.kind === 'delegate') this.#showActor(line.actor.seat);
  }

  /** Writes only own parts between two beats, so that nothing else can be sent then. */
  #showActor(seat: string): void {
    const { state, texts } = this.#table;
    this.#mirror?.showOwn(seat, state, texts.textOf);
    this.#serializer.applyPatches(
      this.clients.filter((client) => ownPartOf(socketIdentity(client)) === seat),
    );
  }

  async #command(client: SessionClient, message: unknown): Promise<Reply> {
    const identity = socketIdentity(client);
    const reply = await commandFrom(this.#table, identity, message, this.#talk, this.#commands);
    countReply(this.registry.meters, reply);
    if (!reply.ok && 'undelivered' in reply && reply.undelivered === 'malformed' && isOneTooMany(client))
      client.leave(CloseCode.WITH_ERROR);
    return reply;
  }

  /** Throws if nobody may watch, or if enough windows watch from this browser or address. */
  #letWatch(client: SessionClient): void {
    const { state } = this.#table;
    if (!state.entry.observers) throw badToken();
    const watching = this.clients.filter(
      (other) => other !== client && socketIdentity(other).kind === 'observer',
    );
    if (mayWatch(state, cameFrom(client), watching.map(cameFrom))) return;
    noRoomIn(this.#table).add('watching');
    throw new ServerError(526, 'too many are watching');
  }

  /** Disconnects the oldest device of a person who has too many open. */
  #makeRoomFor(delegate: string): void {
    const open = withOpenSocket(this.clients);
    const theirs = open.filter((other) => personOf(socketIdentity(other)).includes(delegate));
    if (theirs.length > MOST_DEVICES) theirs[0]?.leave(CloseCode.MAY_TRY_RECONNECT);
  }

  /** Disconnects people who were moved, placed or removed; a fresh join brings them to their current seat. */
  #reseat(client: SessionClient): void {
    if (!isInPlace(this.#table.state, socketIdentity(client))) client.leave(CloseCode.MAY_TRY_RECONNECT);
  }

  /** A message by which the host steers what others are shown; it is no history and is not stored. */
  #onSteering(type: string, take: (message: unknown, client: SessionClient) => boolean): void {
    this.onMessage(type, (client, message: unknown) => {
      if (socketIdentity(client).kind !== 'host' || !take(message, client)) return false;
      this.#isDue = true;
      this.broadcastPatch();
      return true;
    });
  }

  /** Tells the session who is connected now; everybody else sees it with the next beat. */
  #seen(): void {
    this.registry.present(this.#table, this.#present());
    this.#isDue = true;
    attendanceOf(this.#table).seen(
      new Set(this.clients.flatMap((client) => personOf(socketIdentity(client)))),
    );
    // The host sees an absence only after it has lasted a while.
    setTimeout(() => (this.#isDue = true), AWAY_AFTER_MS + 1).unref();
  }

  #show(): void {
    const { state, texts } = this.#table;
    this.#mirror?.show(state, texts.textOf);
    const { seats: present, delegates } = this.#present();
    const { deadlineMs, paused } = this.#table.clock;
    mirrorPresence(this.state, {
      deadlineAtMs: deadlineMs,
      pausedRemainingMs: paused?.remainingMs ?? null,
      curtain: this.#wall.curtain,
      wall: this.#wall.wall,
      centre: this.#wall.centre,
      lead: leadOf(this.#table).place,
      connected: state.seats.map(({ id, bot }) => bot !== null || present.has(id)),
      away: attendanceOf(this.#table).away(),
      noRoom: noRoomIn(this.#table).counts(),
      headsAway: state.seats.map(headOf).map((head) => head !== null && !delegates.has(head)),
    });
  }

  #present(): Connected {
    const here = this.clients.map(socketIdentity).filter((identity) => identity.kind === 'delegate');
    return {
      seats: new Set(here.map(({ seat }) => seat)),
      delegates: new Set(here.map(({ delegate }) => delegate)),
    };
  }
}

/** The room as registered with the framework: bound to the registry that finds its session. */
export function sessionRoomAt(registry: RegistryForRooms): new () => SessionRoom {
  const turns = new Turns();
  return class extends SessionRoom {
    override readonly registry = registry;
    override readonly turns = turns;

    static override async onAuth(
      _token: string,
      options: unknown,
      context: AuthContext,
    ): Promise<SocketAuth> {
      const { data } = roomOptionsSchema.safeParse(options);
      if (data === undefined) throw badToken();
      const asker = askerIn(context.headers);
      if (data.token === null) return { identity: { kind: 'observer' }, asker };
      const identity = await registry.identify(data.token);
      if (identity === null) throw badToken();
      return { identity, asker };
    }
  };
}
