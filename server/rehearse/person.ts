import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { setPhrases } from '#shared/session/vocabulary/talk.ts';
import { orderText } from '#shared/wire/packing.ts';
import { ApiNo, type RehearsalApi } from './api.ts';
import { type Device, joinDevice, type Seen } from './device.ts';
import { chanceOf, nameOf, orderFrom } from './script.ts';
import { countOne, type Tally } from './tally.ts';

/** The behaviour of scripted people. */
export interface Manners {
  readonly seed: number;
  /** The longest time that somebody thinks before acting, ms. */
  readonly thinkMs: number;
  /** How long a person who drops out stays away, ms. */
  readonly awayMs: number;
}

interface Chair {
  /** At an event, the code of the table that the person was given. */
  readonly code: string;
  readonly seat: string;
  readonly delegate: string;
  readonly token: string;
}

const LOOK_EVERY_MS = 250;
const TRY_AGAIN_MS = 500;

/** A scripted person in one session: sits down, talks, seals, loses the connection, returns. */
export class Person {
  readonly #invited: string;
  readonly #number: number;
  readonly #origin: string;
  readonly #tally: Tally;
  readonly #manners: Manners;
  readonly #chance: () => number;
  /** As a browser has one, so that limits count this person alone. */
  #cookie = '';
  #chair: Chair | null = null;
  #device: Device | null = null;
  #done = '';
  #mine: { readonly round: number; readonly order: string } | null = null;
  #checked = 0;
  #isAway = false;
  #stopped = false;

  constructor(code: string, number: number, origin: string, tally: Tally, manners: Manners) {
    this.#invited = code;
    this.#number = number;
    this.#origin = origin;
    this.#tally = tally;
    this.#manners = manners;
    this.#chance = chanceOf(manners.seed, number);
  }

  /** The code of this person's session: at an event that of their table, once they have one. */
  get code(): string {
    return this.#chair?.code ?? this.#invited;
  }

  /** The token of this person's seat; null before sitting down. */
  get token(): string | null {
    return this.#chair?.token ?? null;
  }

  /** What this person sees now. */
  seen(): Seen | null {
    return this.#device?.seen() ?? null;
  }

  /** Sits down and opens the room; false if the table refused, which is counted by its name. */
  async arrive(api: RehearsalApi): Promise<boolean> {
    try {
      this.#cookie = await api.newBrowser();
      this.#chair = await api.sitDown(this.code, nameOf(this.#number), this.#cookie);
    } catch (error) {
      if (!(error instanceof ApiNo)) throw error;
      countOne(this.#tally.turnedAway, error.code);
      return false;
    }
    await this.#connect();
    this.#tally.joined += 1;
    return true;
  }

  /** Plays until the session ends or `stop` is called. */
  async play(): Promise<void> {
    while (!this.#stopped && this.seen()?.phase !== 'ended') {
      await wait(LOOK_EVERY_MS);
      const seen = this.seen();
      if (seen !== null && !this.#isAway) await this.#act(seen);
    }
  }

  /** The phone sleeps: its connection is lost for a while, then another device replaces it. */
  async dropOut(): Promise<void> {
    this.#tally.dropped += 1;
    this.#isAway = true;
    this.#device?.leave();
    this.#device = null;
    await wait(this.#manners.awayMs);
    if (this.#stopped) return;
    await this.#connect();
    this.#isAway = false;
    this.#tally.back += 1;
  }

  /** Leaves for good. */
  stop(): void {
    this.#stopped = true;
    this.#device?.leave();
  }

  async #connect(): Promise<void> {
    const token = this.token;
    while (!this.#stopped) {
      try {
        const lost = (): void => void this.#lost();
        this.#device = await joinDevice(this.#origin, this.code, token, lost, this.#cookie);
        return;
      } catch {
        await wait(TRY_AGAIN_MS * (1 + this.#chance()));
      }
    }
  }

  async #lost(): Promise<void> {
    this.#device = null;
    if (this.#stopped || this.#isAway) return;
    const lostMs = performance.now();
    await this.#connect();
    this.#tally.reconnects += 1;
    this.#tally.goneMs.push(performance.now() - lostMs);
  }

  async #act(seen: Seen): Promise<void> {
    this.#compare(seen);
    const moment = `${seen.phase} ${seen.round}`;
    if (seen.paused || this.#done === moment) return;
    if (seen.phase !== 'negotiation' && seen.phase !== 'decision') return;
    this.#done = moment;
    await wait(this.#chance() * this.#manners.thinkMs);
    if (seen.phase === 'negotiation') await this.#talk();
    else if (this.#holdsThePen(seen)) await this.#seal(seen);
  }

  async #talk(): Promise<void> {
    if (this.#chance() < 0.5) return;
    const phrase = setPhrases[Math.floor(this.#chance() * setPhrases.length)] ?? 'agree';
    const channel = { kind: 'plenary' } as const;
    const kept = await this.#give({ type: 'say', channel, text: null, phrase, mentions: [] });
    if (kept !== null) this.#tally.said += 1;
  }

  /** Only the first person of a delegation orders, so that the reveal must show the order that was acknowledged last. */
  #holdsThePen(seen: Seen): boolean {
    const seat = seen.seats.find(({ id }) => id === this.#chair?.seat);
    return seat?.people[0] === this.#chair?.delegate;
  }

  async #seal(seen: Seen): Promise<void> {
    const seats = seen.seats.map(({ id }) => id);
    const seat = this.#chair?.seat ?? '';
    const times = this.#chance() < 0.2 ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const order = orderFrom(seen.open, seats, seat, this.#chance);
      const start = performance.now();
      const key = await this.#give({ type: 'sealOrders', order }, time > 0);
      if (key === null) return;
      this.#tally.ackMs.push(performance.now() - start);
      this.#tally.sealed.set(key, { code: this.code, round: seen.round, seat });
      this.#mine = { round: seen.round, order: orderText(order) };
    }
  }

  /**
   * Sends a command with one key until an answer arrives; returns the key if it was accepted. `isChange`: it changes an order that may
   * have been the last one the table waited for; then the round is resolved, and no rule was broken.
   */
  async #give(command: Command, isChange = false): Promise<string | null> {
    const key = randomUUID();
    while (!this.#stopped) {
      const device = this.#device;
      try {
        if (device === null) throw new Error('away');
        const answer = await device.give(key, command);
        if (answer.ok) return key;
        const name = answer.refusal?.code ?? answer.undelivered;
        if (name === 'sessionPaused') {
          // The host paused while this person was thinking: they act when the session resumes.
          this.#done = '';
          return null;
        }
        if (isChange && name === 'wrongPhase') this.#tally.tooLate += 1;
        else if (name === undefined) this.#tally.nameless += 1;
        else countOne(this.#tally.refusals, name);
        return null;
      } catch {
        await wait(TRY_AGAIN_MS);
      }
    }
    return null;
  }

  /** At the reveal, the order of the person's state must be the one that was acknowledged last. */
  #compare(seen: Seen): void {
    const mine = this.#mine;
    if (mine === null || seen.reveal.round !== mine.round || this.#checked === mine.round) return;
    this.#checked = mine.round;
    const shown = seen.reveal.orders[seen.seats.findIndex(({ id }) => id === this.#chair?.seat)];
    if (shown === mine.order) return;
    this.#tally.wrong.push(
      `round ${mine.round}, ${this.#chair?.seat}: acknowledged "${mine.order}", revealed "${shown}"`,
    );
  }
}
