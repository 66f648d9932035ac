import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow } from '../e2e/window.ts';
import { bigRecord } from '../support/bigRecord.ts';
import { findBrowser, startBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import { counted, machineNow, medianOf, writeResult } from './results.ts';

/**
 * P7 in a browser: a record of forty states, sixteen rounds and 8000 lines is chosen as a file, and opens at its end with its nine
 * charts. Counted until all of them stand: the time that passes, and the script of the page. Beside it `JSON.parse` of the file in
 * the same page.
 */

const RUNS = counted('--runs', 5);
const size = { seats: counted('--seats', 40), rounds: 16, lines: counted('--lines', 8000) };
const CHARTS = 9;
/** Notes the longest piece of work that keeps the page from answering. */
const noteLongWork = `
  window.longestWork = 0;
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) window.longestWork = Math.max(window.longestWork, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

interface Opened {
  readonly wallMs: number;
  readonly scriptMs: number;
  /** The longest piece of work of the page until a second after the charts stood. */
  readonly longestMs: number;
  readonly parseMs: number;
}

const text = bigRecord(size);
const folder = mkdtempSync(join(tmpdir(), 'crossroads-bench-'));
const file = join(folder, 'class.jsonl');
writeFileSync(file, text);
const found = await findBrowser();
if ('tried' in found) throw new Error(`no browser could be started:\n${found.tried.join('\n')}`);
const [browser, program] = await Promise.all([startBrowser(found), startProgram()]);
const runs: Opened[] = [];
try {
  for (let run = 0; run <= RUNS; run += 1) runs.push(await openedIn(`${program.joinUrl}/replay`));
} finally {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true });
}

async function openedIn(address: string): Promise<Opened> {
  const { page, context, words } = await openWindow(browser, `${address}#at=ended&tab=analysis`, {
    calm: true,
    before: noteLongWork,
  });
  const picker = page.getByLabel(words.replay.open.choose);
  await picker.waitFor();
  const metrics = await context.newCDPSession(page);
  await metrics.send('Performance.enable');
  const script = async (): Promise<number> => {
    const { metrics: all } = await metrics.send('Performance.getMetrics');
    return 1000 * (all.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
  };
  const before = await script();
  const standing = page.evaluate(chartsStand, CHARTS);
  await picker.setInputFiles(file);
  const wallMs = await standing;
  const scriptMs = (await script()) - before;
  await page.waitForTimeout(1000);
  const longestMs = await page.evaluate(() => Number(Reflect.get(globalThis, 'longestWork')));
  const parseMs = await parsedIn(page);
  await context.close();
  return { wallMs, scriptMs, longestMs, parseMs };
}

/** Milliseconds from the choice of a file until as many charts are drawn or say why there is nothing to draw. */
async function chartsStand(charts: number): Promise<number> {
  let began = Number.NaN;
  addEventListener('change', () => (began = performance.now()), { capture: true, once: true });
  const isDrawn = (card: Element): boolean => {
    const figures = [...card.querySelectorAll('.analysis-figure')];
    return figures.every((figure) => figure.querySelector('svg') !== null);
  };
  return new Promise((resolve) => {
    const look = (): void => {
      const cards = [...document.querySelectorAll('.analysis-card')];
      if (cards.length === charts && cards.every(isDrawn)) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** `JSON.parse` of every line, the median of three. */
async function parsedIn(page: Page): Promise<number> {
  const times = await page.evaluate((all) => {
    return [0, 1, 2].map(() => {
      const began = performance.now();
      for (const line of all.split('\n')) if (line !== '') JSON.parse(line);
      return performance.now() - began;
    });
  }, text);
  return medianOf(times);
}

// The first run makes browser and server warm and does not count.
const counting = runs.slice(1);
const mid = (of: (run: Opened) => number): number => medianOf(counting.map(of));
const rows = [
  {
    'charts stand, ms': mid(({ wallMs }) => wallMs).toFixed(0),
    'slowest, ms': Math.max(...counting.map(({ wallMs }) => wallMs)).toFixed(0),
    'script, ms': mid(({ scriptMs }) => scriptMs).toFixed(0),
    'longest piece, ms': mid(({ longestMs }) => longestMs).toFixed(0),
    'JSON.parse of it, ms': mid(({ parseMs }) => parseMs).toFixed(0),
    'script, times JSON.parse': mid(({ scriptMs, parseMs }) => scriptMs / parseMs).toFixed(1),
  },
];
const title = `P7 in a browser: a file of ${size.seats} states, ${size.rounds} rounds and ${size.lines} lines until its nine charts stand, median of ${RUNS}`;
console.log(title);
console.table(rows);
writeResult('opening', {
  title,
  bound: '< 2.5 s of script, and < 40 times JSON.parse',
  machine: machineNow(),
  rows,
});
