import type { Plan, Scenario } from '../scenario/schema.ts';
import type { ScenarioListItem } from './api.ts';

/** A scenario as lists show it: nothing confidential. */
export function scenarioItem(scenario: Scenario): ScenarioListItem {
  const { id, title, summary, scarred, seats, plans } = scenario;
  return {
    id,
    title,
    summary,
    scarred,
    isForPrepared: false,
    own: null,
    leaveOut: scenario.leaveOut ?? [],
    seats: seats.map((seat) => ({ id: seat.id, name: seat.name, role: seat.role })),
    plans: plans.map((plan) => ({
      id: plan.id,
      minutes: plan.minutes,
      rounds: plan.rounds,
      steps: plan.steps,
      seconds: plan.seconds,
      firstRoundExtraSeconds: plan.firstRoundExtraSeconds,
    })),
  };
}

/** The plan with that id, or the default plan for null. */
export function planById(scenario: Scenario, id: string | null): Plan | null {
  return (id === null ? scenario.plans[0] : scenario.plans.find((plan) => plan.id === id)) ?? null;
}
