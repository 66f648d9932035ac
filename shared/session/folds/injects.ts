import type { EventOf } from '../vocabulary/events.ts';
import type { Inject } from '../vocabulary/injects.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Adds an event that the host brings in. */
export function eventInjected(state: SessionState, injected: EventOf<'eventInjected'>): SessionState {
  const { number, round, given, event, text } = injected;
  return { ...state, injects: [...state.injects, { number, round, given, event, text }] };
}

/** Removes an event that the host takes back. */
export function injectCancelled(state: SessionState, injected: EventOf<'injectCancelled'>): SessionState {
  return { ...state, injects: state.injects.filter(({ number }) => number !== injected.number) };
}

/** The host's events that a step back to the start of a round keeps: those given before that round. */
export function injectsRewound(injects: readonly Inject[], toRound: number): readonly Inject[] {
  return injects.filter(({ given }) => given < toRound);
}
