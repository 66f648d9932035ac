import { failed, type Result } from '../lib/result.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';

/** How often one person may speak within the span. */
export const MOST_MESSAGES = 8;
const WITHIN_MS = 60_000;

/** Counted apart, so that talk never uses up a call for help. */
export type Occasion = 'talk' | 'hand' | 'charter' | 'debrief';

/** Counts what each person in a room has said lately. */
export class TalkLimit {
  readonly #times = new Map<string, readonly number[]>();

  /** Refuses otherwise valid words if this person has sent too many lately; counts them if not. Host and bots have no limit. */
  counted<Words>(
    words: Result<Words, Refusal>,
    actor: Actor,
    occasion: Occasion,
    nowMs: number,
  ): Result<Words, Refusal> {
    if (!words.ok || actor.kind !== 'delegate') return words;
    return this.#mayGive(`${occasion} ${actor.delegate}`, nowMs) ? words : failed({ code: 'talkTooFast' });
  }

  #mayGive(what: string, nowMs: number): boolean {
    const lately = (this.#times.get(what) ?? []).filter((time) => nowMs - time < WITHIN_MS);
    const may = lately.length < MOST_MESSAGES;
    this.#times.set(what, may ? [...lately, nowMs] : lately);
    return may;
  }
}
