import { writeFileSync } from 'node:fs';
import { communitiesOf } from '../../shared/analysis/communities.ts';
import { networkIds, networksOf } from '../../shared/analysis/measure.ts';
import type { Network } from '../../shared/analysis/network.ts';
import { mixes } from '../../shared/bots/mixes.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { arrange, type TableSpec } from '../../shared/simulation/condition.ts';
import { playGame } from '../../shared/simulation/playGame.ts';

/**
 * Freezes the networks of worlds that bots have played. Run it from the project's root as `node tests/analysis/graphs.ts`; it
 * writes `tests/analysis/graphs.json`.
 */
interface Graph {
  readonly name: string;
  readonly n: number;
  /** Weights of the seats, mean 1. */
  readonly weights: readonly number[];
  /** Group of each seat, null for none. */
  readonly groups: readonly (number | null)[];
  /** Strengths of the ties above the diagonal, row by row. */
  readonly ties: readonly number[];
  /** The communities that our code finds. */
  readonly found: readonly number[];
}

function worldsOf(place: string, table: TableSpec, seed: number, rounds: number): readonly Graph[] {
  const { game } = arrange(
    { table, mix: mixes.HUMAN, talk: 'none', openDeck: true, twist: { kind: 'none' } },
    seed,
  );
  const { world } = playGame({ ...game, rounds });
  const networks = networksOf(game.setting, world);
  const weights = game.setting.seats.map(({ weight }) => weight);
  return networkIds.map((id) => ({
    name: `${place}, seed ${seed}, round ${rounds}, ${id}`,
    n: weights.length,
    weights,
    groups: networks.camps,
    ties: upperOf(networks[id]),
    found: communitiesOf(networks[id]).groups,
  }));
}

function upperOf({ n, ties }: Network): readonly number[] {
  return Array.from({ length: n }, (_, i) => Array.from(ties.slice(i * n + i + 1, (i + 1) * n))).flat();
}

function fixed(id: string): TableSpec {
  const scenario = scenarioById(id);
  const plan = scenario?.plans[0];
  if (scenario === null || plan === undefined) throw new Error(`no scenario ${id}`);
  const setting = settingOf(scenario, plan);
  return { kind: 'fixed', setting, world: openingWorld(scenario, setting) };
}

function byHand(
  name: string,
  groups: readonly (number | null)[],
  ties: readonly (readonly [number, number, number])[],
): Graph {
  const n = groups.length;
  const matrix = new Float64Array(n * n);
  for (const [i, j, tie] of ties) {
    matrix[i * n + j] = tie;
    matrix[j * n + i] = tie;
  }
  const network = { n, ties: matrix };
  const found = communitiesOf(network).groups;
  return { name, n, weights: groups.map(() => 1), groups, ties: upperOf(network), found };
}

const standard = (seats: number): TableSpec => {
  return { kind: 'standard', seats, rounds: 16, steps: 1, parameters: {} };
};

const graphs: readonly Graph[] = [
  byHand(
    'two triangles and a bridge',
    [1, 1, 1, 2, 2, 2],
    [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [3, 4, 1],
      [3, 5, 1],
      [4, 5, 1],
      [2, 3, 0.4],
    ],
  ),
  byHand(
    'two pairs apart',
    [1, 1, null, null],
    [
      [0, 1, 0.5],
      [2, 3, 0.25],
    ],
  ),
  byHand(
    'a star',
    [1, 1, null, null, 1],
    [
      [0, 1, 0.9],
      [0, 2, 0.8],
      [0, 3, 0.7],
      [0, 4, 0.6],
    ],
  ),
  byHand(
    'a ring',
    [null, null, null, null, null],
    [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
      [3, 4, 1],
      [0, 4, 1],
    ],
  ),
  ...worldsOf('archipelago', fixed('archipelago'), 3, 1),
  ...worldsOf('twelve-states', fixed('twelve-states'), 5, 3),
  ...worldsOf('real-table', fixed('real-table'), 7, 6),
  ...worldsOf('12 reference seats', standard(12), 2, 16),
  ...worldsOf('40 reference seats', standard(40), 4, 10),
];
writeFileSync(
  'tests/analysis/graphs.json',
  `[\n${graphs.map((graph) => JSON.stringify(graph)).join(',\n')}\n]\n`,
);
