import type { CommandOutcome } from '../source/viewSource.ts';
import { words } from '../text/language.ts';

/** Why a command was not done, as a sentence; null if it was done. */
export function noSentence(outcome: CommandOutcome): string | null {
  const { refusals } = words.value;
  if (outcome.ok) return null;
  if ('undelivered' in outcome) return refusals.undelivered[outcome.undelivered];
  const { refusal } = outcome;
  return refusal.code === 'orderIllegal' ? refusals.order[refusal.fault] : refusals.table[refusal.code];
}
