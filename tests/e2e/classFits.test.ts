import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '#shared/scenario/schema.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { startBrowser } from '../support/browser.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { EVENTS, ORDERS } from './classScript.ts';
import { enterAsHost, join } from './hosting.ts';
import { nameOf } from './play.ts';
import { textFaultsOn } from './textFaults.ts';
import { stepIsWhole } from './wallPlay.ts';
import { openWallClass, type WallClass } from './wallClass.ts';
import { look, type Wall } from './wallLook.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 4;

function archipelago(): Scenario {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('there is no Archipelago');
  return scenario;
}

async function next(led: WallClass): Promise<void> {
  await led.host({ type: 'closePhase', because: 'host' });
}

/** One round of the scripted class; in the second the first state announces, and the second breaks its pledge to it. */
async function playRound(led: WallClass, round: number, wall: Wall): Promise<void> {
  await next(led);
  if (round === 2) {
    await led.pledge(0, 1);
    await led.speak(0, {
      kind: 'announce',
      to: null,
      deed: { does: 'act', action: 'commit', target: null },
      round,
    });
    await look(wall, 'an announced share');
  }
  await next(led);
  for (const [place, order] of (ORDERS[round - 1] ?? []).entries()) await led.seal(place, order);
  if (led.session.state.phase.name === 'decision') await next(led);
  await next(led);
  await next(led);
}

/** What is wrong with the console's column of controls: texts that are wider than it. */
async function tooWide({ page }: Window): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.controls .clock .big, .controls button')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent ?? ''),
  );
}

describe.skipIf(!hasBrowser)('the screens of a class', () => {
  let browser: Browser;
  let led: WallClass;
  beforeAll(async () => {
    browser = await startBrowser(foundBrowser());
    led = await openWallClass(archipelago(), ROUNDS);
  });
  afterAll(async () => {
    await browser?.close();
    await led?.close();
  });

  test('keep two events apart on a phone, and a long clock in its column; then the wall shows three moments whole', {
    timeout: 480_000,
  }, async () => {
    const host = await openWindow(browser, led.hostUrl, { calm: true });
    const phones: Window[] = [];
    for (const [language, name, seat] of [
      ['en', 'Ada', 'aurelia'],
      ['zh', '博文', 'meridia'],
    ] as const) {
      const phone = await openWindow(browser, led.origin, { language, size: 'phone', calm: true });
      showOnFailure(phone);
      await join(phone, led.session.code, name, seat);
      phones.push(phone);
    }
    await enterAsHost(host);
    await host.page.goto(`${led.origin}/host/${led.session.code}`);
    await led.seatAll();
    // Three of six have never opened the page: not everybody is ready.
    await host.page.getByRole('heading', { name: host.words.host.room.away(4) }).waitFor();
    await led.host({ type: 'startSession' });
    for (const id of EVENTS[0]) await led.bringIn(id);
    for (const phone of phones) {
      await phone.page.locator('.event-card').nth(1).waitFor();
      const names = archipelago().seats.map(({ id }) => nameOf(id, phone.language));
      expect(await textFaultsOn(phone.page, names), phone.language).toEqual([]);
    }
    await next(led);
    await host.page
      .getByText(/^\d\d:\d\d$/)
      .first()
      .waitFor();
    expect(await tooWide(host)).toEqual([]);
    // With nobody connected no decision closes before the last order.
    for (const { context } of phones) await context.close();
    for (let phase = 0; phase < 4; phase += 1) await next(led);
    const window = await openWindow(browser, led.url, { calm: true });
    showOnFailure(window);
    const wall: Wall = { window, led, maps: new Map(), faults: [] };
    await window.page.locator('.map-frame canvas').waitFor();
    for (let round = 2; round <= ROUNDS; round += 1) await playRound(led, round, wall);
    await lookAtTheDebrief(wall);
    expect(wall.faults).toEqual([]);
  });
});

/** The steps of the debrief that grow with what was played. */
async function lookAtTheDebrief(wall: Wall): Promise<void> {
  const { led, window } = wall;
  if (led.session.state.phase.name !== 'ended') await led.host({ type: 'endSession' });
  for (const step of ['moments', 'paid', 'why'] as const) {
    await led.host({ type: 'setDebriefStep', step });
    await window.page.locator(`.debrief-step[data-step="${step}"]`).waitFor();
    await stepIsWhole(window);
    if (step === 'moments') {
      expect(await window.page.locator('.debrief-moments > li').count()).toBe(3);
      expect(await window.page.locator('.broken-line').count()).toBeGreaterThan(0);
    }
    await look(wall, `debrief, ${step}`);
  }
}
