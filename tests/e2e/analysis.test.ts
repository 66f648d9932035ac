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

describe.skipIf(!hasBrowser)('the analysis of a record', () => {
  const stage = useStage();

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
