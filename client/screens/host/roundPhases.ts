import type { View } from '#shared/session/views/tableView.ts';
import { type RoundPhase, roundPhases } from '#shared/session/vocabulary/phases.ts';

/** The phases in a round of this session, in order; omits one without seconds. */
export function phasesOfRound({ table, card }: View): readonly RoundPhase[] {
  const { seconds, firstRoundExtraSeconds } = card.plan;
  const isLonger = (phase: RoundPhase): boolean =>
    phase === 'negotiation' && table.round <= 1 && firstRoundExtraSeconds > 0;
  return roundPhases.filter((phase) => seconds[phase] > 0 || isLonger(phase));
}

/** The next phase in this round, or null after the last. */
export function nextPhase(view: View): RoundPhase | null {
  const phases = phasesOfRound(view);
  const { phase } = view.table;
  const place = phases.findIndex((one) => one === phase);
  return (place < 0 ? null : phases[place + 1]) ?? null;
}
