import { parseLog, type ParsedLog } from '../../shared/log/parse.ts';
import { seekable } from '../../shared/log/seek.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import { HOLD } from '../../shared/model/actions.ts';
import { viewFor } from '../../shared/session/view.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { at } from '../../shared/lib/at.ts';
import { sha256 } from '../../server/store/digest.ts';
import { bigRecord, sizedScenario } from '../support/bigRecord.ts';
import { counted, machineNow, medianOf, writeResult } from './results.ts';

/** P9: how cost grows with the work: the slope of time over size, both as logarithms, fitted by least squares. */

const RUNS = counted('--runs', 5);

interface Growth {
  readonly what: string;
  readonly sizes: readonly number[];
  /** Prepares the work, so that the preparation is not timed. */
  readonly prepare: (size: number) => () => unknown;
  readonly bound: string;
}

function recordOf(size: Parameters<typeof bigRecord>[0]): ParsedLog {
  const log = parseLog(bigRecord(size));
  if (!log.ok) throw new Error(log.failure.what);
  return log.value;
}

const growths: readonly Growth[] = [
  {
    what: 'one round, by seats',
    sizes: [6, 12, 20, 30, 40],
    prepare: (seats) => {
      const scenario = sizedScenario(seats, 16);
      const setting = settingOf(scenario, at(scenario.plans, 0));
      const world = openingWorld(scenario, setting);
      const orders = Object.fromEntries(setting.seats.map(({ id }) => [id, HOLD]));
      const round = { seed: 7, orders, events: [], pledges: [], recognitions: [] };
      return () => resolveRound(setting, world, round);
    },
    bound: '≤ 3',
  },
  {
    what: 'one view, by seats',
    sizes: [6, 12, 20, 30, 40],
    prepare: (seats) => {
      const state = seekable(recordOf({ seats, rounds: 3, lines: 300 })).stateAt(250);
      return () => viewFor(state, { kind: 'observer' }, () => null);
    },
    bound: '≤ 3',
  },
  {
    what: 'fold a record, by rounds',
    sizes: [4, 8, 16, 32],
    prepare: (rounds) => {
      const log = recordOf({ seats: 12, rounds, lines: 0 });
      return () => seekable(log);
    },
    bound: 'near 1',
  },
  {
    what: 'fold a record, by lines',
    sizes: [1000, 2000, 4000, 8000],
    prepare: (lines) => {
      const log = recordOf({ seats: 12, rounds: 16, lines });
      return () => seekable(log);
    },
    bound: 'near 1',
  },
  {
    what: 'verify a record, by lines',
    sizes: [1000, 2000, 4000, 8000],
    prepare: (lines) => {
      const log = recordOf({ seats: 12, rounds: 16, lines });
      return () => verifyLog(log, sha256);
    },
    bound: 'near 1',
  },
];

/** The least of several runs, each long enough to measure; ms. */
function timeOf(work: () => unknown): number {
  work();
  const once = (times: number): number => {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) work();
    return (performance.now() - began) / times;
  };
  const times = Math.max(1, Math.ceil(20 / once(1)));
  return medianOf(Array.from({ length: RUNS }, () => once(times)));
}

function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const top = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return top / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const rows = growths.map(({ what, sizes, prepare, bound }) => {
  const points = sizes.map((size) => [size, timeOf(prepare(size))] as const);
  return {
    what,
    'time at each size, ms': points.map(([size, time]) => `${size}: ${time.toFixed(2)}`).join(', '),
    exponent: slope(points).toFixed(2),
    bound,
  };
});
const title = `P9: how cost grows (median of ${RUNS})`;
console.log(title);
console.table(rows);
writeResult('growth', {
  title,
  bound: 'near linear in lines, at most cubic in seats',
  machine: machineNow(),
  rows,
});
