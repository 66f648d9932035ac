import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState, WaitingPerson } from '../vocabulary/state.ts';

/** Sets who may join and how. */
export function entrySet(state: SessionState, { entry }: EventOf<'entrySet'>): SessionState {
  return { ...state, entry };
}

/** Adds a person to the waiting list. */
export function waitingJoined(state: SessionState, event: EventOf<'waitingJoined'>): SessionState {
  return { ...state, waiting: [...state.waiting, waitingPerson(event)] };
}

/** Removes a person from the waiting list. */
export function delegateTurnedAway(state: SessionState, event: EventOf<'delegateTurnedAway'>): SessionState {
  return { ...state, waiting: state.waiting.filter(({ id }) => id !== event.delegate) };
}

function waitingPerson({ delegate, name, wish }: EventOf<'waitingJoined'>): WaitingPerson {
  return { id: delegate, name, ...(wish === undefined ? {} : { wish }) };
}
