import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Room } from '@colyseus/sdk';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { chanceOf } from '../../server/rehearse/script.ts';

/** A command that was acknowledged. */
export interface Acknowledged {
  readonly key: string;
  /** The number of its line. */
  readonly seq: number;
}

/** The identity and place of a scripted person; `seat` is null for the host. */
interface Part {
  readonly origin: string;
  readonly code: string;
  readonly token: string;
  readonly seat: string | null;
  readonly seats: readonly string[];
  readonly number: number;
}

type Reply =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly undelivered?: string };

/** How long one command is repeated; a server that starts on a busy machine takes a while. */
const PATIENCE_MS = 240_000;

const terms = {
  clauses: [{ kind: 'mutualRestraint' }],
  force: 'pledge',
  fromRound: 1,
  untilRound: 16,
} as const;
const say = { type: 'say', text: null, phrase: null, mentions: [] } as const;

/**
 * A person at a table whose server is mistreated: acts without pause, repeats each command with one key until an answer arrives,
 * and remembers what was acknowledged.
 */
export class ChaosPerson {
  readonly acknowledged: Acknowledged[] = [];
  /** Words said in private, each with the only people who may read them. */
  readonly privately: { readonly words: string; readonly readers: readonly (string | null)[] }[] = [];
  /** How often the answer said that a command was not stored. */
  notStored = 0;
  readonly seat: string | null;
  readonly token: string;
  readonly #part: Part;
  readonly #chance: () => number;
  #room: Room | null = null;
  #stopped = false;
  #abandoned = false;
  #count = 0;

  constructor(part: Part) {
    this.#part = part;
    this.seat = part.seat;
    this.token = part.token;
    this.#chance = chanceOf(11, part.number);
  }

  /** The host starts the session and goes on to the first talk. */
  async begin(): Promise<void> {
    await this.#give({ type: 'startSession' });
    await this.#give({ type: 'closePhase', because: 'host' });
  }

  /** Acts until told to stop. */
  async live(): Promise<void> {
    while (!this.#stopped) {
      await sleep(60 + 120 * this.#chance());
      if (this.seat === null) await this.#host();
      else await this.#act(this.seat);
    }
    void this.#room?.leave().catch(() => undefined);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Stops, and abandons commands without an answer. */
  abandon(): void {
    this.#abandoned = true;
    this.#stopped = true;
  }

  /** Repeats one command until an answer arrives; whether it was accepted. */
  async ask(command: Command): Promise<boolean> {
    return this.#give(command);
  }

  async #host(): Promise<void> {
    await sleep(400);
    const draw = this.#chance();
    if (draw < 0.15) await this.#give({ type: 'stepBack' });
    else if (draw < 0.7) await this.#give({ type: 'closePhase', because: 'host' });
    else await this.#give({ ...say, channel: { kind: 'announcement' } }, `all ${(this.#count += 1)}`);
  }

  async #act(seat: string): Promise<void> {
    const draw = Math.floor(this.#chance() * 7);
    const others = this.#part.seats.filter((one) => one !== seat);
    const other = others[Math.floor(this.#chance() * others.length)] ?? '';
    const words = `private-${this.#part.number}-${(this.#count += 1)}-end`;
    const parties = [seat, other];
    if (draw === 0) await this.#give({ ...say, channel: { kind: 'plenary' } }, `open ${this.#count}`);
    else if (draw <= 2) {
      this.privately.push({ words, readers: parties });
      await this.#give({ ...say, channel: { kind: 'bilateral', with: other } }, words);
    } else if (draw === 3) {
      this.privately.push({ words, readers: [seat] });
      await this.#give({ ...say, channel: { kind: 'delegation' } }, words);
    } else if (draw === 4) await this.#give({ type: 'proposeAgreement', parties, terms, secrecy: 'secret' });
    else if (draw === 5) await this.#give({ type: 'sealOrders', order: { action: 'commit' } });
    else await this.#give({ type: 'withdrawOrders' });
  }

  /** A refusal by a rule is an answer; a command that was not stored is repeated with the same key, as the screens do. */
  async #give(command: Command, text?: string): Promise<boolean> {
    const key = randomUUID();
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      try {
        const room = await this.#joined();
        const reply: Reply = await room.request('command', { key, command, text }, { timeout: 4000 });
        if (reply.ok) this.acknowledged.push({ key, seq: reply.seq });
        if (reply.ok || reply.undelivered !== 'notStored') return reply.ok;
        this.notStored += 1;
      } catch {
        // The server has died or sleeps: send the same command again, to whichever server answers there next.
      }
      if (this.#abandoned) return false;
      await sleep(60);
    }
    throw new Error('no answer to a command, however often it was given');
  }

  async #joined(): Promise<Room> {
    if (this.#room?.connection.isOpen === true) return this.#room;
    const room = await new Client(this.#part.origin).joinById(this.#part.code, { token: this.token });
    room.reconnection.enabled = false;
    room.onMessage('*', () => undefined);
    room.onError(() => undefined);
    this.#room = room;
    return room;
  }
}
