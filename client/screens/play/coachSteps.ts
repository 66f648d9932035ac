import type { View } from '#shared/session/views/tableView.ts';
import type { Tab } from '../../panels/playState.ts';

/** The steps of the guided first round, in their order. */
export const coachSteps = ['map', 'dial', 'card', 'target', 'seal', 'why'] as const;
/** A step of the guide through the first round. */
export type CoachStep = (typeof coachSteps)[number];

/** On a phone, the panel in which a step's subject lies. */
export const tabOfStep: Readonly<Record<CoachStep, Tab>> = {
  map: 'map',
  dial: 'map',
  card: 'now',
  target: 'now',
  seal: 'now',
  why: 'now',
};

/** The steps that can be shown now: the table in front of one, and after the first reveal the way to ask why. */
export function stepsNow({ table, own, viewer }: View, hasSeenReveal: boolean): readonly CoachStep[] {
  if (viewer.kind !== 'delegate' || own === null || table.round !== 1) return [];
  if (table.phase === 'negotiation' || table.phase === 'decision') return coachSteps.slice(0, -1);
  const isAfter = table.phase === 'review' || (table.phase === 'reveal' && hasSeenReveal);
  return isAfter ? ['why'] : [];
}

/** The step that what somebody just did by themselves leads to: a card in the hand, a sealed order; else the same one. */
export function stepAfterDeed(step: CoachStep, hasCard: boolean, hasSealed: boolean): CoachStep {
  if (step !== 'seal' && step !== 'why' && hasSealed) return 'seal';
  return step === 'card' && hasCard ? 'target' : step;
}
