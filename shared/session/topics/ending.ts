import { derive, indicatorsOf } from '../../model/indicators.ts';
import { finalScores } from '../../model/opening.ts';
import type { EndedBecause, EventOf } from '../vocabulary/events.ts';
import { momentsOf } from './moments.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** The end of a session with final scores and moments. */
export function endOfSession(state: SessionState, because: EndedBecause): EventOf<'sessionEnded'> {
  const { setting } = state.basis;
  const indicators = indicatorsOf(setting, derive(setting, state.world));
  return {
    type: 'sessionEnded',
    because,
    finalScores: finalScores(setting, state.world, indicators),
    moments: momentsOf(state),
  };
}

/** Whether the session was cancelled before it began. */
export function isCancelled({ phase }: Pick<SessionState, 'phase'>): boolean {
  return phase.name === 'ended' && phase.because === 'cancelled';
}
