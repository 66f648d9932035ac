import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  awaitDecision,
  type Choice,
  dialOf,
  nameOf,
  openTab,
  readStair,
  type Stair,
  sealOrder,
  skipReveal,
  tenthsOf,
  untranslated,
} from './play.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { type Device, openWindow, sizes, type Window } from './window.ts';

const ROUNDS = 5;

describe.skipIf(!hasBrowser)('practice alone, from the start page to the end of the replay', () => {
  const stage = useStage();

  test.for<Required<Pick<Device, 'language' | 'size'>>>([
    { language: 'en', size: 'laptop' },
    { language: 'zh', size: 'phone' },
  ])('$language on a $size', { timeout: 300_000 }, async ({ language, size }) => {
    const window = await openWindow(stage.browser, stage.program.joinUrl, { language, size, webgl: true });
    showOnFailure(window);
    const [own, ...others] = ['concordia', 'aurelia', 'meridia', 'savannah'].map((seat) =>
      nameOf(seat, language),
    );
    if (own === undefined) throw new Error('nobody to play');
    await beginPractice(window, own);
    const dials: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await awaitDecision(window, round, ROUNDS);
      await expectFits(window);
      await sealOrder(window, choiceOf(round, others));
      const shown = await skipReveal(window, round);
      expect(shown.orders).toHaveLength(6);
      expect(shown.orders).toContainEqual(
        expect.objectContaining({ seat: 'concordia', action: choiceOf(round, others).action }),
      );
      const before = dials.at(-1);
      if (before !== undefined) expect(shown.was, 'the dial goes on from where it stood').toBe(before);
      await expectDial(window, shown.is);
      dials.push(shown.is);
      if (round === 2) await askWhy(window);
      await expectTranslated(window);
      await expectFits(window);
      await goOn(window, round);
    }
    expect(new Set(dials).size, 'the dial has moved').toBeGreaterThan(1);
    await expectEnding(window);
    await watchReplay(window, dials, own);
    expect(window.complaints).toEqual([]);
    expect(window.strangers).toEqual([]);
    await window.context.close();
  });
});

async function beginPractice(window: Window, seat: string): Promise<void> {
  const { page, words } = window;
  const { home, practice, join } = words.shell;
  await page.getByRole('heading', { name: words.shell.name }).waitFor();
  await expectTranslated(window);
  await page.getByRole('link', { name: home.practice }).click();
  const states = page.getByRole('group', { name: join.yourState });
  // The radio button is hidden in its label; a person taps the label.
  await states.getByText(seat, { exact: true }).click();
  await page.waitForFunction(() =>
    document.querySelector('.seat-choice input:checked + *, .seat-choice .on'),
  );
  expect(await states.getByRole('radio', { name: seat }).isChecked()).toBe(true);
  await expectTranslated(window);
  await expectFits(window);
  await page.getByRole('button', { name: practice.start, exact: true }).click();
}

/** A list of causes is honest if the shown numbers add up: steps to the sum, the sum to the change. */
function expectHonest(stair: Stair): void {
  const added = stair.steps.reduce((sum, step) => sum + step, 0);
  expect(stair.steps.length).toBeGreaterThan(0);
  expect(added, 'the steps add up to the sum').toBe(stair.sum);
  expect(stair.up - stair.down, 'up and down add up to the sum').toBe(stair.sum);
  expect(stair.to - stair.from, 'from and to differ by the sum').toBe(stair.sum);
  expect(stair.change, 'the change is the sum').toBe(stair.sum);
}

/** One card of each family and some without a target, in the order in which the deck opens. */
function choiceOf(round: number, [first = '', second = '', third = '']: readonly string[]): Choice {
  const choices: readonly Choice[] = [
    { action: 'dialogue', targets: [first] },
    { action: 'restrict', targets: [second] },
    { action: 'build-capacity', targets: [third] },
    { action: 'join-exclusive' },
    { action: 'commit' },
  ];
  return choices[round - 1] ?? { action: 'hold' };
}

/** On a wide screen the dial itself, on a phone its number in the strip. */
async function expectDial(window: Window, tenths: number): Promise<void> {
  const { page, words } = window;
  const dial = page.getByRole('img', { name: words.play.dial.label });
  if (await dial.isVisible()) {
    await expect.poll(() => dialOf(window), { timeout: 10_000 }).toBe(tenths);
    return;
  }
  const strip = page.getByRole('navigation', { name: words.play.gauges.label });
  const item = strip.getByRole('button', { name: words.play.gauges.short.direction });
  const whole = Math.round(tenths / 10);
  const text = whole > 0 ? `+${whole}` : whole < 0 ? `\u2212${-whole}` : '0';
  await expect
    .poll(() => item.innerText(), { timeout: 10_000 })
    .toMatch(new RegExp(`^${text.replace('+', '\\+')}(?!\\d)`));
}

/** Asks why about the connectivity, the dial and the own points; the shown causes add up to the tenth. */
async function askWhy(window: Window): Promise<void> {
  const { page, words } = window;
  const { gauges, tabs } = words.play;
  await openTab(window, 'why');
  for (const name of [gauges.efficiency, gauges.direction, gauges.meanTrust, words.why.payoff.title]) {
    const row = page.locator('.why .gauge').and(page.getByRole('button', { name: new RegExp(`^${name}`) }));
    const value = tenthsOf(await row.locator('b.num').innerText());
    await row.click();
    const stair = await readStair(window);
    expectHonest(stair);
    expect(stair.to, `${name} leads to the number that was asked about`).toBe(value);
    await expectTranslated(window);
    await expectFits(window);
    await page.getByRole('button', { name: words.why.back }).click();
  }
  await openTab(window, 'reveal');
  expect(
    await page
      .getByRole('navigation', { name: words.play.tabsLabel })
      .filter({ visible: true })
      .getByRole('button', { name: tabs.reveal })
      .getAttribute('aria-current'),
  ).toBe('page');
}

async function goOn({ page, words }: Window, round: number): Promise<void> {
  const { continueTo } = words.play;
  const name = round < ROUNDS ? continueTo.decision : continueTo.next;
  await page.getByRole('button', { name, exact: true }).click();
}

async function expectEnding(window: Window): Promise<void> {
  const { page, words } = window;
  const { ending } = words.play;
  await page.getByText(ending.because.lastRound).waitFor();
  const heading = await page.locator('.ending h2').innerText();
  expect(Object.values(ending.lean)).toContain(heading);
  expect(await page.getByRole('heading', { name: ending.quadrant }).isVisible()).toBe(true);
  await expectTranslated(window);
  await expectFits(window);
}

/** Opens the replay, finds every round's dial as it was in play, and steps from the first line to the last and back. */
async function watchReplay(window: Window, dials: readonly number[], own: string): Promise<void> {
  const { page, words } = window;
  const { replay } = words;
  await page.getByRole('link', { name: words.play.ending.replay }).click();
  const slider = page.getByRole('slider', { name: replay.scrubber.label });
  await slider.waitFor({ state: 'attached' });
  const lines = Number(await slider.getAttribute('max'));
  await page
    .getByText(replay.check.good(lines + 2))
    .or(page.getByText(replay.check.good(lines)))
    .waitFor();
  const panel = (tab: string): Promise<void> =>
    page.locator(`.tab-bar [data-tab="${tab}"]`).filter({ visible: true }).click();
  await panel('index');
  const rounds = page.locator('.round-list .round-way');
  await expect.poll(() => rounds.count()).toBe(ROUNDS);
  for (const [index, dial] of dials.entries())
    expect(tenthsOf(await rounds.nth(index).locator('.num').last().innerText())).toBe(dial);
  if (window.size === 'phone') await panel('map');
  for (let round = 1; round <= ROUNDS; round += 1) {
    await page.getByRole('button', { name: replay.transport.onRound }).click();
    await expect.poll(() => dialOf(window)).toBe(dials[round - 1]);
    await expectTranslated(window);
  }
  const map = page.getByRole('region', { name: words.play.map.label });
  await expectInSight(window, map);
  await expectInSight(window, page.getByRole('group', { name: replay.transport.label }));
  const at = Number(await slider.inputValue());
  await page.getByRole('button', { name: replay.transport.back, exact: true }).click();
  expect(Number(await slider.inputValue())).toBe(at - 1);
  await page.getByRole('button', { name: replay.transport.on, exact: true }).click();
  expect(Number(await slider.inputValue())).toBe(at);
  await page.getByLabel(replay.eyes.label).selectOption({ label: replay.eyes.as(own) });
  await panel('brief');
  await page.getByRole('heading', { name: own }).waitFor();
  await page.getByRole('button', { name: replay.transport.onRound }).click();
  expect(Number(await slider.inputValue())).toBe(lines);
  await expectTranslated(window);
  await expectFits(window);
}

async function expectTranslated(window: Window): Promise<void> {
  if (window.language === 'zh') expect(await untranslated(window), 'words left in English').toEqual([]);
}

/** Nothing extends beyond the screen's edge: no page scrolls sideways. */
async function expectFits({ page }: Window): Promise<void> {
  const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(Object.values(sizes).map(({ width }) => width)).toContain(inner);
  expect(whole).toBeLessThanOrEqual(inner ?? 0);
}

/** A part of the page is wholly or nearly visible without scrolling, and leaves room for others. */
async function expectInSight({ page }: Window, part: Locator): Promise<void> {
  const box = await part.boundingBox();
  const height = await page.evaluate(() => innerHeight);
  expect(box, 'it is on the page').not.toBeNull();
  expect(box?.height ?? 0).toBeGreaterThan(30);
  expect(box?.height ?? 0).toBeLessThan(0.9 * height);
  expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}
