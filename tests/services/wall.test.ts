import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '#shared/scenario/schema.ts';
import { foundBrowser, hasBrowser, showOnFailure } from '../e2e/browserHere.ts';
import { BOOKMARKS } from '../e2e/classScript.ts';
import { openWallClass, type WallClass } from '../e2e/wallClass.ts';
import { look, type Wall } from '../e2e/wallLook.ts';
import { longCommunique, orderAt, shortCommunique, shows, stepIsWhole } from '../e2e/wallPlay.ts';
import { fortyStates, twelveStates } from '../e2e/wallScenario.ts';
import { languages, openWindow, type Window } from '../e2e/window.ts';
import { startBrowser } from '../support/browser.ts';

/** The wall in every phase and every step of the debrief, at three sizes and in both languages: minutes of looking. */

/** From the empty lobby to a decision with three events and six communiqués. */
async function fillTheTable(wall: Wall, scenario: Scenario): Promise<void> {
  const { led, window } = wall;
  const next = (): Promise<void> => led.host({ type: 'closePhase', because: 'host' });
  await look(wall, 'empty lobby');
  await led.seatAll();
  await window.page.getByText(window.words.projector.here(scenario.seats.length)).waitFor();
  await look(wall, 'lobby');
  await led.host({ type: 'startSession' });
  await shows(window.page, 'briefing');
  const long = scenario.events.toSorted((a, b) => b.text.en.length - a.text.en.length);
  for (const { id } of long.slice(0, 2)) await led.bringIn(id);
  await led.write(`The cable that everybody shares\n${longCommunique}`);
  await window.page.getByRole('heading', { name: 'The cable that everybody shares' }).waitFor();
  await look(wall, 'briefing');
  await next();
  await shows(window.page, 'negotiation');
  for (let place = 0; place < 6; place += 1)
    await led.publish(place, place % 2 === 0 ? longCommunique : shortCommunique);
  await led.announce('Five minutes left: write your promises down. 还有五分钟。');
  for (const place of [0, 2, 4]) await led.pledge(place, place + 1);
  await window.page.getByText('还有五分钟').waitFor();
  await look(wall, 'negotiation');
  await turnPages(window.page);
}

/** The keys of a presenter's remote turn the pages, forth and back. */
async function turnPages(page: Page): Promise<void> {
  const mark = page.locator('.book-mark .num');
  const before = await mark.innerText();
  await page.keyboard.press('PageDown');
  await expect.poll(() => mark.innerText()).not.toBe(before);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => mark.innerText()).toBe(before);
}

/** A round that is declared silent, and a pause. */
async function quieten(wall: Wall): Promise<void> {
  const { led, window } = wall;
  await led.host({ type: 'declareSilent', silent: true });
  await window.page.getByText(window.words.projector.silent).waitFor();
  await look(wall, 'silent round');
  await led.host({ type: 'declareSilent', silent: false });
  await led.host({ type: 'pauseSession', remainingMs: null });
  await window.page.getByText(window.words.play.paused).waitFor();
  await look(wall, 'paused');
  await led.host({ type: 'resumeSession' });
}

/** The decision with three states missing, every frozen station of the reveal, and the review. */
async function revealIt(wall: Wall, scenario: Scenario): Promise<void> {
  const { led, window } = wall;
  const { page } = window;
  await led.host({ type: 'closePhase', because: 'host' });
  const { length } = scenario.seats;
  for (let place = 0; place < length - 3; place += 1) await led.seal(place, orderAt(scenario, place));
  await page.getByText(window.words.projector.sealedOf(length - 3, length)).waitFor();
  await look(wall, 'decision');
  for (let place = length - 3; place < length; place += 1) await led.seal(place, orderAt(scenario, place));
  if (led.session.state.phase.name === 'decision') await led.host({ type: 'closePhase', because: 'host' });
  await pauseTheReveal(wall);
  await stationByStation(wall);
  await led.host({ type: 'closePhase', because: 'host' });
  await shows(page, 'review');
  await look(wall, 'review');
  await lookAtPages(wall, ['2', '3', '4', '6', '7']);
}

/** Every page that its key puts on the wall, the causes of a number by a click on it, and a state. */
async function lookAtPages(wall: Wall, keys: readonly string[]): Promise<void> {
  const { page, words } = wall.window;
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.locator('.wall-page').waitFor();
    await page.getByText(words.why.asking).waitFor({ state: 'detached' });
    await look(wall, `page ${key}`);
  }
  await page.locator('.projector .gauge-list button.gauge').first().click();
  await page.locator('.wall-causes').waitFor();
  await look(wall, 'why connectivity');
  await page
    .locator('.projector .map-names button')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await page.locator('.wall-numbers').waitFor();
  await look(wall, 'one state');
  await page.keyboard.press('Escape');
  await page.locator('.wall-page').waitFor({ state: 'detached' });
}

/** The course in place of the map, alone and beside a page, until the same key brings the map back. */
async function lookAtTheCourse(wall: Wall): Promise<void> {
  const { page, words } = wall.window;
  await page.keyboard.press('c');
  await page.locator('.course.is-wall').waitFor();
  await look(wall, 'course');
  await page.keyboard.press('6');
  await page.getByText(words.course.kinds.wait).waitFor({ state: 'detached' });
  await look(wall, 'course and trends');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.locator('.course.is-wall').waitFor({ state: 'detached' });
}

/** While the session is paused the reveal stays on its station, longer than the first station lasts. */
async function pauseTheReveal({ led, window: { page, words } }: Wall): Promise<void> {
  await shows(page, 'reveal');
  await led.host({ type: 'pauseSession', remainingMs: null });
  await page.getByText(words.play.paused).waitFor();
  const station = await page.locator('.beat').getAttribute('data-step');
  await page.waitForTimeout(5000);
  expect(await page.locator('.beat').getAttribute('data-step')).toBe(station);
  await led.host({ type: 'resumeSession' });
  await page.getByText(words.play.paused).waitFor({ state: 'detached' });
}

/** Freezes the picture at every station: it must look as it does while running, and allows a longer look. */
async function stationByStation(wall: Wall): Promise<void> {
  const { page } = wall.window;
  const seen: string[] = [];
  await shows(page, 'reveal');
  while (seen.at(-1) !== 'done') {
    const station = await page
      .waitForFunction((last) => {
        const now = document.querySelector('.beat')?.getAttribute('data-step') ?? 'done';
        return now === last ? null : now;
      }, seen.at(-1) ?? '')
      .then((found) => found.jsonValue());
    seen.push(station ?? 'done');
    await page.keyboard.press('f');
    await page.locator('.projector-frozen').waitFor();
    await look(wall, `reveal, ${seen.at(-1)}`);
    await page.keyboard.press('f');
    await page.locator('.projector-frozen').waitFor({ state: 'detached' });
  }
  expect(seen).toEqual([
    'bets',
    'promises',
    'count',
    'cooperate',
    'blocs',
    'securitize',
    'links',
    'dial',
    'done',
  ]);
}

/** A change is put to the class and its answer is shown. */
async function putWhatIf(led: WallClass): Promise<void> {
  const orders = { [led.session.state.seats[0]?.id ?? '']: { action: 'hold' } as const };
  await led.host({ type: 'setDebriefStep', step: 'whatIf' });
  await led.host({ type: 'proposeWhatIf', proposal: { about: 'own', round: 1, orders } });
  await led.host({ type: 'showWhatIf' });
}

/** A silent second round, the end, and every step of the debrief. */
async function talkItOver(wall: Wall, scenario: Scenario): Promise<void> {
  const { led, window } = wall;
  await led.host({ type: 'closePhase', because: 'host' });
  await led.host({ type: 'declareSilent', silent: true });
  for (const words of BOOKMARKS) await led.bookmark(words);
  await led.host({ type: 'closePhase', because: 'host' });
  await led.host({ type: 'closePhase', because: 'host' });
  for (const place of scenario.seats.keys()) await led.seal(place, orderAt(scenario, place + 1));
  if (led.session.state.phase.name === 'decision') await led.host({ type: 'closePhase', because: 'host' });
  await led.host({ type: 'endSession' });
  await shows(window.page, 'ended');
  await look(wall, 'ended');
  await lookAtPages(wall, ['5', '7']);
  await lookAtTheCourse(wall);
  await led.host({ type: 'setDebriefStep', step: 'leave' });
  await led.note('givePulse');
  await led.host({ type: 'setDebriefStep', step: 'question' });
  await led.note('answerSurvey');
  const steps = Object.keys(languages.en.debrief.steps) as (keyof Window['words']['debrief']['steps'])[];
  expect(steps).toHaveLength(15);
  await putWhatIf(led);
  for (const place of BOOKMARKS.keys()) await led.showBookmark(place + 1);
  for (const step of steps) {
    await led.host({ type: 'setDebriefStep', step });
    await window.page.locator(`.debrief-step[data-step="${step}"]`).waitFor();
    await stepIsWhole(window);
    if (step === 'whatIf') await window.page.locator('.case .what-if-says').waitFor();
    await look(wall, `debrief, ${step}`);
  }
}

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

  test.each([
    ['twelve states', twelveStates()],
    ['forty states', fortyStates()],
  ])('keeps its map and shows everything whole, with %s', { timeout: 900_000 }, async (_name, scenario) => {
    await led?.close();
    led = await openWallClass(scenario);
    const window = await openWindow(browser, led.url, { calm: true });
    showOnFailure(window);
    await window.page.locator('.projector-lobby').waitFor();
    await window.page.locator('.map-frame canvas').waitFor();
    const wall: Wall = { window, led, maps: new Map(), faults: [] };
    await window.page
      .locator('.map-frame canvas')
      .evaluate((canvas) => canvas.setAttribute('data-first', ''));
    await fillTheTable(wall, scenario);
    if (scenario.seats.length === 12) await quieten(wall);
    await revealIt(wall, scenario);
    const canvas = window.page.locator('.map-frame canvas[data-first]');
    expect(await canvas.count(), 'the map was never made again').toBe(1);
    await lookAtTheCourse(wall);
    if (scenario.seats.length === 12) await talkItOver(wall, scenario);
    expect(wall.faults).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});
