import { at } from '../../lib/at.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { agreementsRewound } from './agreements.ts';
import { injectsRewound } from './injects.ts';

/**
 * Steps back to the start of a round: restores the world and drops what came after, with the host's events, the blocs' decisions
 * and declared silence. What was said and agreed stays.
 */
export function roundRewound(state: SessionState, event: EventOf<'roundRewound'>): SessionState {
  const kept = event.toRound - 1;
  return {
    ...state,
    world: at(state.roundStarts, kept),
    agreements: agreementsRewound(state.agreements, event.toRound),
    rounds: state.rounds.slice(0, kept),
    roundStarts: state.roundStarts.slice(0, kept),
    attempt: event.attempt,
    injects: injectsRewound(state.injects, event.toRound),
    paused: null,
    sealed: {},
    bets: {},
    drafts: {},
    endorsements: [],
    blocRules: at(state.blocRuleStarts, kept),
    blocRuleStarts: state.blocRuleStarts.slice(0, kept),
    talk: { ...state.talk, silentRounds: state.talk.silentRounds.filter((round) => round < event.toRound) },
  };
}

/** Gives the phase more time. */
export function phaseExtended(state: SessionState, event: EventOf<'phaseExtended'>): SessionState {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended' || phase.seconds === null) return state;
  const left = state.paused?.remainingMs ?? null;
  const paused = left === null ? state.paused : { remainingMs: left + event.seconds * 1000 };
  return { ...state, paused, phase: { ...phase, seconds: phase.seconds + event.seconds } };
}
