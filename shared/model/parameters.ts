import { commonNumbers } from './numbers/commons.ts';
import { courseNumbers } from './numbers/course.ts';
import { measureNumbers } from './numbers/measures.ts';
import { relationNumbers } from './numbers/relations.ts';

/** Every number of the rules, named as in the rules; units 0..1 unless its docstring says otherwise. [model D.11] */
export type Parameters = Readonly<
  typeof relationNumbers & typeof measureNumbers & Omit<typeof commonNumbers, 'cost'> & typeof courseNumbers
> & {
  readonly cost: Readonly<(typeof commonNumbers)['cost']>;
  /** How good governance is reached and lost. [decision 0054] */
  readonly governanceMarks: GovernanceRule;
};

/** The numbers of the reference session: twelve states, sixteen rounds of one pass. [model D.11] */
export const REFERENCE_PARAMETERS: Parameters = {
  ...relationNumbers,
  ...measureNumbers,
  ...commonNumbers,
  ...courseNumbers,
  governanceMarks: 'reference',
};

/** Numbers of the rules that plan, opening or host set, so that a pack may not set them. */
const ofTheSession: readonly string[] = [
  'rounds',
  'steps',
  'confirm',
  'restingCompetition',
  'restingInstitutions',
  'restingOpacity',
];

/** Numbers of the rules that a scenario may set for itself. [decision 0054] */
export const scenarioNumbers: readonly string[] = Object.entries(REFERENCE_PARAMETERS)
  .filter(([name, value]) => typeof value === 'number' && !ofTheSession.includes(name))
  .map(([name]) => name);

/** Where competition rests at a table of n ≥ 6 seats: a small world is more like a duel. [model D.7] */
export function restingCompetitionFor(seats: number): number {
  if (seats < 8) return 0.65;
  if (seats < 12) return 0.6;
  if (seats < 17) return 0.53;
  return 0.5;
}

/**
 * The reference numbers for a table of so many seats and a plan of `rounds` × `steps`; in short plans an ending is confirmed at
 * once. [model D.10]
 */
export function parametersFor(seats: number, rounds: number, steps: number): Parameters {
  return {
    ...REFERENCE_PARAMETERS,
    restingCompetition: restingCompetitionFor(seats),
    rounds,
    steps,
    confirm: rounds < 6 ? 1 : REFERENCE_PARAMETERS.confirm,
  };
}

/** How good governance is recognised: by the bars of the reference rules, or by the three marks *equal, safe, open*. [decision 0054] */
export const governanceRules = ['reference', 'threeMarks'] as const;
/** A way to recognise good governance. */
export type GovernanceRule = (typeof governanceRules)[number];
