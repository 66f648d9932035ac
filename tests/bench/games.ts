import { mixChanceFor } from '../../shared/bots/chance.ts';
import { assignMix, mixes } from '../../shared/bots/mixes.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { unpackLedger } from '../../shared/model/ledger.ts';
import { playSession } from '../../server/commands/playSession.ts';
import { playBoardgame } from './boardgame.ts';
import { machineNow, writeResult } from './results.ts';

/** P1b: whole bot games per second on one core, twelve states, against boardgame.io's local client. */

const RUNS = 5;
const scenario = scenarioById('twelve-states');
const plan = scenario?.plans[0];
if (scenario === null || plan === undefined) throw new Error('twelve-states is missing');
const setting = settingOf(scenario, plan);
const world = openingWorld(scenario, setting);
const seats = setting.seats.length;
const mix = mixes.CLASS;

function bareGame(seed: number): number {
  return playGame({ setting, world, dispositions: assignMix(mix, seats, mixChanceFor(seed)), seed }).rounds
    .length;
}

/** How many integers the world holds, and how many of them a round of a typical game changes. */
const integers = world.trust.length * 3 + seats * 6 + 4;
const changed = await integersChangedPerRound();

async function integersChangedPerRound(): Promise<number> {
  if (scenario === null || plan === undefined) return 0;
  const { state } = await playSession({ scenario, plan: plan.id, seed: 1, mix });
  const perRound = state.rounds.map(
    ({ ledger }) =>
      new Set(
        unpackLedger(ledger).map((entry) =>
          'quantity' in entry ? `${entry.quantity}:${entry.at}` : `${entry.fact}:${entry.at}`,
        ),
      ).size,
  );
  return Math.round(perRound.reduce((sum, count) => sum + count, 0) / perRound.length);
}

async function gamesPerSecond(play: (seed: number) => unknown, games: number): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    for (let game = 0; game < games; game++) await play(run * games + game + 1);
    rates.push((1000 * games) / (performance.now() - start));
  }
  return rates.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

const size = { seats, rounds: plan.rounds, integers, changed };
const wholeSession = (seed: number) => playSession({ scenario, plan: plan.id, seed, mix });

/** Measures one kind of game after a warm-up of two seconds. */
async function hot(play: (seed: number) => unknown, games: number): Promise<number> {
  for (const start = performance.now(); performance.now() - start < 2000; ) await gamesPerSecond(play, 1);
  return gamesPerSecond(play, games);
}

const peer = await hot(() => playBoardgame(size), 40);
const bare = await hot(bareGame, 200);
const whole = await hot(wholeSession, 40);

const rows = [
  { what: 'boardgame.io, local client', 'games/s/core': peer.toFixed(1), ratio: '1' },
  { what: 'ours, rules and bots', 'games/s/core': bare.toFixed(1), ratio: (bare / peer).toFixed(1) },
  {
    what: 'ours, whole session with its log',
    'games/s/core': whole.toFixed(1),
    ratio: (whole / peer).toFixed(1),
  },
];
const title = `P1b: twelve states, ${plan.rounds} rounds of ${plan.steps}, ${changed} integers changed a round (median of ${RUNS})`;
console.log(title);
console.table(rows);
writeResult('games', {
  title,
  bound: 'rules and bots ≥ 10 times, a whole session ≥ 2 times boardgame.io',
  machine: machineNow(),
  rows,
});
