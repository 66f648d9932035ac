import type { View } from '#shared/session/views/tableView.ts';
import type { Tab } from '../../panels/playState.ts';

/** The steps of the guided first round, in their order. */
export const coachSteps = ['map', 'dial', 'card', 'target', 'seal', 'why'] as const;
/** A step of the guide through the first round. */
export type CoachStep = (typeof coachSteps)[number];

/** On a phone, the panel that contains a step's subject. */
export const tabOfStep: Readonly<Record<CoachStep, Tab>> = {
  map: 'map',
  dial: 'map',
  card: 'now',
  target: 'now',
  seal: 'now',
  why: 'now',
};

/** The steps that can be shown now: the table, and after the first reveal the question why. */
export function stepsNow({ table, own, viewer }: View, hasSeenReveal: boolean): readonly CoachStep[] {
  if (viewer.kind !== 'delegate' || own === null || table.round !== 1) return [];
  if (table.phase === 'negotiation' || table.phase === 'decision') return coachSteps.slice(0, -1);
  const isAfter = table.phase === 'review' || (table.phase === 'reveal' && hasSeenReveal);
  return isAfter ? ['why'] : [];
}

/** The step after an action of the person: a chosen card, a sealed order; else the same step. */
export function stepAfterDeed(step: CoachStep, hasCard: boolean, hasSealed: boolean): CoachStep {
  if (step !== 'seal' && step !== 'why' && hasSealed) return 'seal';
  return step === 'card' && hasCard ? 'target' : step;
}
