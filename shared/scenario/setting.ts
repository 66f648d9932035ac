import type { Setting, World, DeckEvent } from '../model/world.ts';
import { toMicro } from '../model/micro.ts';
import { openWorld, profilesOf } from '../model/opening.ts';
import { REFERENCE_PARAMETERS } from '../model/parameters.ts';
import type { Plan, Scenario } from './schema.ts';

/** In sessions of fewer rounds an ending is confirmed at once. [model D.11] */
const LONG_ENOUGH_TO_CONFIRM = 6;

/**
 * What a session of this scenario and plan fixes before its first round; `scarred` says whether there is a way back from the
 * predicament, by default as the scenario says. [model D.7, D.10]
 */
export function settingOf(scenario: Scenario, plan: Plan, scarred: boolean = scenario.scarred): Setting {
  const { opening } = scenario;
  const deck = deckOf(scenario);
  return {
    seats: profilesOf(scenario.seats),
    ...(deck === null ? {} : { deck }),
    parameters: {
      ...REFERENCE_PARAMETERS,
      ...scenario.rules?.numbers,
      ...plan.rules?.numbers,
      governanceMarks: plan.rules?.governanceMarks ?? scenario.rules?.governanceMarks ?? 'reference',
      rounds: plan.rounds,
      steps: plan.steps,
      confirm: plan.rounds < LONG_ENOUGH_TO_CONFIRM ? 1 : REFERENCE_PARAMETERS.confirm,
      scarred,
      restingCompetition: opening.competition,
      restingInstitutions: opening.institutions,
      restingOpacity: opening.opacity,
    },
  };
}

/** The deck of events; null if the scenario weighs no event and so leaves it to the reference deck. */
function deckOf({ events }: Scenario): readonly DeckEvent[] | null {
  const deck = events.flatMap(({ id, weight, effects }): DeckEvent[] => {
    if (weight === undefined) return [];
    const sized = effects?.map((one) =>
      one.kind === 'blame' ? one : { kind: one.kind, amount: toMicro(one.amount) },
    );
    return [{ id, weight, effects: sized ?? null }];
  });
  return deck.length === 0 ? null : deck;
}

/** The world before the first round of a session with this setting; its world-wide numbers are at rest. [model D.7] */
export function openingWorld(scenario: Scenario, setting: Setting): World {
  const { blocs, restrictions, regime, trustShift = 0 } = scenario.opening;
  return openWorld(setting, { seats: scenario.seats, blocs, restrictions, regime, trustShift });
}
