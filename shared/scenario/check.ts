import { failed, ok, type Result } from '../lib/result.ts';
import { eventFaults } from './checkEvents.ts';
import { ruleFaults } from './checkRules.ts';
import type { ScenarioFault } from './faultWords.ts';
import { fault, nearestHint, repeated, shapeFaults } from './faults.ts';
import { FEWEST_SEATS, type Scenario, scenarioSchema } from './schema.ts';

/**
 * Checks a scenario that somebody wrote: its shape first, and if that holds, what a shape cannot say (known seats, distinct ids,
 * one camp per seat). Returns all faults of the stage at once; a failure has at least one.
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
    ...leaveOutFaults(scenario),
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
    faults.push(fault(`seats[${index}].objectives`, 'sameObjectives', { seat: seat.id }, 'twoObjectives'));
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
  seat: string,
  path: string,
  kind: 'exclusive' | 'functional',
  before: number,
  index: number,
): ScenarioFault {
  const elsewhere = kind === 'exclusive' ? 'twoCamps' : 'twoGroups';
  const what = before === index ? 'twiceInBloc' : elsewhere;
  return fault(path, what, { seat, first: `opening.blocs[${before}]` }, 'nameOnce');
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
      faults.push(fault(path, 'restrictsItself', { seat: restriction.from }));
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
    const { id, rounds, steps } = plan;
    if (id !== `${rounds}x${steps}`)
      faults.push(
        fault(
          `plans[${index}].id`,
          'planName',
          { plan: id, rounds, steps, right: `${rounds}x${steps}` },
          'renamePlan',
        ),
      );
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
    faults.push(fault(path, 'noPar', { seat: seat.id }, 'parForAll'));
  }
  return faults;
}

function unknownSeat(scenario: Scenario, id: string, path: string): ScenarioFault | null {
  const known = scenario.seats.map((seat) => seat.id);
  if (known.includes(id)) return null;
  const near = nearestHint(id, known);
  return fault(path, 'noSeat', { seat: id, ...near?.values }, near?.hint ?? null);
}

/** Checks the list of states that may be left out: known, each once, enough of them stay, and no brief speaks of an absent one. */
function leaveOutFaults(scenario: Scenario): readonly ScenarioFault[] {
  const { seats, leaveOut = [] } = scenario;
  const faults: ScenarioFault[] = [];
  for (const [index, id] of leaveOut.entries()) {
    const path = `leaveOut[${index}]`;
    const unknown = unknownSeat(scenario, id, path);
    if (unknown !== null) faults.push(unknown);
    else if (leaveOut.indexOf(id) !== index)
      faults.push(fault(path, 'leftOutTwice', { seat: id }, 'nameOnce'));
  }
  const stay = seats.length - leaveOut.length;
  if (stay < FEWEST_SEATS) faults.push(fault('leaveOut', 'tooManyLeftOut', { stay }));
  return [
    ...faults,
    ...(leaveOut.length === 0 ? [] : seats.flatMap((_, index) => absentFaults(scenario, index))),
  ];
}

/** A brief may only name states that are at the table whenever its own is. */
function absentFaults({ seats, leaveOut = [] }: Scenario, index: number): readonly ScenarioFault[] {
  const seat = seats[index];
  if (seat === undefined) return [];
  const own = leaveOut.indexOf(seat.id);
  const before = own < 0 ? leaveOut : leaveOut.slice(0, own);
  return seats
    .filter(({ id }) => id !== seat.id && before.includes(id))
    .flatMap(({ name }) =>
      (['en', 'zh'] as const)
        .filter((language) => seat.brief[language].includes(name[language]))
        .map((language) =>
          fault(
            `seats[${index}].brief.${language}`,
            'namesAbsent',
            { seat: seat.id, name: name[language] },
            'rewriteBrief',
          ),
        ),
    );
}
