import archipelago from './packs/archipelago.json' with { type: 'json' };
import realTable from './packs/real-table.json' with { type: 'json' };
import supplyLines from './packs/supply-lines.json' with { type: 'json' };
import twelveStates from './packs/twelve-states.json' with { type: 'json' };
import twoConventions from './packs/two-conventions.json' with { type: 'json' };
import { checkScenario } from './check.ts';
import { type ScenarioFault, toldFault } from './faultWords.ts';
import type { Scenario } from './schema.ts';

/** All shipped scenarios in the order in which lists show them. */
export const scenarioIds = [
  'archipelago',
  'twelve-states',
  'two-conventions',
  'supply-lines',
  'real-table',
] as const;
/** A shipped scenario. */
export type ScenarioId = (typeof scenarioIds)[number];

/** Scenarios for prepared hosts: available by id, but no list shows them. */
export const offTheDefaultList: readonly ScenarioId[] = ['real-table'];

/** The scenarios that lists show to everybody. */
export const defaultScenarioIds: readonly ScenarioId[] = scenarioIds.filter((id) => {
  return !offTheDefaultList.includes(id);
});

const packs: Readonly<Record<ScenarioId, Scenario>> = {
  archipelago: shipped(archipelago),
  'twelve-states': shipped(twelveStates),
  'two-conventions': shipped(twoConventions),
  'supply-lines': shipped(supplyLines),
  'real-table': shipped(realTable),
};

/**
 * A shipped scenario, or null if none has this id. For the server, the command line and tests only: a pack holds the confidential
 * briefs of all seats, so nothing under `client` may import this file but `client/local`, which runs whole sessions on one device;
 * clients get only what their viewer may read.
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
  return `${fault.path}: ${toldFault(fault).message}`;
}
