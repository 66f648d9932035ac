import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { HostPass, SeatPass } from '#shared/wire/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { chanceOf } from '../../server/rehearse/script.ts';

/** A command that the server said it has stored. */
export interface Stored {
  /** The delegate who gave it; null: the host. */
  readonly delegate: string | null;
  readonly type: Command['type'];
  /** Its words, which nobody says twice, or what is bet on; null for a command without either. */
  readonly what: string | null;
  /** The number of its line. */
  readonly seq: number;
  /** When the answer arrived, ms of this process's running time. */
  readonly atMs: number;
}

const bands = [1, 2, 3, 4, 5] as const;
const say = { type: 'say', text: null, phrase: null, mentions: [] } as const;
/** How soon somebody tries again who has no connection. */
const AGAIN_MS = 100;
/** A person may speak eight times a minute. */
const SPEAKS_EVERY_MS = 8000;
/** How long a delegate thinks at most, and how often the host looks up. */
const THINKS_MS = 700;

/**
 * A person at the client's own live source, who acts without pause and remembers what was acknowledged and when. Reconnecting and
 * repeating are the client's, none of it is here.
 */
export class LivePerson {
  readonly stored: Stored[] = [];
  /** How often each command was refused or not delivered, by the reason. */
  readonly refused = new Map<string, number>();
  readonly #source: ViewSource;
  readonly #name: string;
  readonly #delegate: string | null;
  readonly #seals: boolean;
  readonly #chance: () => number;
  #count = 0;
  #spokeMs = 0;
  #stopped = false;
  #life: Promise<void> = Promise.resolve();

  /** `number` differs between people. Who `seals` seals and withdraws orders; nobody else does. */
  constructor(origin: string, pass: SeatPass | HostPass, number: number, seals: boolean) {
    this.#source = liveSource(pass.code, pass, origin);
    this.#delegate = 'delegate' in pass ? pass.delegate : null;
    this.#name = `person ${number}`;
    this.#seals = seals;
    this.#chance = chanceOf(29, number);
  }

  get isLive(): boolean {
    return this.#source.status.value === 'live';
  }

  /** The state of the connection and what was refused so far, for a report. */
  get standing(): string {
    const refused = [...this.refused].map(([reason, count]) => `${count} × ${reason}`);
    return `${this.#name} is ${this.#source.status.value} (${refused.join(', ')})`;
  }

  /** Begins to act. */
  begin(): void {
    this.#life = this.#live();
  }

  /** Finishes the current command and stops acting; stays connected. */
  async rest(): Promise<void> {
    this.#stopped = true;
    await this.#life;
  }

  /** Leaves without waiting for an answer. */
  leave(): void {
    this.#stopped = true;
    this.#source.close();
  }

  /** Gives one command; whether it was accepted. */
  async give(command: Command, words: string | null = null): Promise<boolean> {
    const outcome = await this.#source.send(command, words ?? undefined);
    if (outcome.ok) {
      const what = words ?? whatOf(command);
      const { seq } = outcome;
      const atMs = performance.now();
      this.stored.push({ delegate: this.#delegate, type: command.type, what, seq, atMs });
    } else {
      const reason = 'refusal' in outcome ? outcome.refusal.code : outcome.undelivered;
      this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
      await sleep(AGAIN_MS);
    }
    return outcome.ok;
  }

  async #live(): Promise<void> {
    while (!this.#stopped) {
      await sleep(THINKS_MS * (0.4 + 0.6 * this.#chance()));
      if (performance.now() - this.#spokeMs > SPEAKS_EVERY_MS) await this.#speak();
      else if (this.#delegate === null) await this.#host();
      else await this.#act();
    }
  }

  async #speak(): Promise<void> {
    const kind = this.#delegate === null ? 'announcement' : 'plenary';
    this.#spokeMs = performance.now();
    await this.give({ ...say, channel: { kind } }, this.#words());
  }

  /** Lets nobody wait outside decisions. */
  async #host(): Promise<void> {
    if (this.#source.view.value?.table.phase !== 'decision')
      await this.give({ type: 'closePhase', because: 'host' });
  }

  async #act(): Promise<void> {
    const draw = this.#chance();
    if (draw < 0.5 || !this.#seals)
      await this.give({ type: 'betOnDial', band: bands[Math.floor(draw * bands.length)] ?? 1 });
    else if (draw < 0.75) await this.give({ type: 'sealOrders', order: { action: 'commit' } });
    else await this.give({ type: 'withdrawOrders' });
  }

  #words(): string {
    return `${this.#name} says ${(this.#count += 1)}`;
  }
}

/** What a command says besides its type, as far as it is compared; words stand beside it. */
export function whatOf(command: Command): string | null {
  return command.type === 'betOnDial' ? `${command.band}` : null;
}

/** The longest time between two acknowledgements that ended after `sinceMs`, over all people; ms. */
export function longestGap(people: readonly LivePerson[], sinceMs: number): number {
  const gaps = people.flatMap(({ stored }) =>
    stored.map(({ atMs }, index) => (atMs < sinceMs ? 0 : atMs - (stored[index - 1]?.atMs ?? atMs))),
  );
  return Math.max(0, ...gaps);
}
