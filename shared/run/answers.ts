import type { Refusal } from '../session/vocabulary/refusals.ts';

/**
 * Why a command was not accepted: a rule refused it, the disk could not write it, or the session stopped after a fault of the
 * program.
 */
export type SubmitRefusal = Refusal | { readonly code: 'notStored' | 'sessionStopped' };

/** The answer to a command; `seq` is the number of its line in the log. */
export type Outcome =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: SubmitRefusal };

/** How many refused answers are remembered for repeats; accepted ones are all remembered. */
const REMEMBERED_REFUSALS = 500;

/** The answers of a session, by the key of the command, so that a repeat gets the first answer. */
export class AnsweredCommands {
  readonly #answers = new Map<string, Promise<Outcome>>();
  readonly #refusedKeys: string[] = [];

  /** The answer of a key, also one still to come; null for a new key. */
  at(key: string): Promise<Outcome> | null {
    return this.#answers.get(key) ?? null;
  }

  /** Records that a command is line `seq` of the log. */
  accepted(key: string, seq: number): void {
    this.#answers.set(key, Promise.resolve({ ok: true, seq }));
  }

  /** Records an answer that is still to come. If the store wrote nothing, the answer is forgotten and a repeat is judged as new. */
  pending(key: string, outcome: Promise<Outcome>): void {
    this.#answers.set(key, outcome);
    void outcome.then((answer) => this.#remember(key, answer));
  }

  #remember(key: string, answer: Outcome): void {
    if (answer.ok) return;
    if (answer.refusal.code === 'notStored') this.#answers.delete(key);
    else this.#refusedKeys.push(key);
    const forgotten = this.#refusedKeys.length > REMEMBERED_REFUSALS ? this.#refusedKeys.shift() : undefined;
    if (forgotten !== undefined) this.#answers.delete(forgotten);
  }
}
