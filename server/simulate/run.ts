import type { Mix } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { RULES_VERSION } from '#shared/log/header.ts';
import { parametersFor } from '#shared/model/parameters.ts';
import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { openingWorld, settingOf } from '#shared/scenario/setting.ts';
import type { Condition, TableSpec } from '#shared/simulation/condition.ts';
import type { TalkId } from '#shared/simulation/talk.ts';
import { sha256 } from '../store/digest.ts';
import { cellsOf, type Settings, type Sweep, withSettings } from './settings.ts';

/** The length of a run's games: rounds of this many steps each. */
export interface RoundsAndSteps {
  readonly rounds: number;
  readonly steps: number;
}

/**
 * The setting of a run: a scenario by one of its plans, rounds and steps changed or not, or the reference table with this many
 * seats.
 */
export type Place =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly plan: Plan }
  | { readonly kind: 'standard'; readonly seats: number; readonly pace: RoundsAndSteps };

/** Everything that decides the rows of a run. */
export interface Run {
  readonly place: Place;
  /** Games per cell of the sweep. */
  readonly games: number;
  /** The seed of each cell's first game; cells use equal seeds. */
  readonly seed: number;
  readonly mix: Mix;
  readonly talk: TalkId;
  readonly openDeck: boolean;
  /** Whether the table of rounds contains the measures of network science. */
  readonly indicators: boolean;
  readonly settings: Settings;
  readonly sweeps: readonly Sweep[];
}

/** One combination of swept values, and the condition of its games. */
export interface Cell {
  readonly index: number;
  readonly swept: Readonly<Record<string, number>>;
  readonly condition: Condition;
}

/** The cells of a run. */
export function cellsOfRun(run: Run): readonly Cell[] {
  const { mix, talk, openDeck, indicators } = run;
  const wanted = indicators ? { networks: true as const } : {};
  return cellsOf(run.sweeps).map((swept, index) => {
    const table = tableSpecOf(run.place, { ...run.settings, ...swept });
    return { index, swept, condition: { table, mix, talk, openDeck, twist: { kind: 'none' }, ...wanted } };
  });
}

/** The table of a setting, with some of its parameters changed. */
export function tableSpecOf(place: Place, settings: Settings = {}): TableSpec {
  if (place.kind === 'standard') {
    const { rounds, steps } = place.pace;
    const parameters = withSettings(parametersFor(place.seats, rounds, steps), settings);
    return { kind: 'standard', seats: place.seats, rounds, steps, parameters };
  }
  const usual = settingOf(place.scenario, place.plan);
  const setting = { ...usual, parameters: withSettings(usual.parameters, settings) };
  return { kind: 'fixed', setting, world: openingWorld(place.scenario, setting) };
}

/** The name of a setting: the scenario's id, or the number of standard seats. */
export function placeName(place: Place): string {
  return place.kind === 'scenario' ? place.scenario.id : `standard-${place.seats}`;
}

/** SHA-256 of the scenario, or of the description of the standard table. */
export function scenarioHash(place: Place): string {
  return sha256(canonicalJson(place.kind === 'scenario' ? place.scenario : { standard: place.seats }));
}

/** How many games a run has in all. */
export function totalGames(run: Run): number {
  return run.games * run.sweeps.reduce((product, { values }) => product * values.length, 1);
}

/** A run's description without the whole scenario: plain JSON for the manifests. */
export function identityOf(run: Run): object {
  const { place, games, seed, mix, talk, openDeck, indicators, settings, sweeps } = run;
  return {
    rules: RULES_VERSION,
    place: placeName(place),
    scenario: scenarioHash(place),
    pace: paceOf(place),
    ...ownRulesOf(place),
    games,
    seed,
    mix,
    talk,
    openDeck,
    ...(indicators ? { indicators } : {}),
    settings,
    sweeps,
  };
}

function paceOf(place: Place): RoundsAndSteps {
  if (place.kind === 'standard') return place.pace;
  const { rounds, steps } = place.plan;
  return { rounds, steps };
}

/** The plan of a run if it has rules of its own, which the scenario and the pace do not tell. */
function ownRulesOf(place: Place): object {
  return place.kind === 'scenario' && place.plan.rules !== undefined ? { plan: place.plan.id } : {};
}

/** SHA-256 that two runs share if and only if they have the same rows. */
export function runHash(run: Run): string {
  return sha256(canonicalJson(identityOf(run)));
}

/** A shard `index` (from 1) of `of`, and its games. */
export interface Shard {
  readonly index: number;
  readonly of: number;
  readonly first: number;
  readonly count: number;
}

/** The i-th of n shards of a run: consecutive games, so that the shards in order make up the run. */
export function shardOf(run: Run, index: number, of: number): Shard {
  const total = totalGames(run);
  const first = Math.floor(((index - 1) * total) / of);
  return { index, of, first, count: Math.floor((index * total) / of) - first };
}

/** Games of a shard that belong to one cell. */
export interface Stretch {
  readonly cell: Cell;
  /** Number of the first game in the whole run. */
  readonly first: number;
  readonly seeds: readonly number[];
}

/** The games of a shard, cell by cell. */
export function stretchesOf(run: Run, cells: readonly Cell[], shard: Shard): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let game = shard.first; game < shard.first + shard.count; ) {
    const index = Math.floor(game / run.games);
    const end = Math.min(shard.first + shard.count, (index + 1) * run.games);
    const within = game - index * run.games;
    const seeds = Array.from({ length: end - game }, (_, k) => (run.seed + within + k) >>> 0);
    stretches.push({ cell: at(cells, index), first: game, seeds });
    game = end;
  }
  return stretches;
}
