import { rangeOf } from '../model/numberRanges.ts';
import { REFERENCE_PARAMETERS } from '../model/parameters.ts';
import type { ScenarioFault } from './faultWords.ts';
import { fault } from './faults.ts';
import type { Scenario } from './schema.ts';

type Numbers = Readonly<Record<string, number | undefined>>;

/** Numbers of the rules with which no session could be played, in the scenario and in its plans. */
export function ruleFaults({ rules, plans }: Scenario): readonly ScenarioFault[] {
  const own = rules?.numbers ?? {};
  return [
    ...numberFaults(own, own, 'rules.numbers'),
    ...plans.flatMap((plan, index) => {
      const numbers = plan.rules?.numbers ?? {};
      return numberFaults(numbers, { ...own, ...numbers }, `plans[${index}].rules.numbers`);
    }),
  ];
}

/** Faults of numbers set in one place; `all` are those in force there. */
function numberFaults(numbers: Numbers, all: Numbers, path: string): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = Object.entries(numbers).flatMap(([name, value]) => {
    const { from, to, isCount } = rangeOf(name);
    if (value === undefined) return [];
    if (value >= from && value <= to && (!isCount || Number.isInteger(value))) return [];
    const values = { name, kind: isCount ? 'int' : 'number', from, to };
    return [fault(`${path}.${name}`, 'outOfRange', values)];
  });
  const { devBase, devW } = { ...REFERENCE_PARAMETERS, ...defined(all) };
  if (('devBase' in numbers || 'devW' in numbers) && devBase + devW > 1 + 1e-9) {
    faults.push(fault(path, 'moreThanAll', { devBase, devW }, 'lowerOne'));
  }
  return faults;
}

function defined(numbers: Numbers): Readonly<Partial<Record<string, number>>> {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
}
