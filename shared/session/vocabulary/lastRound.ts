import { draw } from '../../model/chance.ts';
import type { SessionBasis } from './state.ts';

/** How many rounds before the plan's end a hidden end may come. */
export const HIDDEN_ROUNDS = 2;

/** The earliest round that may be the last if the end is hidden; null if everybody knows it. [decision 0056] */
export function earliestEndOf({ options, plan }: Pick<SessionBasis, 'options' | 'plan'>): number | null {
  if (!options.hiddenEnd) return null;
  return Math.max(1, plan.rounds - HIDDEN_ROUNDS);
}

/**
 * The round after which the session ends. A hidden one is drawn once from the seed, so that a step back does not change it. Only
 * the end of a round and the host's question may read it. [decision 0056]
 */
export function lastRoundOf(session: SessionBasis): number {
  const { rounds } = session.plan;
  const earliest = earliestEndOf(session);
  if (earliest === null) return rounds;
  return earliest + Math.floor((rounds - earliest + 1) * draw(session.seed, 0, 'lastRound'));
}
