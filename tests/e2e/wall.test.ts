import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow } from './window.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { startBrowser } from '../support/browser.ts';
import { openWallClass, type WallClass } from './wallClass.ts';
import { twelveStates } from './wallScenario.ts';
import { headlinesOnOpenPage, look, lookAtShapes, switchLanguage, type Wall } from './wallLook.ts';
import { longCommunique, orderAt, shortCommunique, shows } from './wallPlay.ts';

/** The wall on other shapes of screen; `tests/services/wall.test.ts` looks at every phase. */

describe.skipIf(!hasBrowser)('the wall', () => {
  let browser: Browser;
  let led: WallClass | null = null;
  beforeAll(async () => {
    browser = await startBrowser(foundBrowser());
  });
  afterAll(async () => {
    await browser?.close();
    await led?.close();
  });

  test('is as large on other shapes of wall, and no page is empty or begins with what had room before', {
    timeout: 300_000,
  }, async () => {
    await led?.close();
    const scenario = twelveStates();
    led = await openWallClass(scenario);
    const window = await openWindow(browser, led.url, { calm: true });
    showOnFailure(window);
    const { page } = window;
    const wall: Wall = { window, led, maps: new Map(), faults: [] };
    await led.seatAll();
    await led.host({ type: 'startSession' });
    await led.host({ type: 'closePhase', because: 'host' });
    await shows(page, 'negotiation');
    for (let place = 0; place < 6; place += 1)
      await led.publish(place, place % 2 === 0 ? longCommunique : shortCommunique);
    await page.locator('.book .told').nth(5).waitFor({ state: 'attached' });
    await lookAtShapes(wall, 'negotiation');
    await led.host({ type: 'closePhase', because: 'host' });
    for (const place of scenario.seats.keys()) await led.seal(place, orderAt(scenario, place));
    if (led.session.state.phase.name === 'decision') await led.host({ type: 'closePhase', because: 'host' });
    await led.host({ type: 'closePhase', because: 'host' });
    await shows(page, 'review');
    await look(wall, 'review');
    // In Chinese each of the three takes one line.
    await switchLanguage(page);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect.poll(() => page.evaluate(headlinesOnOpenPage), { timeout: 60_000 }).toBe(3);
    expect(wall.faults).toEqual([]);
    await window.context.close();
  });

  test('says that the device took its map away, and draws it again', async () => {
    await led?.close();
    led = await openWallClass(twelveStates());
    const window = await openWindow(browser, led.url, { calm: true, webgl: true });
    showOnFailure(window);
    const { page, words } = window;
    const canvas = page.locator('.map-frame canvas');
    await canvas.waitFor();
    await canvas.evaluate((element: HTMLCanvasElement) => {
      element.setAttribute('data-first', '');
      const drawing = element.getContext('webgl2') ?? element.getContext('webgl');
      drawing?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.getByText(words.play.map.lost).waitFor();
    await page.getByRole('button', { name: words.play.map.again }).click();
    await page.locator('.map-frame canvas:not([data-first])').waitFor();
    await page.getByText(words.play.map.lost).waitFor({ state: 'detached' });
    await window.context.close();
  });
});
