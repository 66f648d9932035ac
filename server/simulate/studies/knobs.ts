import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { type Stand, standOf } from './lab.ts';

/** A point of the search: values by the name of a knob. */
export type Candidate = Readonly<Record<string, number>>;

/** Something a search may turn, with the range it stays in. */
export interface Knob {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a search turns: the opening, how strong the restrictions are with which it begins (a factor), and numbers of the rules that decide how fast
 * a world is won, what a betrayal breaks and what tempts.
 */
export const knobs: readonly Knob[] = [
  { name: 'opening.competition', from: 0.4, to: 0.9 },
  { name: 'opening.institutions', from: 0.25, to: 0.55 },
  { name: 'opening.regime', from: 0.08, to: 0.25 },
  { name: 'opening.restrictions', from: 0.5, to: 2.5 },
  { name: 'opening.trustShift', from: -0.2, to: 0.05 },
  { name: 'ggEqual', from: 0.5, to: 0.8 },
  { name: 'ggSafe', from: 0.7, to: 0.9 },
  { name: 'ggOpen', from: 0.5, to: 0.7 },
  { name: 'ggOut', from: 0.08, to: 0.22 },
  { name: 'aU', from: 0.3, to: 0.8 },
  { name: 'dU', from: 0.02, to: 0.07 },
  { name: 'pStar', from: 0.2, to: 0.6 },
  { name: 'T0base', from: 0.6, to: 0.8 },
  { name: 'kThreat', from: 0.5, to: 0.95 },
  { name: 'Khost', from: 0.08, to: 0.4 },
  { name: 'Kdialog', from: 0.06, to: 0.14 },
  { name: 'Krelax', from: 0.02, to: 0.12 },
  { name: 'lList', from: 0.1, to: 0.25 },
  { name: 'lListThird', from: 0.04, to: 0.25 },
  { name: 'thM', from: 0.3, to: 1 },
  { name: 'rM', from: 1, to: 2.5 },
  { name: 'gCommitRec', from: 0.02, to: 0.08 },
  { name: 'gMutual', from: 0.15, to: 0.35 },
  { name: 'rL', from: 0.4, to: 1.2 },
  { name: 'eventProb', from: 0.2, to: 0.9 },
];

/** Where a scenario and plan stand on every knob now. */
export function candidateOf({ scenario }: Stand, parameters: Readonly<Record<string, unknown>>): Candidate {
  const { competition, institutions, regime, trustShift = 0 } = scenario.opening;
  const opening: Candidate = {
    'opening.competition': competition,
    'opening.institutions': institutions,
    'opening.regime': regime,
    'opening.restrictions': 1,
    'opening.trustShift': trustShift,
  };
  return Object.fromEntries(
    knobs.map(({ name }) => {
      const value = opening[name] ?? parameters[name];
      return [name, typeof value === 'number' ? value : 0];
    }),
  );
}

/** The stand with the knobs of a candidate turned, by the three marks. */
export function turned(stand: Stand, candidate: Candidate): Stand {
  const { scenario, plan } = stand;
  return standOf(turnedScenario(scenario, candidate), bare(plan));
}

function bare({ rules: _own, ...plan }: Plan): Plan {
  return plan;
}

/** A scenario with the knobs of a candidate turned. */
export function turnedScenario(scenario: Scenario, candidate: Candidate): Scenario {
  const { opening } = scenario;
  const dial = (name: 'competition' | 'institutions' | 'regime') =>
    candidate[`opening.${name}`] ?? opening[name];
  const factor = candidate['opening.restrictions'] ?? 1;
  const numbers = Object.fromEntries(
    Object.entries(candidate).filter(([name]) => !name.startsWith('opening.')),
  );
  return {
    ...scenario,
    opening: {
      ...opening,
      competition: dial('competition'),
      institutions: dial('institutions'),
      regime: dial('regime'),
      trustShift: candidate['opening.trustShift'] ?? opening.trustShift ?? 0,
      restrictions: opening.restrictions.map(({ from, to, value }) => {
        return { from, to, value: Math.min(1, Math.round(value * factor * 1000) / 1000) };
      }),
    },
    rules: { governanceMarks: 'threeMarks', numbers: { ...scenario.rules?.numbers, ...numbers } },
  };
}

/** The candidate next to another: each knob is turned with some chance, by up to a fifth of its range. `chance` gives numbers in [0, 1). */
export function neighbour(candidate: Candidate, chance: () => number): Candidate {
  const turns = Math.max(0.12, chance() * 0.5);
  // Mostly small steps, now and then a leap out of a place where none helps.
  const reach = chance() < 0.15 ? 0.7 : 0.04 + 0.2 * chance();
  return Object.fromEntries(
    knobs.map(({ name, from, to }) => {
      const now = candidate[name] ?? from;
      if (chance() >= turns) return [name, now];
      const next = now + (2 * chance() - 1) * reach * (to - from);
      return [name, Math.round(Math.max(from, Math.min(to, next)) * 1000) / 1000];
    }),
  );
}
