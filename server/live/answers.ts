import type { Refusal } from '#shared/session/vocabulary/refusals.ts';

/** Why a command was not accepted: a rule refused it, the disk did, or the session has stopped after a fault of the program. */
export type SubmitRefusal = Refusal | { readonly code: 'notStored' | 'sessionStopped' };

/** The answer to a command; `seq` is the number of its line in the log. */
export type Outcome =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: SubmitRefusal };

/** Refused answers that are remembered for repeats; accepted ones all are. */
const REMEMBERED_REFUSALS = 500;

/** What a session has answered, by the key of the command, so that a repeat gets the first answer. */
export class AnsweredCommands {
  readonly #answers = new Map<string, Promise<Outcome>>();
  readonly #refusedKeys: string[] = [];

  /** The answer a key was given, or will be; null for a key that is new. */
  at(key: string): Promise<Outcome> | null {
    return this.#answers.get(key) ?? null;
  }

  /** Remembers that a command is line `seq` of the log. */
  accepted(key: string, seq: number): void {
    this.#answers.set(key, Promise.resolve({ ok: true, seq }));
  }

  /** Remembers an answer that is still to come; one that nothing was stored is forgotten again, so that a repeat is judged as new. */
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
