import type { CommandOutcome } from '../source/viewSource.ts';
import { words } from '../text/language.ts';

/** The sentence for a command that was not done, or null if it was done. */
export function outcomeSentence(outcome: CommandOutcome): string | null {
  if (outcome.ok) return null;
  const { refusals } = words.value;
  if ('undelivered' in outcome) return refusals.undelivered[outcome.undelivered];
  const { refusal } = outcome;
  return refusal.code === 'orderIllegal' ? refusals.order[refusal.fault] : refusals.table[refusal.code];
}
