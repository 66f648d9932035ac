import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { type Stand, standOf } from './lab.ts';

/** A point of the search: values by the name of a knob. */
export type Candidate = Readonly<Record<string, number>>;

/** A value that a search may change, with its range. */
export interface Knob {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The values that a search may change: the opening, the strength of the initial restrictions (a factor), the thresholds of good
 * governance, and the numbers of the rules that decide how fast a world is won, what a betrayal breaks and what tempts. It does
 * not change the numbers on the page of rules, because every session follows that page; the deck, whose events push the world as
 * far as the reference deck does; or the objectives, which score what a seat did and never change the world, so that no demand
 * reads them.
 */
export const knobs: readonly Knob[] = [
  { name: 'opening.competition', from: 0.4, to: 0.9 },
  { name: 'opening.institutions', from: 0.25, to: 0.6 },
  { name: 'opening.regime', from: 0.05, to: 0.25 },
  { name: 'opening.opacity', from: 0.3, to: 0.7 },
  { name: 'opening.restrictions', from: 0.5, to: 2.5 },
  { name: 'opening.trustShift', from: -0.2, to: 0.05 },
  { name: 'ggOut', from: 0.08, to: 0.22 },
  { name: 'ggRegime', from: 0.3, to: 0.85 },
  { name: 'ggRegimeOut', from: 0, to: 0.7 },
  { name: 'ggEqual', from: 0.4, to: 0.8 },
  { name: 'ggSafe', from: 0.65, to: 0.9 },
  { name: 'ggOpen', from: 0.45, to: 0.75 },
  { name: 'dU', from: 0.02, to: 0.12 },
  { name: 'Igain', from: 0.03, to: 0.4 },
  { name: 'Iwear', from: 0, to: 0.08 },
  { name: 'Irelax', from: 0.01, to: 0.2 },
  { name: 'T0base', from: 0.5, to: 0.8 },
  { name: 'T0threat', from: 0.3, to: 0.9 },
  { name: 'kThreat', from: 0.4, to: 0.95 },
  { name: 'thM', from: 0.1, to: 1 },
  { name: 'Khost', from: 0.08, to: 0.4 },
  { name: 'Kdialog', from: 0.02, to: 0.14 },
  { name: 'Krelax', from: 0.02, to: 0.15 },
  { name: 'lListThird', from: 0.01, to: 0.25 },
  { name: 'gCommit', from: 0.01, to: 0.15 },
  { name: 'gCommitRec', from: 0.01, to: 0.08 },
  { name: 'rM', from: 1, to: 4 },
  { name: 'rL', from: 0.3, to: 1.5 },
  { name: 'zM', from: 0.5, to: 2.5 },
  { name: 'dRec', from: 0.06, to: 0.35 },
  { name: 'dTech', from: 0.01, to: 0.12 },
  { name: 'dCom', from: 0, to: 0.08 },
  { name: 'aPledge', from: 0, to: 0.08 },
  { name: 'bM', from: 0.4, to: 1 },
];

/** Knobs that all plans of a scenario share; the others are numbers of the rules, which a plan may set for itself. */
function isOfScenario(name: string): boolean {
  return name.startsWith('opening.');
}

/** The current values of a scenario and plan on every knob. */
export function candidateOf({ scenario }: Stand, parameters: Readonly<Record<string, unknown>>): Candidate {
  const { competition, institutions, regime, opacity, trustShift = 0 } = scenario.opening;
  const scenarios: Candidate = {
    'opening.competition': competition,
    'opening.institutions': institutions,
    'opening.regime': regime,
    'opening.opacity': opacity,
    'opening.restrictions': 1,
    'opening.trustShift': trustShift,
  };
  return Object.fromEntries(
    knobs.map(({ name }) => {
      const value = scenarios[name] ?? parameters[name];
      return [name, typeof value === 'number' ? value : 0];
    }),
  );
}

/** The stand with the knobs of a candidate, by the three marks. */
export function turned(stand: Stand, candidate: Candidate): Stand {
  const { scenario, plan } = stand;
  return standOf(turnedScenario(scenario, candidate), bare(plan));
}

function bare({ rules: _own, ...plan }: Plan): Plan {
  return plan;
}

/** A scenario with the knobs of a candidate. */
export function turnedScenario(scenario: Scenario, candidate: Candidate): Scenario {
  const { opening } = scenario;
  const dial = (name: 'competition' | 'institutions' | 'regime' | 'opacity') =>
    candidate[`opening.${name}`] ?? opening[name];
  const factor = candidate['opening.restrictions'] ?? 1;
  const numbers = Object.fromEntries(Object.entries(candidate).filter(([name]) => !isOfScenario(name)));
  return {
    ...scenario,
    opening: {
      ...opening,
      competition: dial('competition'),
      institutions: dial('institutions'),
      regime: dial('regime'),
      opacity: dial('opacity'),
      trustShift: candidate['opening.trustShift'] ?? opening.trustShift ?? 0,
      restrictions: opening.restrictions.map(({ from, to, value }) => {
        return { from, to, value: Math.min(1, Math.round(value * factor * 1000) / 1000) };
      }),
    },
    rules: { governanceMarks: 'threeMarks', numbers: { ...scenario.rules?.numbers, ...numbers } },
  };
}

/**
 * A neighbour of a candidate: changes each knob with some probability, by up to a fifth of its range. `chance` gives numbers in
 * [0, 1).
 */
export function neighbour(
  candidate: Candidate,
  chance: () => number,
  of: readonly Knob[] = knobs,
): Candidate {
  const turns = Math.max(0.08, chance() * 0.5);
  // Mostly small steps, and sometimes a large one to leave a local optimum.
  const reach = chance() < 0.15 ? 0.7 : 0.04 + 0.2 * chance();
  const next = of.map(({ name, from, to }): readonly [string, number] => {
    const now = candidate[name] ?? from;
    if (chance() >= turns) return [name, now];
    const moved = now + (2 * chance() - 1) * reach * (to - from);
    return [name, Math.round(Math.max(from, Math.min(to, moved)) * 1000) / 1000];
  });
  return inOrder({ ...candidate, ...Object.fromEntries(next) });
}

/** The threshold of common rules at which good governance is lost must not exceed the one at which it is reached. */
function inOrder(candidate: Candidate): Candidate {
  const { ggRegime = 1, ggRegimeOut = 0 } = candidate;
  return ggRegimeOut > ggRegime ? { ...candidate, ggRegimeOut: ggRegime } : candidate;
}

/** A candidate that takes each knob from one of two others. */
export function crossed(one: Candidate, other: Candidate, chance: () => number): Candidate {
  return inOrder(
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, chance() < 0.5 ? value : (other[name] ?? value)]),
    ),
  );
}

/** The knobs that a plan may set for itself. */
export const planKnobs: readonly Knob[] = knobs.filter(({ name }) => !isOfScenario(name));
