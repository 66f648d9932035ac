import { type MixId, mixes } from '#shared/bots/mixes.ts';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import type { Condition, TableSpec, Twist } from '#shared/simulation/condition.ts';
import { type EndingShares, endingSharesOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import type { TalkId } from '#shared/simulation/talk.ts';
import type { Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import { type Place, tableSpecOf } from '../run.ts';
import { planNamed, scenarioNamed } from '../../lib/scenarioNamed.ts';

/** The setting of a study: a scenario with one of its plans. */
export interface Stand {
  readonly name: string;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly place: Place;
  readonly table: TableSpec;
}

/** Plays the games of studies. */
export interface Lab {
  /** Games per cell of a table; studies with costly cells use fewer. */
  readonly games: number;
  /** Seed of the first game of every cell, so that cells use equal seeds. */
  readonly seed: number;
  readonly openDeck: boolean;
  readonly play: (condition: Condition, games: number) => Promise<readonly GameRecord[]>;
  /** The same lab with another first seed. */
  readonly playFrom: (condition: Condition, seed: number, games: number) => Promise<readonly GameRecord[]>;
}

/** Creates a lab on a pool of workers. */
export function openLab(
  pool: Pool,
  progress: Progress,
  { games, seed, openDeck }: Pick<Lab, 'games' | 'seed' | 'openDeck'>,
): Lab {
  const playFrom = (condition: Condition, first: number, count: number) => {
    progress.expect(count);
    return pool.play(
      condition,
      Array.from({ length: count }, (_, k) => (first + k) >>> 0),
    );
  };
  const play = (condition: Condition, count: number) => playFrom(condition, seed, count);
  return { games, seed, openDeck, play, playFrom };
}

/** The stands of a study: all shipped scenarios with all their plans, or the named ones. */
export function standsFor(scenario: string | undefined, plan: string | undefined): readonly Stand[] {
  const scenarios =
    scenario === undefined
      ? scenarioIds.map(scenarioById).filter((one) => one !== null)
      : [scenarioNamed(scenario)];
  return scenarios.flatMap((one) => {
    if (plan === undefined) return one.plans.map((each) => standOf(one, each));
    if (scenario === undefined && !one.plans.some(({ id }) => id === plan)) return [];
    return [standOf(one, planNamed(one, plan))];
  });
}

/** A scenario with one of its plans as a stand. */
export function standOf(scenario: Scenario, plan: Plan): Stand {
  const place: Place = { kind: 'scenario', scenario, plan };
  return { name: `${scenario.id} ${plan.id}`, scenario, plan, place, table: tableSpecOf(place) };
}

/** Games of one named mix. */
export function conditionOf(
  lab: Lab,
  stand: Stand,
  mix: MixId,
  talk: TalkId = 'none',
  twist: Twist = { kind: 'none' },
): Condition {
  return { table: stand.table, mix: mixes[mix], talk, openDeck: lab.openDeck, twist };
}

/** The endings of a condition's games. */
export async function measured(lab: Lab, condition: Condition, games = lab.games): Promise<EndingShares> {
  return endingSharesOf(await lab.play(condition, games));
}
