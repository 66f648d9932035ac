import type { Page } from 'playwright-core';
import { en } from '../../client/text/en.ts';
import { playedLog } from '../log/playedLog.ts';
import { findBrowser, startBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import { counted, machineNow, medianOf, writeResult } from './results.ts';

/** How often the page is pressed in each part. */
const presses = counted('--presses', 20);
/** How many continuations a fan of the page has. */
const RUNS = 200;

/** Keeps every task of the page's own thread that takes longer than 50 ms. */
const watchTasks = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/**
 * P10: the page while a fan of a twelve-seat record grows in its worker, beside the same page with nothing growing. Both are pressed
 * as often: a part of the page unfolds and folds. Counted are the tasks that hold the page up, and how long a press waits until the
 * page has drawn its effect and is free again.
 */
async function fanBench(): Promise<void> {
  const found = await findBrowser();
  if ('tried' in found) throw new Error(`no browser could be started:\n${found.tried.join('\n')}`);
  const [browser, program] = await Promise.all([startBrowser(found), startProgram()]);
  try {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watchTasks);
    await page.goto(new URL('/replay#whatif=1', program.joinUrl).href);
    await askBranch(page);
    const still = await pressed(page);
    const { start, done } = en.whatIf.fan;
    await page.getByRole('button', { name: start(RUNS) }).click();
    const began = performance.now();
    await page.locator('.what-if-verdict').waitFor();
    const growing = await pressed(page);
    const isWhole = await page.getByText(done(RUNS)).isVisible();
    await page.getByText(done(RUNS)).waitFor({ timeout: 120_000 });
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
    if (isWhole) throw new Error('the fan was whole before all presses: take fewer, --presses N');
    const rows = [
      { page: 'with nothing growing', ...still, 'fan, s': '' },
      { page: 'while a fan grows', ...growing, 'fan, s': seconds },
    ];
    console.log(`P10: ${presses} presses of the page, in ms`);
    console.table(rows);
    writeResult('fan', {
      title: `P10: a page with a twelve-seat record, pressed ${presses} times: long tasks and waits in ms`,
      bound: 'no press waits longer than 100 ms while a fan grows; a fan of 200 pairs in 10 s on a free core',
      machine: machineNow(),
      rows,
    });
  } finally {
    await browser.close();
    await program.stop();
  }
}

/** Opens a record, lets its first state hold, and waits for the branch. */
async function askBranch(page: Page): Promise<void> {
  const record = await playedLog('twelve-states', 5, '6x3');
  const file = { name: 'class.jsonl', mimeType: 'text/plain', buffer: Buffer.from(record) };
  await page.getByLabel(en.replay.open.choose).setInputFiles(file);
  await page.getByText(en.whatIf.orders.hold, { exact: true }).first().click();
  await page.getByRole('button', { name: en.whatIf.play, exact: true }).click();
  await page.getByRole('heading', { name: en.whatIf.answer.title }).waitFor();
  await page.waitForTimeout(2000);
}

/** Presses the page and counts what held it up meanwhile. */
async function pressed(page: Page) {
  const { waits, tasks } = await page.evaluate(async (count) => {
    const fold = document.querySelector<HTMLElement>('.what-if-more > summary');
    const found: unknown = Reflect.get(globalThis, 'longTasks');
    if (fold === null || !Array.isArray(found)) throw new Error('nothing to press');
    const before = found.length;
    const seen: number[] = [];
    for (let press = 0; press < count; press += 1) {
      const from = performance.now();
      fold.click();
      await new Promise((free) => requestAnimationFrame(() => setTimeout(free, 0)));
      seen.push(performance.now() - from);
      await new Promise((later) => setTimeout(later, 50));
    }
    await new Promise((told) => setTimeout(told, 300));
    return { waits: seen, tasks: found.slice(before).map(Number) };
  }, presses);
  return {
    'long tasks': tasks.length,
    'over 100 ms': tasks.filter((one) => one > 100).length,
    'longest task': Math.round(Math.max(0, ...tasks)),
    'median wait': Math.round(medianOf(waits)),
    'longest wait': Math.round(Math.max(...waits)),
  };
}

await fanBench();
