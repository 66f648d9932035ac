import type { Identity } from '#shared/run/identity.ts';

/** The most commands per second of one person, over all their devices: far more than hands can give. */
export const MOST_COMMANDS = 20;

/** Counts each person's commands that reach the rules, over all devices of the person. */
export class CommandLimit {
  readonly #counts = new Map<string, number>();
  #second = -1;

  /** Whether this person may give one more now. */
  take(identity: Identity, nowMs: number): boolean {
    const second = Math.floor(nowMs / 1000);
    if (second !== this.#second) this.#counts.clear();
    this.#second = second;
    const person = 'delegate' in identity ? `delegate ${identity.delegate}` : identity.kind;
    const count = (this.#counts.get(person) ?? 0) + 1;
    this.#counts.set(person, count);
    return count <= MOST_COMMANDS;
  }
}
