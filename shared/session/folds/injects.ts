import type { EventOf } from '../vocabulary/events.ts';
import type { Inject } from '../vocabulary/injects.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds an event that the host brings in. */
export function eventInjected(state: SessionState, injected: EventOf<'eventInjected'>): SessionState {
  const { number, round, given, event, text } = injected;
  return { ...state, injects: [...state.injects, { number, round, given, event, text }] };
}

/** Folds the taking back of one. */
export function injectCancelled(state: SessionState, injected: EventOf<'injectCancelled'>): SessionState {
  return { ...state, injects: state.injects.filter(({ number }) => number !== injected.number) };
}

/** What is left of the host's events at the start of a round that is put back: those given before it. */
export function injectsRewound(injects: readonly Inject[], toRound: number): readonly Inject[] {
  return injects.filter(({ given }) => given < toRound);
}
