import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawEvent } from '../../shared/model/chance.ts';
import { apply, packLedger } from '../../shared/model/ledger.ts';
import { openWorld, profilesOf } from '../../shared/model/opening.ts';
import { parametersFor } from '../../shared/model/parameters.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import { standardOpening, standardRoster } from '../../shared/model/roster.ts';
import { planRound } from '../../shared/model/rules/moves.ts';
import type { RoundInput, Setting, World } from '../../shared/model/world.ts';
import { kernelRoom, kernelRound, load, unload } from './kernel.js';

/** Rounds of the vector `twelve-states`, every action and every event among them, before the world locks. */
interface Case {
  readonly world: World;
  readonly input: RoundInput;
  readonly after: World;
}

const SEED = 7;
const RUNS = 11;
const BATCHES = 60;
const roster = standardRoster(12, SEED);
const setting: Setting = { seats: profilesOf(roster), parameters: parametersFor(12, 16, 1) };

function casesOf(): readonly Case[] {
  const file = join(import.meta.dirname, '../model/vectors/twelve-states.json');
  const { input } = JSON.parse(readFileSync(file, 'utf8'));
  const cases: Case[] = [];
  let world = openWorld(setting, standardOpening(roster));
  for (const { event, orders } of input.rounds) {
    const named = typeof event === 'string' && event !== 'draw' ? { id: event } : (event ?? null);
    const drawn = event === 'draw' ? drawEvent(setting, SEED, world.round + 1) : named;
    const round: RoundInput = {
      seed: SEED,
      orders,
      events: drawn ? [drawn] : [],
      pledges: [],
      recognitions: [],
    };
    const after = apply(world, resolveRound(setting, world, round).entries);
    if (!world.locked) cases.push({ world, input: round, after });
    world = after;
  }
  return cases;
}

const cases = casesOf();
const room = kernelRoom(12);
const column = (
  of: 'weight' | 'capability' | 'market' | 'dependence' | 'exposure' | 'rulemaking' | 'position',
) => Float64Array.from(setting.seats, (seat) => seat[of]);
const seats = {
  w: column('weight'),
  cap: column('capability'),
  mkt: column('market'),
  dep: column('dependence'),
  vul: column('exposure'),
  dip: column('rulemaking'),
  pos: column('position'),
};

/** The kernel must give the engine's numbers, or it is no comparator; sums in another order may differ in the last digit. */
function proveKernel(): void {
  for (const { world, input, after } of cases) {
    load(room, world);
    kernelRound(room, seats, setting.parameters, planRound(setting, input));
    const state = unload(room);
    for (const quantity of ['trust', 'restriction', 'barrier', 'score', 'force', 'shock'] as const) {
      for (const [index, value] of after[quantity].entries()) {
        if (Math.abs(value - (state[quantity][index] ?? Number.NaN)) > 4) {
          throw new Error(`the kernel differs in ${quantity} ${index} of round ${after.round}`);
        }
      }
    }
  }
}

const subjects = {
  engine: () => {
    for (const { world, input } of cases) resolveRound(setting, world, input);
  },
  kernel: () => {
    for (const { world, input } of cases) {
      load(room, world);
      kernelRound(room, seats, setting.parameters, planRound(setting, input));
      unload(room);
    }
  },
  arithmetic: () => {
    for (const [index, { world }] of cases.entries()) {
      load(room, world);
      const plan = plans[index];
      if (plan !== undefined) kernelRound(room, seats, setting.parameters, plan);
    }
  },
};
const plans = cases.map(({ input }) => planRound(setting, input));

/** Microseconds a round: the median of the fastest quarter of batches, so that other work on the machine counts little. */
function timeOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return ((sorted[Math.floor(times.length / 8)] ?? 0) * 1000) / cases.length;
}

function run(): Readonly<Record<keyof typeof subjects, number>> {
  const times = { engine: [] as number[], kernel: [] as number[], arithmetic: [] as number[] };
  for (let batch = 0; batch < BATCHES; batch++) {
    for (const name of ['engine', 'kernel', 'arithmetic'] as const) {
      const begin = performance.now();
      for (let k = 0; k < 10; k++) subjects[name]();
      times[name].push((performance.now() - begin) / 10);
    }
  }
  return { engine: timeOf(times.engine), kernel: timeOf(times.kernel), arithmetic: timeOf(times.arithmetic) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

proveKernel();
run();
const runs = Array.from({ length: RUNS }, run);
const figures = {
  seats: 12,
  rounds: cases.length,
  runs: RUNS,
  engineMicroseconds: median(runs.map(({ engine }) => engine)),
  kernelMicroseconds: median(runs.map(({ kernel }) => kernel)),
  arithmeticMicroseconds: median(runs.map(({ arithmetic }) => arithmetic)),
  ratio: median(runs.map(({ engine, kernel }) => engine / kernel)),
  ratioToArithmetic: median(runs.map(({ engine, arithmetic }) => engine / arithmetic)),
  entries: median(cases.map(({ world, input }) => resolveRound(setting, world, input).entries.length)),
  ledgerBytes: Math.max(
    ...cases.map(
      ({ world, input }) => JSON.stringify(packLedger(resolveRound(setting, world, input).entries)).length,
    ),
  ),
};
const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'rules.json'), `${JSON.stringify(figures, null, 2)}\n`);
process.stdout.write(`P1  one round, 12 seats, one pass (median of ${RUNS} runs)
    engine, world and orders in, ${figures.entries} ledger entries, payoffs, indicators out   ${figures.engineMicroseconds.toFixed(1)} µs
    kernel, world and orders in, next world, payoffs, indicators out, no ledger   ${figures.kernelMicroseconds.toFixed(1)} µs
    kernel, arithmetic alone on resident arrays                                   ${figures.arithmeticMicroseconds.toFixed(1)} µs
    ratio to the kernel ${figures.ratio.toFixed(2)} (aim: at most 2.0), to its arithmetic alone ${figures.ratioToArithmetic.toFixed(2)}
    largest ledger of a round ${figures.ledgerBytes} bytes (budget 8 000)
`);
