import type { Page } from 'playwright-core';
import type { Window } from './window.ts';
import type { WallClass } from './wallClass.ts';
import { faultsIn, mapShare } from './wallFaults.ts';
import { seenOn } from './wallSeen.ts';

/** The share of a wall that is the map's, always. */
export const MAP_SHARE = 0.55;
const walls = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

/** Shapes of other projectors and screens, and heights at which only the space beneath the last line may be left over. */
const shapes = [
  { width: 1280, height: 800 },
  { width: 1280, height: 1024 },
  { width: 1500, height: 1000 },
  ...Array.from({ length: 15 }, (_, step) => ({ width: 1280, height: 700 + 8 * step })),
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
  for (const { width, height } of walls) {
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
        if (mapShare(seen) < MAP_SHARE)
          faults.push(`${at}: the map has ${mapShare(seen).toFixed(2)} of the wall`);
        if (JSON.stringify(maps.get(key)) !== JSON.stringify(seen.map))
          faults.push(`${at}: the map has moved to ${JSON.stringify(seen.map)}`);
      }
      if (turn === 'one language') await switchLanguage(page);
    }
    await switchLanguage(page);
  }
}

/** Measures one moment in other shapes; the map then lies elsewhere, but is as large. */
export async function lookAtShapes(wall: Wall, moment: string): Promise<void> {
  const { page } = wall.window;
  for (const size of shapes) {
    await page.setViewportSize(size);
    for (const turn of ['one language', 'the other']) {
      await settled(page);
      const seen = await seenOn(page);
      const at = `${moment}, ${size.width}×${size.height}, ${turn}`;
      wall.faults.push(...faultsIn(seen).map((fault) => `${at}: ${fault}`));
      if (mapShare(seen) < MAP_SHARE) wall.faults.push(`${at}: the map has ${mapShare(seen).toFixed(2)}`);
      await switchLanguage(page);
    }
  }
}

/** In the page: how many of the round's headlines stand on the page that is open. */
export function headlinesOnOpenPage(): number {
  const frame = document.querySelector('.book-frame')?.getBoundingClientRect();
  return [...document.querySelectorAll('.book .news li')].filter((line) => {
    const { left } = line.getBoundingClientRect();
    return frame !== undefined && left >= frame.left - 4 && left < frame.right;
  }).length;
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
