import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState, WaitingPerson } from '../vocabulary/state.ts';

/** Folds another way in. */
export function entrySet(state: SessionState, { entry }: EventOf<'entrySet'>): SessionState {
  return { ...state, entry };
}

/** Folds somebody's coming in to wait. */
export function waitingJoined(state: SessionState, event: EventOf<'waitingJoined'>): SessionState {
  return { ...state, waiting: [...state.waiting, waitingPerson(event)] };
}

/** Folds somebody's being sent away. */
export function delegateTurnedAway(state: SessionState, event: EventOf<'delegateTurnedAway'>): SessionState {
  return { ...state, waiting: state.waiting.filter(({ id }) => id !== event.delegate) };
}

function waitingPerson({ delegate, name, wish }: EventOf<'waitingJoined'>): WaitingPerson {
  return { id: delegate, name, ...(wish === undefined ? {} : { wish }) };
}
