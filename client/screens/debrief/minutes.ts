import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';

/** The debrief's share of a session by the time plans: about a third. [product, time plans] */
const DEBRIEF_SHARE = 0.31;

/** Each step's share of a debrief with all steps. */
const shares: Readonly<Record<DebriefStep, number>> = {
  leave: 0.1,
  words: 0.05,
  moments: 0.12,
  whatIf: 0.06,
  pivotal: 0.05,
  paid: 0.06,
  fear: 0.09,
  promise: 0.07,
  silence: 0.06,
  why: 0.11,
  model: 0.09,
  world: 0.09,
  question: 0.04,
  answers: 0.04,
  reflect: 0.1,
};

/** The approximate minutes of a step in a session of this length; at least one. */
export function minutesOf(step: DebriefStep, sessionMinutes: number): number {
  return Math.max(1, Math.round(sessionMinutes * DEBRIEF_SHARE * shares[step]));
}
