import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findBrowser, startBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import { pictureClass, type PicturePlan } from './classPictures.ts';
import { walkFirstSession } from './firstSession.ts';
import { awaitRest, countDraws } from './frames.ts';
import { awaitDecision, type Choice, nameOf, sealOrder, skipReveal, takeCard } from './play.ts';
import { smallPng } from './smallPng.ts';
import { type Device, openWindow, PATIENCE_MS, type Window } from './window.ts';

/**
 * Takes the pictures in README and docs from the current program: `npm run pictures`, and those of docs/first-session.md with `npm
 * run pictures first-session`. `npm run pictures -- --class DIR` takes every screen of a scripted class instead; `--language zh`
 * and `--theme paper` change language and theme, `--part pages` takes only the pages outside a class, `--part class` only the
 * class, `--part end` only its ending and debrief.
 */
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const ROUNDS = 5;
const MOST_BYTES = 350_000;

/** Waits until the map and everything else is still, and takes a picture of the screen. */
async function take({ page }: Window, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await awaitRest(page, PATIENCE_MS);
  const path = join(folder, `${name}.png`);
  const picture = smallPng(await page.screenshot({ animations: 'disabled' }));
  await writeFile(path, picture);
  console.log(`${name}.png ${Math.round(picture.length / 1000)} kB`);
  if (picture.length > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
}

function open(browser: Browser, url: string, device: Device): Promise<Window> {
  return openWindow(browser, url, { ...device, before: countDraws, webgl: true });
}

async function begin({ page, words, language }: Window, seat: string): Promise<void> {
  await page.getByText(nameOf(seat, language), { exact: true }).click();
  await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
}

/** One whole round, from the open deck to the button that continues. */
async function playRound(window: Window, round: number, choice: Choice): Promise<void> {
  await awaitDecision(window, round, ROUNDS);
  await sealOrder(window, choice);
  await skipReveal(window, round);
}

async function goOn({ page, words }: Window, round: number): Promise<void> {
  const { decision, next } = words.play.continueTo;
  await page.getByRole('button', { name: round < ROUNDS ? decision : next, exact: true }).click();
}

/** A session at a desk: mid-session, a reveal, the ending, the replay. */
async function atTheDesk(browser: Browser, url: string): Promise<void> {
  const window = await open(browser, `${url}/practice`, { theme: 'night' });
  await begin(window, 'concordia');
  const { page, words } = window;
  const [aurelia, savannah] = [nameOf('aurelia', 'en'), nameOf('savannah', 'en')];
  const choices: readonly Choice[] = [
    { action: 'commit' },
    { action: 'dialogue', targets: [aurelia] },
    { action: 'build-capacity', targets: [savannah] },
    { action: 'commit' },
    { action: 'commit' },
  ];
  for (const [index, choice] of choices.entries()) {
    const round = index + 1;
    await awaitDecision(window, round, ROUNDS);
    await takeCard(window, choice);
    await page.locator('.effect-table tbody tr').first().waitFor();
    if (round === 3) await take(window, 'play-laptop');
    await page.getByRole('button', { name: words.orders.seal }).click();
    await skipReveal(window, round);
    if (round === 2) await take(window, 'reveal');
    await goOn(window, round);
  }
  await page.getByText(words.play.ending.because.lastRound).waitFor();
  await take(window, 'ending');
  await page.getByRole('link', { name: words.play.ending.replay }).click();
  for (let round = 1; round <= 3; round += 1)
    await page.getByRole('button', { name: words.replay.transport.onRound }).click();
  await page.locator('.record-check').filter({ hasText: /\d/ }).waitFor();
  await take(window, 'replay');
  await window.context.close();
}

/** A phone in Chinese, in daylight: an order in progress. */
async function onThePhone(browser: Browser, url: string): Promise<void> {
  const home = await open(browser, url, { size: 'phone', theme: 'night', calm: true });
  await home.page.locator('.living-map.shown').waitFor();
  await take(home, 'home-phone');
  await home.context.close();
  const window = await open(browser, `${url}/practice`, { language: 'zh', size: 'phone', theme: 'paper' });
  await begin(window, 'concordia');
  await playRound(window, 1, { action: 'commit' });
  await goOn(window, 1);
  await awaitDecision(window, 2, ROUNDS);
  await takeCard(window, { action: 'dialogue', targets: [nameOf('meridia', 'zh')] });
  await window.page.locator('.effect-table tbody tr').first().waitFor();
  await window.page.locator('.card-detail').evaluate((card) => card.scrollIntoView({ block: 'start' }));
  await take(window, 'play-phone-zh');
  await window.context.close();
}

/** Those of docs/first-session.md, in both languages. */
async function theFirstSession(browser: Browser): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const seconds = await walkFirstSession(browser, language, take);
    console.log(`the first session was walked in ${Math.round(seconds)} s`);
  }
}

/** All others. */
async function theOthers(browser: Browser): Promise<void> {
  const program = await startProgram();
  try {
    await atTheDesk(browser, program.joinUrl);
    await onThePhone(browser, program.joinUrl);
  } finally {
    await program.stop();
  }
}

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    class: { type: 'string' },
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'night' },
    part: { type: 'string' },
  },
});
function partOf(named: string | undefined): PicturePlan['part'] {
  return named === 'pages' || named === 'class' || named === 'end' ? named : 'all';
}

const found = await findBrowser();
if ('tried' in found) throw new Error(`No browser could be started.\n${found.tried.join('\n')}`);
const browser = await startBrowser(found);
try {
  if (asked.class !== undefined) {
    await pictureClass(browser, {
      folder: asked.class,
      language: asked.language === 'zh' ? 'zh' : 'en',
      theme: asked.theme === 'paper' ? 'paper' : 'night',
      part: partOf(asked.part),
    });
  } else {
    await mkdir(folder, { recursive: true });
    if (positionals[0] === 'first-session') await theFirstSession(browser);
    else await theOthers(browser);
  }
} finally {
  await browser.close();
}
