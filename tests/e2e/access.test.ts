import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { awaitRest, countDraws, drawCalls } from './frames.ts';
import { enterAsHost, openSession } from './hosting.ts';
import { awaitDecision, cardButton, openTab, sealOrder, skipReveal } from './play.ts';
import { openWindow, PATIENCE_MS, type Window } from './window.ts';

const ROUNDS = 5;
/** What the first page's living map does every so often, in ms, with room for a slow machine. */
const BEAT_MS = 7000;

describe.skipIf(!hasBrowser)('access', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    [browser, program] = await Promise.all([startBrowser(foundBrowser()), startProgram()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  test('axe finds nothing serious on any screen, in both themes', { timeout: 300_000 }, async () => {
    const window = await openWindow(browser, program.hostUrl, { before: axe.source });
    showOnFailure(window);
    const { page, words } = window;
    const faults: string[] = [];
    const check = async (screen: string): Promise<void> => {
      faults.push(...(await seriousFaults(window, screen)));
    };
    await page.getByRole('button', { name: words.hostDoor.set.save }).waitFor();
    await check('host, password');
    await enterAsHost(window);
    await check('host');
    const code = await openSession(window);
    await check('host, lobby');
    await page.goto(`${program.joinUrl}/join/${code}`);
    await page.getByRole('button', { name: words.shell.join.take }).waitFor();
    await check('join');
    await page.goto(program.joinUrl);
    await page.getByRole('link', { name: words.shell.home.practice }).waitFor();
    await check('home');
    await page.getByRole('link', { name: words.shell.home.practice }).click();
    await page.getByText('Concordia', { exact: true }).waitFor();
    await check('practice');
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, ROUNDS);
    await cardButton(window, 'restrict').click();
    await check('play, decision');
    await cardButton(window, 'restrict').click();
    for (let round = 1; round <= ROUNDS; round += 1) {
      await awaitDecision(window, round, ROUNDS);
      await sealOrder(window, { action: 'hold' });
      await skipReveal(window, round);
      if (round === 1) {
        await check('play, reveal');
        await openTab(window, 'why');
        await page.locator('.why').locator('.gauge', { hasText: words.play.gauges.efficiency }).click();
        await page.locator('.cause-sum').waitFor();
        await check('play, why');
        await openTab(window, 'reveal');
      }
      const { continueTo } = words.play;
      const name = round < ROUNDS ? continueTo.decision : continueTo.next;
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByText(words.play.ending.because.lastRound).waitFor();
    await check('ending');
    await page.getByRole('link', { name: words.play.ending.replay }).click();
    await page.getByRole('button', { name: words.replay.transport.onRound }).click();
    await check('replay');
    expect(faults).toEqual([]);
    await window.context.close();
  });

  test('the map at rest draws nothing for two seconds, and wakes when it is touched', {
    timeout: 180_000,
  }, async () => {
    const window = await openWindow(browser, `${program.joinUrl}/practice`, { before: countDraws });
    showOnFailure(window);
    const { page, words } = window;
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, ROUNDS);
    await page.locator('.map-frame canvas').waitFor();
    await expect.poll(() => drawCalls(page), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await awaitRest(page, PATIENCE_MS);
    const before = await drawCalls(page);
    await page.waitForTimeout(2000);
    expect((await drawCalls(page)) - before, 'draw calls in two seconds of rest').toBe(0);
    // Between the names, which lie above the drawing.
    await page.locator('.map-frame').hover({ position: { x: 12, y: 200 } });
    await page.mouse.wheel(0, -240);
    await expect.poll(() => drawCalls(page), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
    await awaitRest(page, PATIENCE_MS);
    await window.context.close();
  });

  test('who asked for less motion gets none', { timeout: 180_000 }, async () => {
    const lively = await openWindow(browser, program.joinUrl, { before: countDraws });
    const calm = await openWindow(browser, program.joinUrl, { before: countDraws, calm: true });
    showOnFailure(lively, calm);
    for (const { page } of [lively, calm]) await page.locator('.living-map.shown').waitFor();
    await awaitRest(calm.page, PATIENCE_MS);
    const [atRest, inMotion] = [await drawCalls(calm.page), await drawCalls(lively.page)];
    await calm.page.waitForTimeout(BEAT_MS + 2000);
    expect((await drawCalls(calm.page)) - atRest, 'draw calls behind a calm start page').toBe(0);
    expect(await drawCalls(lively.page), 'the start page moves for the others').toBeGreaterThan(inMotion);
    await lively.context.close();
    const { page, words } = calm;
    await page.getByRole('link', { name: words.shell.home.practice }).click();
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(calm, 1, ROUNDS);
    expect(await moving(calm), 'moving in the decision').toEqual([]);
    await sealOrder(calm, { action: 'commit' });
    await page.getByRole('heading', { name: words.play.reveal.title(1) }).waitFor();
    expect(await moving(calm), 'moving in the reveal').toEqual([]);
    await skipReveal(calm, 1);
    expect(await moving(calm), 'moving after the reveal').toEqual([]);
    await calm.context.close();
  });
});

/** What axe calls serious or critical on the screen as it is now, in the night and on paper. */
async function seriousFaults({ page }: Window, screen: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme === 'dark' ? 'night' : 'paper'}"]`).waitFor();
    await settled(page);
    const found = await page.evaluate(async () => {
      const { axe: injected } = globalThis as typeof globalThis & { axe: typeof axe };
      const ran = await injected.run(document, { resultTypes: ['violations'] });
      return ran.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
        );
    });
    faults.push(...found.map((fault) => `${screen}, ${colorScheme}: ${fault.replaceAll(/\s+/g, ' ')}`));
  }
  return faults;
}

/** Colours on their way from one theme to the other are neither's: waits until every transition is over. */
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

/** Everything on the page that moves for longer than a blink; what only fades or changes colour does not move. */
async function moving({ page }: Window): Promise<readonly string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { effect, playState } = animation;
      const length = Number(effect?.getComputedTiming().duration ?? 0);
      if (playState !== 'running' || length < 50 || !(effect instanceof KeyframeEffect)) return [];
      const still = /^(offset|computedOffset|easing|composite|opacity|(\w*C|c)olor|fill|stroke)$/;
      const moved = effect
        .getKeyframes()
        .flatMap((frame) => Object.keys(frame).filter((key) => !still.test(key)));
      return moved.length === 0
        ? []
        : [`${effect.target?.className ?? ''} for ${length} ms: ${moved.join()}`];
    }),
  );
}
