import type { Debrief, Note, NoteKind } from '../vocabulary/debrief.ts';
import { debriefSteps } from '../vocabulary/debriefSteps.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds the host's going to a step. */
export function debriefStepSet(state: SessionState, { step }: EventOf<'debriefStepSet'>): SessionState {
  const { debrief } = state;
  return { ...state, debrief: { ...debrief, step, furthest: furthestOf(debrief, step) } };
}

/** Folds a word that somebody takes home. */
export function pulseGiven(state: SessionState, event: EventOf<'pulseGiven'>): SessionState {
  return withNote(state, 'pulses', event);
}

/** Folds an answer to the question before or after play. */
export function surveyAnswered(state: SessionState, event: EventOf<'surveyAnswered'>): SessionState {
  return withNote(state, event.when, event);
}

/** Folds a reflection. */
export function reflectionWritten(state: SessionState, event: EventOf<'reflectionWritten'>): SessionState {
  return withNote(state, 'reflections', event);
}

function furthestOf({ furthest }: Debrief, step: Debrief['step']): Debrief['furthest'] {
  if (step === null || furthest === null) return step ?? furthest;
  return debriefSteps.indexOf(step) > debriefSteps.indexOf(furthest) ? step : furthest;
}

/** A later note of the same person takes the place of the earlier one. */
function withNote(state: SessionState, kind: NoteKind, { seat, delegate, text, shared }: Note): SessionState {
  const note: Note = { seat, delegate, text, ...(shared === true ? { shared } : {}) };
  const others = state.debrief[kind].filter((other) => other.delegate !== delegate);
  return { ...state, debrief: { ...state.debrief, [kind]: [...others, note] } };
}
