import { packLedger } from '../../shared/model/ledger.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import { planRound } from '../../shared/model/rules/moves.ts';
import { kernelRound, load, unload } from './kernel.js';
import { machineNow, writeResult } from './results.ts';
import { cases, differences, room, seats, setting } from './kernelCases.ts';

const RUNS = 11;
const BATCHES = 60;

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

/** Microseconds per round: the median of the fastest quarter of batches, so that other work on the machine matters little. */
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

const faults = differences();
if (faults.length > 0) throw new Error(`the kernel differs: ${faults.join(', ')}`);
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
writeResult('rules', {
  title: `P1: one round of twelve states with ${figures.entries} ledger entries (median of ${RUNS})`,
  bound: '≤ 2.0 times the kernel',
  machine: machineNow(),
  rows: [
    {
      'engine, µs': figures.engineMicroseconds.toFixed(1),
      'kernel, µs': figures.kernelMicroseconds.toFixed(1),
      ratio: figures.ratio.toFixed(2),
      'arithmetic alone, µs': figures.arithmeticMicroseconds.toFixed(1),
      'ratio to it': figures.ratioToArithmetic.toFixed(2),
      'largest ledger, bytes': figures.ledgerBytes,
    },
  ],
});
process.stdout.write(`P1  one round, 12 seats, one pass (median of ${RUNS} runs)
    engine, world and orders in, ${figures.entries} ledger entries, payoffs, indicators out   ${figures.engineMicroseconds.toFixed(1)} µs
    kernel, world and orders in, next world, payoffs, indicators out, no ledger   ${figures.kernelMicroseconds.toFixed(1)} µs
    kernel, arithmetic alone on resident arrays                                   ${figures.arithmeticMicroseconds.toFixed(1)} µs
    ratio to the kernel ${figures.ratio.toFixed(2)} (aim: at most 2.0), to its arithmetic alone ${figures.ratioToArithmetic.toFixed(2)}
    largest ledger of a round ${figures.ledgerBytes} bytes (budget 8 000)
`);
