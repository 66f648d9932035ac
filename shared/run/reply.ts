import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { Outcome, SubmitRefusal } from './answers.ts';

/** The answer to a command: stored and done, refused by a rule, or not delivered (then nothing happened). */
export type Reply =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly undelivered: 'malformed' | 'notStored' | 'tooMany' };

/** An outcome as the room answers it. */
export function replyOf(outcome: Outcome): Reply {
  if (outcome.ok) return outcome;
  const refusal = ruleOf(outcome.refusal);
  return refusal === null ? { ok: false, undelivered: 'notStored' } : { ok: false, refusal };
}

/** The rule's own refusal; null if nothing was stored (a disk failure, or a stopped session). */
export function ruleOf(refusal: SubmitRefusal): Refusal | null {
  return isRule(refusal) ? refusal : null;
}

function isRule(refusal: SubmitRefusal): refusal is Refusal {
  return refusal.code !== 'notStored' && refusal.code !== 'sessionStopped';
}
