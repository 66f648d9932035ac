import axe from 'axe-core';
import { Ear } from './ear.ts';
import type { Window } from './window.ts';

/** Runs in every page under test, before the page's own scripts. */
export const axeSource: string = axe.source;

/** The themes differ in colours only, so the paper theme repeats only the colour rules. */
const onlyIn: Readonly<Record<'dark' | 'light', readonly string[]>> = {
  dark: [],
  light: ['color-contrast', 'link-in-text-block'],
};

/** Unfolds everything that is folded, so that axe sees it too. */
export async function unfold({ page }: Window): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** A screen's faults for people who see badly or not at all: by axe, by its tree, and at 200 % zoom. */
export async function faultsOf(window: Window, screen: string): Promise<readonly string[]> {
  const ear = await Ear.at(window.page);
  const faults = [
    ...(await ear.faults(screen)),
    ...(await seriousFaults(window, screen)),
    ...(await overTheEdgeZoomed(window, screen)),
  ];
  await ear.leave();
  return faults;
}

/** What axe calls serious or critical on the current screen, in the night theme and on paper. */
async function seriousFaults({ page }: Window, screen: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme === 'dark' ? 'night' : 'paper'}"]`).waitFor();
    await settled(page);
    const found = await page.evaluate(async (only) => {
      const { axe: injected } = globalThis as typeof globalThis & { axe: typeof axe };
      const ran = await injected.run(document, {
        resultTypes: ['violations'],
        ...(only.length > 0 ? { runOnly: [...only] } : {}),
      });
      return ran.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
        );
    }, onlyIn[colorScheme]);
    faults.push(...found.map((fault) => `${screen}, ${colorScheme}: ${fault.replaceAll(/\s+/g, ' ')}`));
  }
  return faults;
}

/** How far the page extends beyond the right edge of a window at 200 % zoom: 640 by 400 CSS pixels of a laptop's screen. */
async function overTheEdgeZoomed({ page }: Window, screen: string): Promise<readonly string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 640, height: 400 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (before) await page.setViewportSize(before);
  return over > 0 ? [`${screen}: ${over} px over the edge at 200 %`] : [];
}

/** Waits until every transition is over, because colours between two themes belong to neither. */
async function settled(page: Window['page']): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) =>
          animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity,
      ),
  );
}
