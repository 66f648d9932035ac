import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Opens a round: shows its event and keeps the world as it is at the start. */
export function roundOpened(state: SessionState, event: EventOf<'roundOpened'>): SessionState {
  const roundStarts = [...state.roundStarts.slice(0, event.round - 1), state.world];
  const blocRuleStarts = [...state.blocRuleStarts.slice(0, event.round - 1), state.blocRules];
  return {
    ...state,
    event: event.event,
    attempt: event.attempt,
    roundStarts,
    blocRuleStarts,
    talk: { ...state.talk, roundFrom: state.messages.length },

    sealed: {},
    bets: {},
    drafts: {},
    endorsements: [],
  };
}

/** Opens a phase. */
export function phaseOpened(state: SessionState, event: EventOf<'phaseOpened'>): SessionState {
  return { ...state, phase: { name: event.phase, round: event.round, seconds: event.seconds } };
}
