import type { Browser } from 'playwright-core';
import { startProgram } from '../support/program.ts';
import { countDraws } from './frames.ts';
import { choose, enterAsHost, goThrough, openSession } from './hosting.ts';
import { awaitDecision, nameOf, sealOrder, skipReveal } from './play.ts';
import { openWindow, type Window } from './window.ts';

/** Takes a picture of a window under a name. */
export type Take = (window: Window, name: string) => Promise<void>;

interface Room {
  readonly host: Window;
  readonly projector: Window;
  readonly phones: readonly [Window, Window];
}

/**
 * Walks docs/first-session.md on an empty data directory: from `npm start` to the reveal on the projector with two phones.
 * Resolves to the seconds of the walk, without the time of the pictures.
 */
export async function walkFirstSession(browser: Browser, language: 'en' | 'zh', take: Take): Promise<number> {
  const began = Date.now();
  let pictured = 0;
  const show = async (window: Window, step: string): Promise<void> => {
    const since = Date.now();
    await take(window, `first-session-${step}${language === 'zh' ? '-zh' : ''}`);
    pictured += Date.now() - since;
  };
  const program = await startProgram();
  const device = { language, before: countDraws, webgl: true } as const;
  try {
    const host = await openWindow(browser, program.hostUrl, device);
    await enterAsHost(host);
    await choose(host, 'archipelago');
    await show(host, 'open');
    await openSession(host);
    const projector = await openProjector(host);
    const phone = { ...device, size: 'phone', theme: 'paper' } as const;
    const open = (): Promise<Window> => openWindow(browser, program.joinUrl, phone);
    const room: Room = { host, projector, phones: [await open(), await open()] };
    await sitDown(room, show);
    await firstRound(room, show);
    const seconds = (Date.now() - began - pictured) / 1000;
    for (const { context } of [host, ...room.phones]) await context.close();
    return seconds;
  } finally {
    await program.stop();
  }
}

/** Opens the projector's screen from the host's room and hides its controls, which appear with the mouse. */
async function openProjector(host: Window): Promise<Window> {
  const { page, words, context } = host;
  const opener = page.getByRole('link', { name: words.projector.open });
  const [wall] = await Promise.all([context.waitForEvent('page'), opener.click()]);
  await wall.getByRole('heading', { name: words.projector.joinTitle }).waitFor();
  await wall.locator('.projector-controls').evaluate((bar) => {
    bar.style.visibility = 'hidden';
  });
  return { ...host, page: wall };
}

/** Two people type the code from the wall. */
async function sitDown({ projector, phones }: Room, show: Take): Promise<void> {
  const code = (await projector.page.locator('.projector-lobby .code').innerText()).replaceAll(' ', '');
  const seats = ['concordia', 'aurelia'] as const;
  for (const [index, phone] of phones.entries()) {
    const { page, words, language } = phone;
    await page.getByLabel(words.shell.home.code).fill(code);
    await page.getByRole('button', { name: words.shell.home.join, exact: true }).click();
    await page.getByText(nameOf(seats[index] ?? '', language), { exact: true }).click();
    if (index === 0) await show(phone, 'join');
    await page.getByRole('button', { name: words.shell.join.take }).click();
    await page.getByText(words.shell.lobby.text).waitFor();
  }
  await projector.page.getByText(projector.words.projector.here(phones.length)).waitFor();
  await show(projector, 'lobby');
}

/** Bots take the other states at the start; both phones seal, and the reveal follows by itself. */
async function firstRound({ host, projector, phones }: Room, show: Take): Promise<void> {
  await goThrough(host, 1, 'decision');
  await show(host, 'host');
  const [one, other] = phones;
  for (const phone of phones) await awaitDecision(phone, 1, 5);
  await sealOrder(one, { action: 'dialogue', targets: [nameOf('aurelia', one.language)] });
  await sealOrder(other, { action: 'commit' });
  await Promise.all(phones.map((phone) => skipReveal(phone, 1)));
  await show(projector, 'reveal');
}
