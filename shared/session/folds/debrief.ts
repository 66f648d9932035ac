import type { Debrief, DebriefWhatIf, Note, NoteKind } from '../vocabulary/debrief.ts';
import { debriefSteps } from '../vocabulary/debriefSteps.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Sets the step of the debrief; also the furthest one, if it is further. */
export function debriefStepSet(state: SessionState, { step }: EventOf<'debriefStepSet'>): SessionState {
  const { debrief } = state;
  return { ...state, debrief: { ...debrief, step, furthest: furthestOf(debrief, step) } };
}

/** Puts a change to the class; bets on an earlier one go. */
export function whatIfProposed(state: SessionState, { proposal }: EventOf<'whatIfProposed'>): SessionState {
  return withWhatIf(state, { proposal, bets: [], isShown: false });
}

/** Keeps a person's bet in place of an earlier one. */
export function whatIfBet(state: SessionState, { delegate, way }: EventOf<'whatIfBet'>): SessionState {
  const { whatIf } = state.debrief;
  if (whatIf === undefined) return state;
  const others = whatIf.bets.filter((bet) => bet.delegate !== delegate);
  return withWhatIf(state, { ...whatIf, bets: [...others, { delegate, way }] });
}

/** Shows the answer to the change. */
export function whatIfShown(state: SessionState): SessionState {
  const { whatIf } = state.debrief;
  return whatIf === undefined ? state : withWhatIf(state, { ...whatIf, isShown: true });
}

/** Adds a person's one word. */
export function pulseGiven(state: SessionState, event: EventOf<'pulseGiven'>): SessionState {
  return withNote(state, 'pulses', event);
}

/** Adds an answer to the question before or after play. */
export function surveyAnswered(state: SessionState, event: EventOf<'surveyAnswered'>): SessionState {
  return withNote(state, event.when, event);
}

/** Adds a reflection. */
export function reflectionWritten(state: SessionState, event: EventOf<'reflectionWritten'>): SessionState {
  return withNote(state, 'reflections', event);
}

function furthestOf({ furthest }: Debrief, step: Debrief['step']): Debrief['furthest'] {
  if (step === null || furthest === null) return step ?? furthest;
  return debriefSteps.indexOf(step) > debriefSteps.indexOf(furthest) ? step : furthest;
}

function withWhatIf(state: SessionState, whatIf: DebriefWhatIf): SessionState {
  return { ...state, debrief: { ...state.debrief, whatIf } };
}

/** Replaces an earlier note of the same person. */
function withNote(state: SessionState, kind: NoteKind, { seat, delegate, text, shared }: Note): SessionState {
  const note: Note = { seat, delegate, text, ...(shared === true ? { shared } : {}) };
  const others = state.debrief[kind].filter((other) => other.delegate !== delegate);
  return { ...state, debrief: { ...state.debrief, [kind]: [...others, note] } };
}
