import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { ScenarioCard } from '#shared/session/views/cardView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Curtain } from '#shared/wire/entryPacking.ts';
import type { WallCentre, WallPage } from '#shared/wire/wallPage.ts';
import { api } from '../net/api.ts';
import { joinRoom, type JoinFailure, type JoinedRoom } from '../net/joinRoom.ts';
import { ownOrigin } from '../net/ownAddress.ts';
import { newKey } from '../net/newKey.ts';
import { unmirror, type WirePresence, type WireTable } from '../net/unmirror.ts';
import { deviceNow } from './deviceTime.ts';
import { Deliveries, pause } from './deliver.ts';
import { explainSilence } from './explainSilence.ts';
import { onWaking } from './onWaking.ts';
import { setIfNew } from './setIfNew.ts';
import { type AnyPass, viewerOfPass } from './viewerOf.ts';
import type { CommandOutcome, Presence, SourceStatus, ViewSource } from './viewSource.ts';

const NO_PRIVATES: WireTable['privates'] = new Map();
const CLOCK_EVERY_MS = 20_000;
const CLOCK_SAMPLES = 3;
const RETRY_FIRST_MS = 250;
const RETRY_MOST_MS = 5000;
/** The waiting time before another try after a refusal: others may have left by then, and a limit may have expired. */
const REFUSED_MS = 20_000;

/**
 * A session on a server, watched and played through its room. It reconnects by itself after a dropped connection, a sleeping phone
 * or a killed server, each time by a fresh join with the same pass.
 */
export function liveSource(code: string, pass: AnyPass, origin: string = ownOrigin()): ViewSource {
  return new LiveSource(code, pass, origin, false);
}

/** The same for a screen that a whole class sees: whoever's pass opens it, it knows and asks only for what is public. */
export function openSource(code: string, pass: AnyPass, origin: string = ownOrigin()): ViewSource {
  return new LiveSource(code, pass, origin, true);
}

const refusedForNow: readonly SourceStatus[] = ['crowded', 'slowed'];

class LiveSource implements ViewSource {
  readonly #view = signal<View | null>(null);
  readonly #presence = signal<Presence | null>(null);
  readonly #status = signal<SourceStatus>('connecting');
  readonly #code: string;
  readonly #pass: AnyPass;
  readonly #origin: string;
  readonly #isOpenToAll: boolean;
  readonly #stopListening: () => void;
  #room: JoinedRoom | null = null;
  #card: ScenarioCard | null = null;
  #wire: WireTable | null = null;
  /** The server's running time minus this device's. */
  #offsetMs = 0;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #joining = false;
  #awaitingLive: (() => void)[] = [];
  readonly #stopExplaining: () => void;
  readonly #deliveries = new Deliveries({ now: deviceNow, pause, newKey });

  constructor(code: string, pass: AnyPass, origin: string, isOpenToAll: boolean) {
    this.#code = code;
    this.#pass = pass;
    this.#origin = origin;
    this.#isOpenToAll = isOpenToAll;
    this.#stopListening = onWaking(() => this.#wake());
    this.#stopExplaining = explainSilence(origin, this.#status);
    void this.#connect();
  }

  get view(): ReadonlySignal<View | null> {
    return this.#view;
  }
  get presence(): ReadonlySignal<Presence | null> {
    return this.#presence;
  }
  get status(): ReadonlySignal<SourceStatus> {
    return this.#status;
  }

  get said(): null {
    return null;
  }

  get mayHost(): boolean {
    if (this.#pass === null) return false;
    return !('seat' in this.#pass) || this.#view.value?.card.practice === true;
  }

  async send(command: Command, text?: string): Promise<CommandOutcome> {
    const words = text ?? null;
    return this.#deliveries.deliver(JSON.stringify([command, words]), {
      isOpen: () => this.#room !== null,
      isBack: (withinMs) => this.#isBack(withinMs),
      give: async (key) => {
        const room = this.#room;
        const answer = await this.#request<CommandOutcome>('command', { key, command, text: words });
        // Check at once a server that does not answer, so that the page says so.
        if (answer === null && room !== null) void this.#checkClock(room);
        return answer;
      },
    });
  }

  async ask<A extends Ask>(question: Extract<Question, { ask: A }>): Promise<Answer<A> | null> {
    return this.#request<Answer<A>>(this.#isOpenToAll ? 'askOpen' : 'ask', question);
  }

  async record(): Promise<string | null> {
    const answer = await api.log(this.#code, this.#pass?.token ?? null, this.#isOpenToAll ? 'open' : 'own');
    return answer.ok ? answer.value : null;
  }

  async show(page: WallPage): Promise<void> {
    await this.#request<boolean>('wall', page);
  }

  async putInCentre(centre: WallCentre): Promise<void> {
    await this.#request<boolean>('centre', centre);
  }

  async lead(place: string | null): Promise<void> {
    await this.#request<boolean>('lead', place);
  }

  async draw(curtain: Curtain): Promise<void> {
    await this.#request<boolean>('curtain', curtain);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#stopExplaining();
    this.#stopListening();
    this.#room?.leave();
    this.#room = null;
  }

  async #connect(): Promise<void> {
    if (this.#isClosed || this.#joining || this.#room !== null) return;
    this.#joining = true;
    const joined = await joinRoom(this.#origin, this.#code, this.#pass?.token ?? null);
    this.#joining = false;
    if (!joined.ok) return this.#failed(joined.failure);
    const { room } = joined;
    if (this.#isClosed) return room.leave();
    this.#room = room;
    this.#wire = null;
    room.onTable((wire) => this.#received(room, wire));
    room.onClosed(() => this.#dropped(room));
    // The server was suspended: its time has stopped meanwhile and is measured again.
    room.onGap(() => void this.#checkClock(room));
    await this.#prepare(room);
  }

  /** A room is live when its card is known, the clock is measured and the first table has arrived. */
  async #prepare(room: JoinedRoom): Promise<void> {
    this.#card ??= await this.#request<ScenarioCard>('card', {});
    await this.#measureClock(CLOCK_SAMPLES);
    if (this.#room !== room) return;
    if (this.#card === null) return this.#dropped(room);
    this.#keepClock(room);
    this.#show();
  }

  #received(room: JoinedRoom, wire: WireTable): void {
    if (this.#room !== room) return;
    this.#wire = wire;
    this.#show();
  }

  #show(): void {
    const [card, wire] = [this.#card, this.#wire];
    if (card === null || wire === null || wire.seats === undefined) return;
    const { table, own, presence } = this.#isOpenToAll ? unmirror(wire, NO_PRIVATES) : unmirror(wire);
    const viewer = viewerOfPass(this.#pass, own?.seat ?? null, table.phase === 'ended');
    batch(() => {
      setIfNew(this.#view, { viewer, card, table, own });
      setIfNew(this.#presence, this.#onThisClock(presence));
      this.#status.value = 'live';
    });
    this.#attempts = 0;
    for (const resume of this.#awaitingLive.splice(0)) resume();
  }

  #onThisClock({ deadlineAtMs, ...plain }: WirePresence): Presence {
    return { ...plain, deadlineMs: deadlineAtMs === null ? null : deadlineAtMs - this.#offsetMs };
  }

  #dropped(room: JoinedRoom): void {
    if (this.#room !== room || this.#isClosed) return;
    this.#room = null;
    room.leave();
    clearTimeout(this.#timer);
    this.#retry();
  }

  #failed(failure: JoinFailure): void {
    if (failure === 'gone' || failure === 'refused') {
      this.#status.value = failure === 'gone' ? 'gone' : this.#pass === null ? 'noWatching' : 'lost';
      this.#isClosed = true;
      return;
    }
    const isRefused = failure !== 'offline';
    if (isRefused) this.#status.value = failure === 'crowded' ? 'crowded' : 'slowed';
    else if (refusedForNow.includes(this.#status.value)) this.#status.value = 'reconnecting';
    this.#retry(isRefused ? REFUSED_MS : 0);
  }

  #retry(leastMs = 0): void {
    if (this.#isClosed) return;
    if (this.#status.value === 'live') this.#status.value = 'reconnecting';
    const wait = Math.max(leastMs, Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 1.6 ** this.#attempts));
    this.#attempts += 1;
    this.#timer = setTimeout(() => void this.#connect(), wait * (0.75 + Math.random() / 2));
  }

  /** A device that wakes or finds its network again does not wait for its turn, and checks that the server still hears it. */
  #wake(): void {
    clearTimeout(this.#timer);
    if (this.#room === null) void this.#connect();
    else void this.#checkClock(this.#room);
  }

  #keepClock(room: JoinedRoom): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#checkClock(room), CLOCK_EVERY_MS);
  }

  async #checkClock(room: JoinedRoom): Promise<void> {
    const heard = await this.#measureClock(1);
    if (this.#room !== room) return;
    if (!heard) return this.#dropped(room);
    this.#keepClock(room);
    this.#show();
  }

  /** Measures the offset to the server's clock; the sample with the shortest round trip counts. */
  async #measureClock(samples: number): Promise<boolean> {
    let shortest = Number.POSITIVE_INFINITY;
    for (let sample = 0; sample < samples; sample += 1) {
      const sentMs = deviceNow();
      const answer = await this.#request<{ nowMs: number }>('clock', {});
      const tripMs = deviceNow() - sentMs;
      if (answer === null) return false;
      if (tripMs < shortest) this.#offsetMs = answer.nowMs - (sentMs + tripMs / 2);
      shortest = Math.min(shortest, tripMs);
    }
    return true;
  }

  /** The room's answer; null if none came. */
  async #request<Reply>(type: string, payload: unknown): Promise<Reply | null> {
    try {
      return (await this.#room?.request<Reply>(type, payload)) ?? null;
    } catch {
      return null;
    }
  }

  /** Whether the room is open again, at the latest after this time. */
  async #isBack(withinMs: number): Promise<boolean> {
    if (this.#room !== null && this.#status.value === 'live') return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      this.#awaitingLive.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
