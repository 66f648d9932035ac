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
 * What a search turns: the opening, how strong the restrictions are with which it begins and how often grim and hopeful events are drawn (factors),
 * the bars of good governance, and numbers of the rules that decide how fast a world is won, what a betrayal breaks and what tempts. Objectives are
 * not among them: they score what a seat did and never change the world, so no demand reads them.
 */
export const knobs: readonly Knob[] = [
  { name: 'opening.competition', from: 0.4, to: 0.9 },
  { name: 'opening.institutions', from: 0.25, to: 0.6 },
  { name: 'opening.regime', from: 0.05, to: 0.25 },
  { name: 'opening.opacity', from: 0.3, to: 0.7 },
  { name: 'opening.restrictions', from: 0.5, to: 2.5 },
  { name: 'opening.trustShift', from: -0.2, to: 0.05 },
  { name: 'deck.grim', from: 0.5, to: 3 },
  { name: 'deck.hopeful', from: 0.3, to: 2 },
  { name: 'ggIn', from: 0.22, to: 0.34 },
  { name: 'ggOut', from: 0.08, to: 0.32 },
  { name: 'ggRegime', from: 0.3, to: 0.85 },
  { name: 'ggEqual', from: 0.4, to: 0.8 },
  { name: 'ggSafe', from: 0.65, to: 0.9 },
  { name: 'ggOpen', from: 0.45, to: 0.75 },
  { name: 'aU', from: 0.15, to: 0.8 },
  { name: 'dU', from: 0.02, to: 0.12 },
  { name: 'pStar', from: 0.2, to: 0.6 },
  { name: 'Igain', from: 0.03, to: 0.12 },
  { name: 'T0base', from: 0.5, to: 0.8 },
  { name: 'T0threat', from: 0.3, to: 0.9 },
  { name: 'kThreat', from: 0.4, to: 0.95 },
  { name: 'thM', from: 0.3, to: 1 },
  { name: 'Khost', from: 0.08, to: 0.4 },
  { name: 'Kdialog', from: 0.04, to: 0.14 },
  { name: 'Krelax', from: 0.02, to: 0.15 },
  { name: 'lList', from: 0.06, to: 0.25 },
  { name: 'lListThird', from: 0.03, to: 0.25 },
  { name: 'gCommitRec', from: 0.01, to: 0.08 },
  { name: 'gMutual', from: 0.1, to: 0.4 },
  { name: 'gDialog', from: 0.06, to: 0.2 },
  { name: 'rM', from: 1, to: 3.5 },
  { name: 'rL', from: 0.3, to: 1.5 },
  { name: 'stepM', from: 0.25, to: 0.8 },
  { name: 'aPledge', from: 0, to: 0.08 },
  { name: 'breachPartner', from: 0.15, to: 0.5 },
  { name: 'bM', from: 0.4, to: 1 },
  { name: 'eventProb', from: 0.2, to: 0.9 },
];

/** Knobs that every plan of a scenario shares; the others are numbers of the rules, which a plan may have of its own. */
function isOfScenario(name: string): boolean {
  return name.startsWith('opening.') || name.startsWith('deck.');
}

/** Where a scenario and plan stand on every knob now. */
export function candidateOf({ scenario }: Stand, parameters: Readonly<Record<string, unknown>>): Candidate {
  const { competition, institutions, regime, opacity, trustShift = 0 } = scenario.opening;
  const scenarios: Candidate = {
    'opening.competition': competition,
    'opening.institutions': institutions,
    'opening.regime': regime,
    'opening.opacity': opacity,
    'opening.restrictions': 1,
    'opening.trustShift': trustShift,
    'deck.grim': 1,
    'deck.hopeful': 1,
  };
  return Object.fromEntries(
    knobs.map(({ name }) => {
      const value = scenarios[name] ?? parameters[name];
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
    events: reweighed(scenario.events, candidate),
    rules: { governanceMarks: 'threeMarks', numbers: { ...scenario.rules?.numbers, ...numbers } },
  };
}

/** A deck whose grim and hopeful events are drawn more or less often. */
function reweighed(events: Scenario['events'], candidate: Candidate): Scenario['events'] {
  const grim = candidate['deck.grim'] ?? 1;
  const hopeful = candidate['deck.hopeful'] ?? 1;
  if (grim === 1 && hopeful === 1) return events;
  return events.map((event) => {
    const factor = event.tone === 'grim' ? grim : event.tone === 'hopeful' ? hopeful : 1;
    if (event.weight === undefined) return event;
    return { ...event, weight: Math.max(1, Math.min(100, Math.round(event.weight * factor * 4))) };
  });
}

/** The candidate next to another: each knob is turned with some chance, by up to a fifth of its range. `chance` gives numbers in [0, 1). */
export function neighbour(
  candidate: Candidate,
  chance: () => number,
  of: readonly Knob[] = knobs,
): Candidate {
  const turns = Math.max(0.08, chance() * 0.5);
  // Mostly small steps, now and then a leap out of a place where none helps.
  const reach = chance() < 0.15 ? 0.7 : 0.04 + 0.2 * chance();
  const next = of.map(({ name, from, to }): readonly [string, number] => {
    const now = candidate[name] ?? from;
    if (chance() >= turns) return [name, now];
    const moved = now + (2 * chance() - 1) * reach * (to - from);
    return [name, Math.round(Math.max(from, Math.min(to, moved)) * 1000) / 1000];
  });
  return sound({ ...candidate, ...Object.fromEntries(next) });
}

/** Good governance cannot be lost above the bar where it is reached. */
function sound(candidate: Candidate): Candidate {
  const { ggIn, ggOut } = candidate;
  if (ggIn === undefined || ggOut === undefined || ggOut <= ggIn) return candidate;
  return { ...candidate, ggOut: ggIn };
}

/** A candidate that takes each knob from one of two others. */
export function crossed(one: Candidate, other: Candidate, chance: () => number): Candidate {
  return sound(
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, chance() < 0.5 ? value : (other[name] ?? value)]),
    ),
  );
}

/** The knobs that a plan may have of its own. */
export const planKnobs: readonly Knob[] = knobs.filter(({ name }) => !isOfScenario(name));
