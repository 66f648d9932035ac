import archipelago from './packs/archipelago.json' with { type: 'json' };
import twelveStates from './packs/twelve-states.json' with { type: 'json' };
import { checkScenario } from './check.ts';
import type { ScenarioFault } from './faults.ts';
import type { Scenario } from './schema.ts';

/** The shipped scenarios in the order in which they are offered. */
export const scenarioIds = ['archipelago', 'twelve-states'] as const;
export type ScenarioId = (typeof scenarioIds)[number];

const packs: Readonly<Record<ScenarioId, Scenario>> = {
  archipelago: shipped(archipelago),
  'twelve-states': shipped(twelveStates),
};

/**
 * A shipped scenario, or null if none has this id. For the server, the command line and tests only: a pack holds the confidential
 * briefs of all seats, so nothing under `client` may import this file; the client gets what its viewer may read.
 */
export function scenarioById(id: string): Scenario | null {
  const known = scenarioIds.find((candidate) => candidate === id);
  return known === undefined ? null : packs[known];
}

function shipped(input: unknown): Scenario {
  const checked = checkScenario(input);
  if (!checked.ok) throw new Error(`a shipped scenario is faulty: ${checked.failure.map(told).join(' ')}`);
  return checked.value;
}

function told(fault: ScenarioFault): string {
  return `${fault.path}: ${fault.message}`;
}
