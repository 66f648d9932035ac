import { beforeAll, describe, expect, test } from 'vitest';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { languages, openWindow } from './window.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { playedClass } from '../support/ledClass.ts';
import { replay } from '#shared/log/replay.ts';
import { shareBelow } from '#shared/simulation/dialFan.ts';
import { fanShippedFor } from '../../client/source/shippedFans.ts';
import { enterAsHost } from './hosting.ts';
import { quarrelLog } from '../log/quarrelLog.ts';

describe.skipIf(!hasBrowser)('comparing sessions', () => {
  const stage = useStage();
  const records: string[] = [];
  beforeAll(async () => {
    for (const seed of [5, 6]) records.push(await playedLog('archipelago', seed));
  });

  test('a phone opens two files, sees them over each other, and where they lie among simulated ones', async () => {
    const url = new URL('/compare', stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, url, {
      language: 'zh',
      size: 'phone',
      before: axeSource,
    });
    showOnFailure(window);
    const { page, words } = window;
    const { compare } = words;
    const files = [...records, '{}'].map((text, index) => ({
      name: `class-${index}.jsonl`,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    }));
    await page.getByLabel(compare.choose).setInputFiles(files);
    await page.getByRole('heading', { name: compare.table }).waitFor();
    await page.getByText(compare.refusedOf('class-2.jsonl')).waitFor();
    expect(await page.locator('.compare-line').count()).toBe(2);
    // The fan of this scenario and plan was simulated beforehand; nothing has to be pressed.
    await page.getByText(compare.shipped(2000)).waitFor();
    await page.locator('.compare-ranks li').first().waitFor();
    await page.locator('polygon.band').first().waitFor({ state: 'attached' });
    expect(await faultsOf(window, 'comparing')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.getByRole('button', { name: `${compare.remove} B` }).click();
    expect(await page.locator('.compare-line').count()).toBe(1);
    expect(window.complaints).toEqual([]);
    expect(window.strangers).toEqual([]);
    await window.context.close();
  });

  test('a setting of one’s own is simulated on demand', async () => {
    const url = new URL('/compare', stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, url);
    showOnFailure(window);
    const { page, words } = window;
    const { compare } = words;
    // Its host dealt all cards from the first round on.
    const file = { name: 'own.jsonl', mimeType: 'text/plain', buffer: Buffer.from(quarrelLog()) };
    await page.getByLabel(compare.choose).setInputFiles(file);
    await page.getByRole('button', { name: compare.simulate(500) }).click();
    await page.getByText(compare.games(500, 500)).waitFor();
    expect(await page.locator('.compare-ranks li').count()).toBe(1);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('the wall shows at the end where the class lies among simulated sessions, in both languages', {
    timeout: 180_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    await enterAsHost(host);
    const cookie = (await host.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const played = await playedClass(joinUrl, cookie, 3);
    const { page, words } = host;
    await page.goto(`${joinUrl}/screen/${played.code}`);
    showOnFailure(host);
    await page.locator('.projector[data-phase="ended"]').waitFor();
    await page.keyboard.press('8');
    await page.locator('.wall-compare polygon.band').first().waitFor({ state: 'attached' });
    const record = await host.context.request.get(`${joinUrl}/api/sessions/${played.code}/log`);
    const below = await shareBelowEnd(await record.text());
    expect(await page.locator('.wall-rank').innerText()).toBe(words.compare.wall.rank(below));
    expect(await faultsOf(host, 'the comparison on the wall')).toEqual([]);
    // The keys of a wall sleep until somebody moves the pointer.
    await page.mouse.move(400, 300);
    await page.mouse.move(500, 300);
    await page.getByRole('button', { name: words.shell.otherLanguage }).click();
    await page.getByText(languages.zh.compare.wall.rank(below)).waitFor();
    expect(host.complaints).toEqual([]);
    played.host.close();
    await host.context.close();
  });
});

/** How many of a hundred sessions that were shipped as simulated ended lower than a record. */
async function shareBelowEnd(text: string): Promise<number> {
  const log = parsed(text);
  const fan = await fanShippedFor(log.header, { mix: 'CLASS', talk: true });
  if (fan === null) throw new Error('no fan was shipped for the setting');
  const end = replay(log).states.at(-1)?.rounds.at(-1)?.indicators.direction ?? Number.NaN;
  return shareBelow(fan, Math.round(end / 1000) * 1000);
}
