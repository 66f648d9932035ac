import { measureRounds } from '../../shared/analysis/record/measureRounds.ts';
import { analysedUpTo } from '../../client/screens/replay/analysis/analysed.ts';
import { chartsOf } from '../../client/screens/replay/analysis/charts.ts';
import { fetchWords } from '../../client/text/language.ts';
import { recordedSource } from '../../client/source/recorded.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bigRecord } from '../support/bigRecord.ts';
import { counted, machineNow, writeResult } from './results.ts';

/**
 * P7: the script time of a replay when it opens, when its nine charts are made, and while somebody drags its handle, and what it
 * holds in memory, beside `JSON.parse` of the file.
 */

const SEEKS = counted('--seeks', 400);

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const heldNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const size = { seats: counted('--seats', 40), rounds: 16, lines: counted('--lines', 8000) };
const text = bigRecord(size);
const before = heldNow();
const openBegan = performance.now();
const opened = recordedSource(text);
const openMs = performance.now() - openBegan;
if (!opened.ok) throw new Error(opened.failure.what);
const source = opened.value;
/** What the opened record holds with the text of the file, which was there before. */
const held = (heldNow() - before + text.length) / text.length;

const parseBegan = performance.now();
for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
const parseMs = performance.now() - parseBegan;

await fetchWords('en');
const analysisBegan = performance.now();
const all = source.breaks.map((place) => source.viewAt(place));
const measures = measureRounds(source.tableAt(source.length));
const analysed = analysedUpTo(source, { now: source.breaks.length - 1, hides: false, all, measures });
const charts = chartsOf(analysed, analysed.last.card.seats[0]?.id ?? '');
const analysisMs = performance.now() - analysisBegan;
if (charts.some(({ sentence }) => sentence === '')) throw new Error('a chart says nothing');
const seats = source.view.peek()?.table.seats ?? [];

/** Places far apart, the same in every run. */
function seek(n: number): number {
  const began = performance.now();
  source.position.value = (n * 7919) % (source.length + 1);
  if (n % 4 === 0) {
    const seat = seats[(n / 4) % seats.length]?.id ?? '';
    source.viewer.value = { kind: 'participantAfterEnd', seat };
  }
  if (source.view.value === null) throw new Error('nothing to see');
  return performance.now() - began;
}

for (let n = 0; n < SEEKS / 4; n += 1) seek(n);
/** The shortest of three passes over the same places, so that other work on the machine matters little. */
const passes = [0, 1, 2].map(() => Array.from({ length: SEEKS }, (_, n) => seek(n)));
const times = Array.from({ length: SEEKS }, (_, n) =>
  Math.min(...passes.map((pass) => pass[n] ?? 0)),
).toSorted((a, b) => a - b);
const share = (part: number): string =>
  (times[Math.min(SEEKS - 1, Math.floor(SEEKS * part))] ?? 0).toFixed(2);
const rows = [
  {
    'open, ms': openMs.toFixed(0),
    'analysis, ms': analysisMs.toFixed(0),
    'both, times JSON.parse': ((openMs + analysisMs) / parseMs).toFixed(1),
    'JSON.parse of it, ms': parseMs.toFixed(0),
    'held, times the file': held.toFixed(1),
    'half of the seeks, ms': share(0.5),
    'p99, ms': share(0.99),
    'slowest, ms': share(1),
  },
];
const title = `P7: opening and ${SEEKS} seeks in a record of ${size.seats} states, ${size.rounds} rounds and ${source.length} lines`;
console.log(title);
console.table(rows);
writeResult('replay', {
  title,
  bound:
    '< 16 ms of script a seek; open and analysis < 40 times JSON.parse and < 2.5 s; held < 6 times the file',
  machine: machineNow(),
  rows,
});
