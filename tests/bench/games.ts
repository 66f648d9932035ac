import { mixChanceFor } from '../../shared/bots/chance.ts';
import { assignMix, mixes } from '../../shared/bots/mixes.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { unpackLedger } from '../../shared/model/ledger.ts';
import { playSession } from '../../server/commands/playSession.ts';
import { playBoardgame } from './boardgame.ts';
import { machineNow, spentMs, writeResult } from './results.ts';

/** P1b: whole bot games per second on one core, twelve states, against boardgame.io's local client. */

const TURNS = 60;
const WARM_MS = 3000;
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

const size = { seats, rounds: plan.rounds, integers, changed };
const wholeSession = (seed: number) => playSession({ scenario, plan: plan.id, seed, mix });

interface Kind {
  readonly play: (seed: number) => unknown;
  /** Games of this kind in a turn. */
  readonly games: number;
}

/** Milliseconds of CPU that one turn of a kind takes. */
async function turnOf({ play, games }: Kind, turn: number): Promise<number> {
  const start = spentMs();
  for (let game = 0; game < games; game++) await play(turn * games + game + 1);
  return spentMs() - start;
}

const kinds: readonly Kind[] = [
  { play: () => playBoardgame(size), games: 5 },
  { play: bareGame, games: 25 },
  { play: wholeSession, games: 5 },
];

/** Milliseconds of CPU that a game of each kind takes, hot: the sum of all turns, because the clock of a thread ticks coarsely. */
async function costs(): Promise<readonly number[]> {
  for (const kind of kinds)
    for (const start = spentMs(); spentMs() - start < WARM_MS; ) await turnOf(kind, 0);
  const sums = kinds.map(() => 0);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [index, kind] of kinds.entries())
      sums[index] = (sums[index] ?? 0) + (await turnOf(kind, turn));
  return sums.map((sum, index) => sum / (TURNS * (kinds[index]?.games ?? 1)));
}

const [peer = Number.NaN, bare = Number.NaN, whole = Number.NaN] = (await costs()).map((ms) => 1000 / ms);

const rows = [
  { what: 'boardgame.io, local client', 'games/s/core': peer.toFixed(1), ratio: '1' },
  { what: 'ours, rules and bots', 'games/s/core': bare.toFixed(1), ratio: (bare / peer).toFixed(1) },
  {
    what: 'ours, whole session with its log',
    'games/s/core': whole.toFixed(1),
    ratio: (whole / peer).toFixed(1),
  },
];
const title = `P1b: twelve states, ${plan.rounds} rounds of ${plan.steps}, ${changed} integers changed a round (${TURNS} turns)`;
console.log(title);
console.table(rows);
writeResult('games', {
  title,
  bound: 'rules and bots ≥ 10 times, a whole session ≥ 2 times boardgame.io',
  machine: machineNow(),
  rows,
});
