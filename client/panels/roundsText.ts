import type { ScenarioCard } from '#shared/session/views/cardView.ts';
import { words } from '../text/language.ts';

/** How many rounds a session has, as everybody may know it: a number, or a range if the end is hidden. */
export function roundsText({ plan }: Pick<ScenarioCard, 'plan'>): string {
  if (plan.earliestEnd === null) return String(plan.rounds);
  return words.value.play.hiddenEnd.range(plan.earliestEnd, plan.rounds);
}
