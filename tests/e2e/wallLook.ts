import type { Page } from 'playwright-core';
import type { Window } from './window.ts';
import type { WallClass } from './wallClass.ts';
import { faultsIn, mapShare } from './wallFaults.ts';
import { seenOn } from './wallSeen.ts';

const walls = [
  { width: 1920, height: 1080, least: 0.55 },
  { width: 1280, height: 720, least: 0.55 },
  { width: 1024, height: 768, least: 0.45 },
] as const;

/** The window of a wall during a class, and what was seen in it so far. */
export interface Wall {
  readonly window: Window;
  readonly led: WallClass;
  /** The map's first position, by size and language. */
  readonly maps: Map<string, unknown>;
  /** Every fault at any moment. */
  readonly faults: string[];
}

/** Measures one moment at every size and in both languages, on every page; the map must stay in its first position. */
export async function look({ window: { page }, maps, faults }: Wall, moment: string): Promise<void> {
  for (const { width, height, least } of walls) {
    await page.setViewportSize({ width, height });
    for (const turn of ['one language', 'the other']) {
      await settled(page);
      const language = await page.evaluate(() => document.documentElement.lang);
      const at = `${moment}, ${width}×${height}, ${language}`;
      const seen = await seenOn(page);
      faults.push(...faultsIn(seen).map((fault) => `${at}: ${fault}`));
      if (seen.map !== null) {
        const key = `${seen.centre} ${width} ${language}`;
        if (!maps.has(key)) maps.set(key, seen.map);
        if (mapShare(seen) < least)
          faults.push(`${at}: the map has ${mapShare(seen).toFixed(2)} of the wall`);
        if (JSON.stringify(maps.get(key)) !== JSON.stringify(seen.map))
          faults.push(`${at}: the map has moved to ${JSON.stringify(seen.map)}`);
      }
      if (turn === 'one language') await switchLanguage(page);
    }
    await switchLanguage(page);
  }
}

/** Switches the language and waits two frames, so that the layout is complete. */
export async function switchLanguage(page: Page): Promise<void> {
  await page.locator('.projector-controls button[lang]').evaluate((button: HTMLElement) => button.click());
  await settled(page);
}

/** Waits two frames, so that the layout is complete. */
export function settled(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}
