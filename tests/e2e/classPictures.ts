import { mkdir } from 'node:fs/promises';
import { join as path } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Order } from '#shared/model/actions.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { inBothLanguages } from '../../client/text/bothLanguages.ts';
import { picturePages } from './classPages.ts';
import { BOOKMARKS, EVENTS, ORDERS, SAID } from './classScript.ts';
import { enterAsHost, join } from './hosting.ts';
import { nameOf, openTab, takeCard } from './play.ts';
import { openWallClass, type WallClass } from './wallClass.ts';
import { type Device, openWindow, type Window } from './window.ts';

/**
 * The folder of the pictures, and the language and theme of wall, console and first phone; the other windows have the opposite
 * ones.
 */
export interface PicturePlan {
  readonly folder: string;
  readonly language: 'en' | 'zh';
  readonly theme: 'night' | 'paper';
  /** The scripted class, its ending and debrief alone, the pages outside it, or all. */
  readonly part: 'class' | 'end' | 'pages' | 'all';
}

/** The screens of a class, by the name of their pictures. */
type Screens = Readonly<Record<'wall' | 'console' | 'phone' | 'other' | 'laptop', Window>>;

interface Scene {
  readonly led: WallClass;
  /** Pictures only the end: nobody opens panels on the way there. */
  readonly isShort: boolean;
  readonly screens: Screens;
  /** Pictures some of the screens, or all if none is named. */
  readonly take: (moment: string, ...names: readonly (keyof Screens)[]) => Promise<void>;
}

const ROUNDS = 4;
const WALL = { width: 1920, height: 1080 };
const SETTLE_MS = 700;
/** Takes every picture of a plan: a class of four rounds as host, wall, phones and laptop see it, and the pages around it. */
export async function pictureClass(browser: Browser, plan: PicturePlan): Promise<void> {
  await mkdir(plan.folder, { recursive: true });
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('there is no Archipelago');
  const led = await openWallClass(scenario, ROUNDS);
  try {
    if (plan.part !== 'pages') await playAndTake(browser, led, plan);
    if (plan.part === 'pages' || plan.part === 'all') await picturePages(browser, led, plan);
  } finally {
    await led.close();
  }
}

async function playAndTake(browser: Browser, led: WallClass, plan: PicturePlan): Promise<void> {
  const screens = await openScreens(browser, led, plan);
  let count = 0;
  const take: Scene['take'] = async (moment, ...names) => {
    count += 1;
    if (plan.part === 'end' && led.session.state.phase.name !== 'ended') return;
    const chosen = names.length > 0 ? names : (Object.keys(screens) as (keyof Screens)[]);
    await screens.wall.page.waitForTimeout(SETTLE_MS);
    for (const name of chosen) {
      const file = `${String(count).padStart(2, '0')}-${moment}-${name}.png`;
      const fullPage = name === 'console';
      await screens[name].page.screenshot({
        path: path(plan.folder, file),
        animations: 'disabled',
        fullPage,
      });
    }
    console.log(moment);
  };
  const scene: Scene = { led, screens, take, isShort: plan.part === 'end' };
  await take('lobby');
  await led.host({ type: 'startSession' });
  for (let round = 1; round <= ROUNDS; round += 1) await playRound(scene, round);
  await takeEnd(scene);
  for (const { context } of Object.values(screens)) await context.close();
}

async function openScreens(browser: Browser, led: WallClass, plan: PicturePlan): Promise<Screens> {
  const language = plan.language === 'en' ? 'zh' : 'en';
  const theme = plan.theme === 'night' ? 'paper' : 'night';
  const own = { language: plan.language, theme: plan.theme, calm: true } as const;
  const open = (url: string, device: Device): Promise<Window> => openWindow(browser, url, device);
  const wall = await open(led.url, own);
  await wall.page.setViewportSize(WALL);
  const host = await open(led.hostUrl, own);
  await enterAsHost(host);
  await host.page.goto(`${led.origin}/host/${led.session.code}`);
  const phone = await open(led.origin, { ...own, size: 'phone' });
  const other = await open(led.origin, { ...own, language, theme, size: 'phone' });
  const laptop = await open(led.origin, { ...own, language, theme });
  await join(phone, led.session.code, 'Ada', 'aurelia');
  await join(laptop, led.session.code, '博文', 'meridia');
  await join(other, led.session.code, 'Cy', 'concordia');
  await led.seatAll();
  return { wall, console: host, phone, other, laptop };
}

/** One round with two events, six communiqués, promises, and the host's actions in it. */
async function playRound(scene: Scene, round: number): Promise<void> {
  const { led, take } = scene;
  const next = (): Promise<void> => led.host({ type: 'closePhase', because: 'host' });
  for (const id of EVENTS[round - 1] ?? []) await led.bringIn(id);
  await take(`r${round}-briefing`);
  await next();
  // Bots may play for people without a screen by now; the three at the screens speak.
  for (const [index, words] of SAID.entries()) await led.publish(index % 3, words);
  // The first keeps its word in every other round, the third in all rounds but the third.
  for (const place of [0, 2])
    await led.speak(place, {
      kind: 'announce',
      to: null,
      deed: { does: 'act', action: 'commit', target: null },
      round,
    });
  if (round === 2) {
    await led.pledge(0, 1);
    await led.pledge(1, 2, 'secret');
    await led.raiseHand(0, 'May we promise what we cannot keep?');
  }
  await led.announce(
    inBothLanguages({
      en: 'Five minutes left. Write your promises down.',
      zh: '还有五分钟，请把承诺写下来。',
    }),
  );
  await led.bookmark(BOOKMARKS[round - 1] ?? '');
  await take(`r${round}-negotiation`);
  if (round === 2 && !scene.isShort) await takeTabs(scene);
  await next();
  if (round === 2 && !scene.isShort) await takeOrder(scene);
  const orders = ORDERS[round - 1] ?? [];
  const sealed = async (places: readonly number[]): Promise<void> => {
    for (const place of places) {
      const order = orders[place];
      if (order) await sealUnlessCovered(led, place, order);
    }
  };
  // The round closes by itself once everybody connected has sealed, so those come last.
  await sealed([3, 4, 5, 0]);
  await take(`r${round}-decision`);
  await sealed([1, 2]);
  await awaitReveal(led);
  await take(`r${round}-reveal`);
  if (!scene.isShort)
    for (const name of ['phone', 'other', 'laptop'] as const) await skip(scene.screens[name]);
  await take(`r${round}-revealed`, 'console', 'phone', 'other', 'laptop');
  if (round === 2 && !scene.isShort) await takeSaid(scene);
  await next();
  await take(`r${round}-review`);
  if (round === 2 && !scene.isShort) await takeStepBack(scene);
  else await next();
}

async function sealUnlessCovered(led: WallClass, place: number, order: Order): Promise<void> {
  const seat = led.session.state.seats[place];
  if (led.session.state.phase.name === 'decision' && seat?.bot === null) await led.seal(place, order);
}

/** Waits until the decision has closed by itself, or closes it if a state has not sealed. */
async function awaitReveal(led: WallClass): Promise<void> {
  const { session } = led;
  for (let turn = 0; turn < 20 && session.state.phase.name === 'decision'; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  if (session.state.phase.name === 'decision') await led.host({ type: 'closePhase', because: 'host' });
}

async function skip({ page, words }: Window): Promise<void> {
  const button = page.getByRole('button', { name: words.play.reveal.skip, exact: true });
  await button.click({ timeout: 3000 }).catch(() => undefined);
}

/** The words and deeds further down in the reveal. */
async function takeSaid({ screens, take }: Scene): Promise<void> {
  const people = ['phone', 'other', 'laptop'] as const;
  for (const name of people)
    await screens[name].page.locator('.reveal-promises').last().scrollIntoViewIfNeeded();
  await take('said-and-done', ...people);
}

/** Every panel of the delegates and of the console, and the hand answered in words. */
async function takeTabs({ led, screens, take }: Scene): Promise<void> {
  const people = ['phone', 'other', 'laptop'] as const;
  for (const tab of ['talk', 'agreements', 'brief', 'why', 'map'] as const) {
    for (const name of people) {
      if (tab === 'map' && name === 'laptop') continue;
      await openTab(screens[name], tab);
    }
    await take(`tab-${tab}`, ...people);
  }
  const { page, words } = screens.console;
  for (const tab of ['now', 'talk', 'brief', 'why', 'map'] as const) {
    await page.getByRole('button', { name: words.eyes.tab[tab], exact: true }).click();
    await take(`eyes-${tab}`, 'console');
  }
  await led.answerHand(0, 'You may. Say what you will do if you cannot keep it.');
  await take('hand-answered', 'phone', 'console');
  await screens.phone.page.getByRole('button', { name: screens.phone.words.host.help.seen }).click();
}

/** An open card, with its forecast and the promise that it would break. */
async function takeOrder({ screens, take }: Scene): Promise<void> {
  for (const name of ['phone', 'other', 'laptop'] as const) {
    await openTab(screens[name], 'orders');
    const { language } = screens[name];
    await takeCard(screens[name], {
      action: 'restrict',
      targets: [nameOf(name === 'laptop' ? 'aurelia' : 'meridia', language)],
    });
    await screens[name].page.locator('.effect-table tbody tr').first().waitFor();
  }
  await take('card', 'phone', 'other', 'laptop');
  for (const name of ['phone', 'other', 'laptop'] as const)
    await screens[name].page
      .locator('.card-detail')
      .evaluate((card) => card.scrollIntoView({ block: 'start' }));
  await take('forecast', 'phone', 'other', 'laptop');
}

/** The dialog that steps back, the notice to everybody, and the rest of the round once more. */
async function takeStepBack({ led, screens, take }: Scene): Promise<void> {
  const { page, words } = screens.console;
  await page.getByRole('button', { name: words.inbox.back.open(2) }).click();
  await take('step-back-dialog', 'console');
  await page.keyboard.press('Escape');
  await led.host({ type: 'stepBack' });
  await take('stepped-back');
  for (const name of ['phone', 'other', 'laptop'] as const) {
    const read = screens[name].page.locator('.stepped-back .btn').first();
    await read.click({ timeout: 3000 }).catch(() => undefined);
  }
  const next = (): Promise<void> => led.host({ type: 'closePhase', because: 'host' });
  await next();
  await next();
  for (const place of [3, 4, 5, 0, 1, 2]) {
    const order = ORDERS[1]?.[place];
    if (order) await sealUnlessCovered(led, place, order);
  }
  await awaitReveal(led);
  await next();
  await next();
}

/** The bookmarks and the links to the replay in the host's room after the end. */
async function takeShare({ screens, take }: Scene): Promise<void> {
  const { page, words } = screens.console;
  await page.getByText(words.shareLinks.fold).click();
  for (let links = 0; links < 2; links += 1) {
    await page.getByRole('button', { name: words.shareLinks.make, exact: true }).click();
    await page.getByRole('list', { name: words.shareLinks.list }).getByRole('listitem').nth(links).waitFor();
  }
  await take('share-links', 'console');
}

/** The ending, every step of the debrief, and the replay. */
async function takeEnd(scene: Scene): Promise<void> {
  const { led, screens, take } = scene;
  if (led.session.state.phase.name !== 'ended') await led.host({ type: 'endSession' });
  await take('ending');
  for (const [index, part] of ['.ending', '.paid', '.witnesses'].entries()) {
    for (const name of ['phone', 'other', 'laptop'] as const)
      await screens[name].page
        .locator(part)
        .last()
        .evaluate((one) => one.scrollIntoView({ block: 'end' }), null, { timeout: 2000 })
        .catch(() => undefined);
    await take(`ending-${index + 2}`, 'phone', 'other', 'laptop');
  }
  await takeShare(scene);
  await led.showBookmark(1);
  await led.showBookmark(2);
  for (const step of debriefSteps) {
    // Without a silent round there is nothing to compare.
    if (step === 'silence') continue;
    await led.host({ type: 'setDebriefStep', step });
    if (step === 'leave') await led.note('givePulse');
    if (step === 'question') await led.note('answerSurvey');
    if (step === 'reflect') await led.note('writeReflection');
    await screens.wall.page
      .getByText(screens.wall.words.debrief.looking)
      .first()
      .waitFor({ state: 'detached' });
    await take(`debrief-${step}`);
  }
  const { laptop, phone, console: host } = screens;
  for (const { page } of [laptop, phone, host]) await page.goto(`${led.origin}/replay/${led.session.code}`);
  for (const { page, words } of [laptop, phone, host])
    for (let turn = 0; turn < 2; turn += 1)
      await page.getByRole('button', { name: words.replay.transport.onRound }).click();
  await take('replay', 'laptop', 'phone', 'console');
}
