import { checkScenario } from '#shared/scenario/check.ts';
import { toldFault } from '#shared/scenario/faultWords.ts';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { CommandFailed } from './commandFailed.ts';
import { jsonFrom } from './textFile.ts';

/** The scenario that a user names: a shipped one by its id, or a file. Fails with one sentence. */
export function scenarioNamed(name: string): Scenario {
  const shipped = scenarioById(name);
  if (shipped !== null) return shipped;
  if (!/[./\\]/.test(name))
    throw new CommandFailed(
      `There is no scenario "${name}". Choose from ${scenarioIds.join(', ')}, or name a file.`,
      2,
    );
  const checked = checkScenario(jsonFrom(name));
  if (checked.ok) return checked.value;
  const [first] = checked.failure.map((fault) => toldFault(fault));
  throw new CommandFailed(
    `${name} is not a sound scenario (${first?.path ?? ''}: ${first?.message ?? ''}); crossroads check ${name} says all.`,
    2,
  );
}

/** The plan that a user names; the scenario's first plan by default. Fails with one sentence. */
export function planNamed(scenario: Scenario, id: string | undefined): Plan {
  const plan = id === undefined ? scenario.plans[0] : scenario.plans.find((one) => one.id === id);
  if (plan !== undefined) return plan;
  const known = scenario.plans.map((one) => one.id).join(', ');
  throw new CommandFailed(`The scenario ${scenario.id} has no plan "${id}". Choose from ${known}.`, 2);
}
