import { expect, it } from 'vitest';
import { chanceFor, mixChanceFor } from '../../shared/bots/chance.ts';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { assignMix, mixes } from '../../shared/bots/mixes.ts';
import { standOf } from '../../server/simulate/studies/lab.ts';
import { at } from '../../shared/lib/at.ts';
import type { Order } from '../../shared/model/actions.ts';
import { drawEvent } from '../../shared/model/chance.ts';
import { derive, indicatorsOf } from '../../shared/model/indicators.ts';
import { apply } from '../../shared/model/ledger.ts';
import { finalScores } from '../../shared/model/opening.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import type { World } from '../../shared/model/world.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { withSeats } from '../../shared/scenario/withSeats.ts';
import { endingSharesOf } from '../../shared/simulation/outcome.ts';
import { recordGame } from '../../shared/simulation/record.ts';
import { sightOf } from './table.ts';

const GAMES = 120;

function scenarioOf(id: string): Scenario {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** Plays one session of a scenario's default plan with the mix CLASS, all cards open and no talk. */
function simulated(scenario: Scenario, seed: number) {
  const plan = at(scenario.plans, 0);
  const setting = settingOf(scenario, plan);
  const dispositions = assignMix(mixes.CLASS, setting.seats.length, mixChanceFor(seed));
  let world: World = openingWorld(scenario, setting);
  let last: readonly Order[] | null = null;
  for (let round = 1; round <= plan.rounds; round += 1) {
    const orders: Order[] = dispositions.map((disposition, seat) => {
      const sight = sightOf({ setting, world }, seat, { lastOrders: last });
      return dispositionOf(disposition)(sight, chanceFor(seed, round, seat));
    });
    const byId = Object.fromEntries(setting.seats.map((seat, index) => [seat.id, at(orders, index)]));
    const event = drawEvent(setting, seed, round);
    const input = { seed, orders: byId, events: event ? [event] : [], pledges: [], recognitions: [] };
    world = apply(world, resolveRound(setting, world, input).entries);
    last = orders;
  }
  const scores = finalScores(setting, world, indicatorsOf(setting, derive(setting, world)));
  return { world, points: scores.map((score) => score / 10_000), plan, setting };
}

/** Thousands of games gave the endings and the pars of the packs; 120 games reproduce them roughly. [model D.6] */
it.each([
  ['twelve-states', 0.04, 0.08],
  ['archipelago', 0.08, 0.39],
])(
  '%s ends and scores with bots as it was measured',
  (id, governance, predicament) => {
    const games = Array.from({ length: GAMES }, (_, seed) => simulated(scenarioOf(id), seed));
    const share = (stage: string) => games.filter(({ world }) => world.stage === stage).length / GAMES;
    expect(Math.abs(share('governance') - governance)).toBeLessThan(0.1);
    expect(Math.abs(share('predicament') - predicament)).toBeLessThan(0.1);
    const { plan, setting } = at(games, 0);
    for (const [index, seat] of setting.seats.entries()) {
      const mean = games.reduce((sum, { points }) => sum + at(points, index), 0) / GAMES;
      expect(Math.abs(mean - (plan.pars?.[seat.id] ?? Number.NaN))).toBeLessThan(18);
    }
  },
  60_000,
);

/**
 * With as few states as a scenario allows, the world still turns either way: well where a class talks in moves, badly where it is
 * silent. [decision 0073]
 */
it.each([
  ['archipelago', 5],
  ['twelve-states', 8],
])(
  '%s with %i states ends in each way',
  (id, count) => {
    const fewer = withSeats(scenarioOf(id), count);
    if (fewer === null) throw new Error('not to be had');
    const { table } = standOf(fewer, at(fewer.plans, 0));
    const [silent, talking] = (['none', 'moves'] as const).map((talk) => {
      const condition = {
        table,
        mix: mixes.CLASS,
        talk,
        openDeck: false,
        twist: { kind: 'none' },
      } as const;
      return endingSharesOf(Array.from({ length: GAMES }, (_, seed) => recordGame(condition, seed)));
    });
    expect(talking?.governance).toBeGreaterThan(0.1);
    expect(silent?.predicament).toBeGreaterThan(0.1);
    for (const ends of [silent, talking])
      expect(1 - (ends?.governance ?? 1) - (ends?.predicament ?? 0)).toBeGreaterThan(0.35);
  },
  60_000,
);
