import { parseLog, type ParsedLog } from '../../shared/log/parse.ts';
import { foldLine, replay } from '../../shared/log/replay.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { decide } from '../../shared/session/decide.ts';
import { sha256 } from '../../server/store/digest.ts';
import { bigRecord } from '../support/bigRecord.ts';
import { counted, machineNow, medianOf, writeResult } from './results.ts';

/** P8: verifying a record compared with its three parts, each alone. */

const RUNS = counted('--runs', 5);
const size = { seats: counted('--seats', 40), rounds: 16, lines: counted('--lines', 8000) };

const parsed = parseLog(bigRecord(size));
if (!parsed.ok) throw new Error(`${parsed.failure.where} ${parsed.failure.what}`);
const log: ParsedLog = parsed.value;
const { states } = replay(log);

const work = {
  verify: () => {
    const { ok, firstFault } = verifyLog(log, sha256);
    if (!ok) throw new Error(`the record does not verify: ${firstFault?.what}`);
  },
  fold: () => {
    let [state] = states;
    for (const line of log.lines) if (state !== undefined) state = foldLine(state, line);
  },
  decide: () => {
    for (const [index, line] of log.lines.entries()) {
      const state = states[index];
      if (state === undefined || !decide(state, line.actor, line.command).ok)
        throw new Error(`line ${index + 1}`);
    }
  },
  hash: () => {
    for (const raw of log.rawLines) sha256(raw);
  },
};
type Kind = keyof typeof work;
const kinds = ['verify', 'fold', 'decide', 'hash'] as const;

function timed(kind: Kind): number {
  const began = performance.now();
  work[kind]();
  return performance.now() - began;
}

for (const kind of kinds) timed(kind);
const runs = Array.from({ length: RUNS }, () => {
  const [verify, fold, decided, hash] = kinds.map(timed);
  return { verify: verify ?? 0, fold: fold ?? 0, decide: decided ?? 0, hash: hash ?? 0 };
});
const mid = (of: (run: Readonly<Record<Kind, number>>) => number): number => medianOf(runs.map(of));
const rows = [
  {
    'verify, ms': mid((run) => run.verify).toFixed(0),
    'fold, ms': mid((run) => run.fold).toFixed(0),
    'decide, ms': mid((run) => run.decide).toFixed(0),
    'hash, ms': mid((run) => run.hash).toFixed(0),
    ratio: mid((run) => run.verify / (run.fold + run.decide + run.hash)).toFixed(2),
  },
];
const title = `P8: verifying ${log.lines.length} lines of ${size.seats} seats over ${size.rounds} rounds (median of ${RUNS})`;
console.log(title);
console.table(rows);
writeResult('verify', { title, bound: '≤ 1.5 times fold, decide and hash', machine: machineNow(), rows });
