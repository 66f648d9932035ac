import { failed, ok, type Result } from '../lib/result.ts';
import { eventFaults } from './checkEvents.ts';
import { ruleFaults } from './checkRules.ts';
import { repeated, type ScenarioFault, shapeFaults } from './faults.ts';
import { nearest } from './nearest.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

/**
 * Judges a scenario that somebody wrote: its shape first, and only if that holds what a shape cannot say (known seats,
 * distinct ids, one camp per seat). All faults of the stage are given at once; a failure holds at least one.
 */
export function checkScenario(input: unknown): Result<Scenario, readonly ScenarioFault[]> {
  const parsed = scenarioSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return failed(shapeFaults(parsed.error));
  const faults = meaningFaults(parsed.data);
  return faults.length === 0 ? ok(parsed.data) : failed(faults);
}

function meaningFaults(scenario: Scenario): readonly ScenarioFault[] {
  return [
    ...seatFaults(scenario),
    ...blocFaults(scenario),
    ...restrictionFaults(scenario),
    ...eventFaults(scenario),
    ...ruleFaults(scenario),
    ...planFaults(scenario),
  ];
}

function seatFaults(scenario: Scenario): readonly ScenarioFault[] {
  const faults = repeated(
    scenario.seats.map((seat) => seat.id),
    (index) => `seats[${index}].id`,
    'seat',
  );
  for (const [index, seat] of scenario.seats.entries()) {
    if (seat.objectives[0] !== seat.objectives[1]) continue;
    faults.push({
      path: `seats[${index}].objectives`,
      message: `The two objectives of "${seat.id}" are the same.`,
      suggestion: 'Choose one that fits its interest and one that costs it something.',
    });
  }
  return faults;
}

function blocFaults(scenario: Scenario): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const places = new Map<string, number>();
  for (const [index, bloc] of scenario.opening.blocs.entries()) {
    const path = `opening.blocs[${index}].members`;
    for (const member of bloc.members) {
      const unknown = unknownSeat(scenario, member, path);
      if (unknown !== null) {
        faults.push(unknown);
        continue;
      }
      const place = bloc.kind === 'exclusive' ? `${member} camp` : `${member} field ${bloc.field}`;
      const before = places.get(place);
      places.set(place, before ?? index);
      if (before !== undefined) faults.push(doubleMember(member, path, bloc.kind, before, index));
    }
  }
  return faults;
}

function doubleMember(
  member: string,
  path: string,
  kind: 'exclusive' | 'functional',
  before: number,
  index: number,
): ScenarioFault {
  const rule = kind === 'exclusive' ? 'one camp' : 'one group of a field';
  const message =
    before === index
      ? `"${member}" is named twice in this bloc.`
      : `"${member}" is already in opening.blocs[${before}]; a seat may be in ${rule} only.`;
  return { path, message, suggestion: `Name "${member}" once.` };
}

function restrictionFaults(scenario: Scenario): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const { restrictions } = scenario.opening;
  for (const [index, restriction] of restrictions.entries()) {
    const path = `opening.restrictions[${index}]`;
    for (const side of ['from', 'to'] as const) {
      const unknown = unknownSeat(scenario, restriction[side], `${path}.${side}`);
      if (unknown !== null) faults.push(unknown);
    }
    if (restriction.from === restriction.to) {
      faults.push({ path, message: `"${restriction.from}" cannot restrict itself.`, suggestion: null });
    }
  }
  const pairs = restrictions.map((restriction) => `${restriction.from} → ${restriction.to}`);
  faults.push(...repeated(pairs, (index) => `opening.restrictions[${index}]`, 'restriction'));
  return faults;
}

function planFaults(scenario: Scenario): readonly ScenarioFault[] {
  const faults = repeated(
    scenario.plans.map((plan) => plan.id),
    (index) => `plans[${index}].id`,
    'plan',
  );
  for (const [index, plan] of scenario.plans.entries()) {
    const id = `${plan.rounds}x${plan.steps}`;
    if (plan.id !== id) {
      faults.push({
        path: `plans[${index}].id`,
        message: `The plan "${plan.id}" has ${plan.rounds} rounds of ${plan.steps} steps.`,
        suggestion: `Name it "${id}" or change its rounds and steps.`,
      });
    }
    if (plan.pars !== null) faults.push(...parFaults(scenario, plan.pars, `plans[${index}].pars`));
  }
  return faults;
}

function parFaults(
  scenario: Scenario,
  pars: Readonly<Record<string, number>>,
  path: string,
): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  for (const id of Object.keys(pars)) {
    const unknown = unknownSeat(scenario, id, path);
    if (unknown !== null) faults.push(unknown);
  }
  for (const seat of scenario.seats) {
    if (Object.hasOwn(pars, seat.id)) continue;
    faults.push({
      path,
      message: `There is no par for the seat "${seat.id}".`,
      suggestion: 'Give one for every seat, or null while none was measured.',
    });
  }
  return faults;
}

function unknownSeat(scenario: Scenario, id: string, path: string): ScenarioFault | null {
  const known = scenario.seats.map((seat) => seat.id);
  if (known.includes(id)) return null;
  const near = nearest(id, known);
  return {
    path,
    message: `No seat has the id "${id}".`,
    suggestion: near === null ? null : `Did you mean "${near}"?`,
  };
}
