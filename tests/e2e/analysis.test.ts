import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { analysis } from '../../client/text/en/analysis.ts';
import { showOnFailure, hasBrowser } from './browserHere.ts';
import { useStage } from './stage.ts';
import { openWindow } from './window.ts';

const record = fileURLToPath(new URL('../golden/archipelago-5x3-talk.jsonl', import.meta.url));
const ROUNDS = 5;
const SEATS = 6;
/** The height of a sheet of A4. */
const PAGE_PX = 1123;

describe.skipIf(!hasBrowser)('the analysis of a record', () => {
  const stage = useStage();

  test('is printed with all its drawings as they stand, in their order, and without empty pages', {
    timeout: 120_000,
  }, async () => {
    const address = new URL('/replay#at=ended&tab=analysis', stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, address, { calm: true });
    showOnFailure(window);
    const { page, words } = window;
    await page.getByLabel(words.replay.open.choose).setInputFiles(record);
    const figures = page.locator('.analysis-figure');
    await expect.poll(() => page.locator('.analysis-card').count()).toBe(9);
    await expect.poll(() => figures.locator('svg').count()).toBe(await figures.count());
    const asked = await page.locator('.analysis-card h3').allInnerTexts();
    // Side by side on the screen, in one column on paper.
    const pdf = await page.pdf({ format: 'A4' });
    await page.evaluate(() => {
      for (const drawing of document.querySelectorAll('.analysis-figure svg')) drawing.classList.add('seen');
    });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const heads = await page.locator('.analysis-card h3').evaluateAll((all) =>
      all
        .map((head) => ({ text: head.textContent, top: head.getBoundingClientRect().top }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    const half = Math.ceil(asked.length / 2);
    expect(heads).toEqual(
      asked.slice(0, half).flatMap((left, row) => [left, ...asked.slice(half + row, half + row + 1)]),
    );
    expect(await figures.locator('svg.seen').count()).toBe(await figures.count());
    const papers = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    const bottom = await page.evaluate(() => document.documentElement.scrollHeight);
    // A chart is never cut, so a page may end early, by two thirds at most.
    expect(papers.length).toBeLessThanOrEqual(Math.ceil((bottom * 1.5) / PAGE_PX));
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('opens from a file, follows the position, and saves what it shows', { timeout: 240_000 }, async () => {
    const window = await openWindow(stage.browser, new URL('/replay', stage.program.joinUrl).href);
    showOnFailure(window);
    const { page, words } = window;
    await page.getByLabel(words.replay.open.choose).setInputFiles(record);
    await page
      .getByRole('navigation', { name: words.play.tabsLabel })
      .getByRole('button', { name: words.replay.tabs.analysis })
      .filter({ visible: true })
      .click();
    await page.getByRole('button', { name: analysis.page.toEnd }).click();
    const orders = cardOf(page, analysis.orders.title);
    await orders.getByText(`Of ${ROUNDS * SEATS} orders`).waitFor();
    expect(await page.locator('.analysis-card').count()).toBe(9);
    expect(await page.locator('.analysis-figure svg style').count()).toBe(0);
    expect(await page.evaluate(() => location.hash)).toContain('tab=analysis');

    await page.getByLabel(analysis.trust.slider).fill('2');
    await orders.getByText(`Of ${2 * SEATS} orders`).waitFor();
    await orders.getByText(analysis.asTable).click();
    expect(await roundsIn(orders)).toEqual(['1', '2', '3', '4', '5']);
    expect(await roundsIn(orders, 'tr[aria-current]')).toEqual(['2']);

    const csv = await saved(page, orders, 'csv');
    expect(csv.name).toBe('crossroads-orders.csv');
    expect(csv.text.split('\r\n')[0]).toBe('\uFEFFRound,Family,By people,By bots');
    expect(csv.text.trim().split('\r\n')).toHaveLength(1 + ROUNDS * 4);
    const svg = await saved(page, orders, 'svg');
    expect(svg.text).toContain(analysis.orders.title);
    expect(svg.text).not.toContain('var(--');
    const png = await saved(page, orders, 'png');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);

    await hideAhead(page, window.words);
    await orders.getByText(`Of ${2 * SEATS} orders`).waitFor();
    await orders.getByText(analysis.asTable).click();
    expect(await roundsIn(orders)).toEqual(['1', '2']);
    expect(window.complaints).toEqual([]);
    expect(window.strangers).toEqual([]);
    await window.context.close();
  });
});

function cardOf(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The rounds that a chart's table has rows of, each once. */
async function roundsIn(card: Locator, rows = 'tbody tr'): Promise<readonly string[]> {
  return [...new Set(await card.locator(`${rows} td:first-child`).allTextContents())];
}

async function hideAhead(page: Page, words: Awaited<ReturnType<typeof openWindow>>['words']): Promise<void> {
  const tab = (name: string) =>
    page
      .getByRole('navigation', { name: words.play.tabsLabel })
      .getByRole('button', { name })
      .filter({ visible: true });
  await tab(words.replay.tabs.index).click();
  await page.getByLabel(words.replay.spoiler).check();
  await tab(words.replay.tabs.analysis).click();
}

async function saved(page: Page, card: Locator, kind: 'png' | 'svg' | 'csv') {
  const waiting = page.waitForEvent('download');
  await card.getByRole('button', { name: new RegExp(`^${analysis.saving.kinds[kind]}:`) }).click();
  const download: Download = await waiting;
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}
