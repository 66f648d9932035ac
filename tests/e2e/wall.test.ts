import type { Page, Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { languages, type Window, openWindow } from './window.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { startBrowser } from '../support/browser.ts';
import { openWallClass, type WallClass } from './wallClass.ts';
import { fortyStates, twelveStates } from './wallScenario.ts';
import { headlinesOnOpenPage, look, lookAtShapes, switchLanguage, type Wall } from './wallLook.ts';

/** A communiqué of the greatest sensible length, and a short one. */
const LONG =
  'We will publish our listing criteria before round 6 if Meridia does the same; we invite every state to join the common rules, and we promise to consult before any new measure, to pass on the technical details of each incident within a day, and to let an independent panel check them. 我们愿先行磋商，再作回应。';
const SHORT = '请大家先谈再答。 Talk first.';

/** Cards of all families, by place at the table. */
function orderAt({ seats }: Scenario, place: number): Order {
  const seat = (steps: number): string => seats[(place + steps) % seats.length]?.id ?? '';
  const orders: readonly Order[] = [
    { action: 'commit' },
    { action: 'restrict', targets: [seat(3), seat(5)] },
    { action: 'dialogue', targets: [seat(1)] },
    { action: 'join-functional', field: 1, side: 1 },
    { action: 'harden' },
    { action: 'localize' },
  ];
  return orders[place % orders.length] ?? { action: 'commit' };
}

async function shows(page: Page, phase: string): Promise<void> {
  await page.locator(`.projector[data-phase="${phase}"]`).waitFor();
}

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
  await led.write(`The cable that everybody shares\n${LONG}`);
  await window.page.getByRole('heading', { name: 'The cable that everybody shares' }).waitFor();
  await look(wall, 'briefing');
  await next();
  await shows(window.page, 'negotiation');
  for (let place = 0; place < 6; place += 1) await led.publish(place, place % 2 === 0 ? LONG : SHORT);
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
  for (const step of steps) {
    await led.host({ type: 'setDebriefStep', step });
    await window.page.locator(`.debrief-step[data-step="${step}"]`).waitFor();
    await window.page.getByText(window.words.debrief.looking).waitFor({ state: 'detached' });
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
  ])('keeps its map and shows everything whole, with %s', { timeout: 600_000 }, async (_name, scenario) => {
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
    for (let place = 0; place < 6; place += 1) await led.publish(place, place % 2 === 0 ? LONG : SHORT);
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
