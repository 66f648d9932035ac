import { describe, expect, test } from 'vitest';
import { toldFault } from '#shared/scenario/faultWords.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { ownPack } from '../scenario/ownPack.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, enterAsHost, goThrough, hold, join } from './hosting.ts';
import { awaitDecision, nameOf, sealOrder, skipReveal } from './play.ts';
import { useStage } from './stage.ts';
import { languages, openWindow, type Window } from './window.ts';

const ROUNDS = ownPack().plans[0]?.rounds ?? 0;
const first = ownPack();
const second = ownPack({ title: { en: 'Harbour city', zh: '港市' } });
const faulty = ownPack({ plans: [], leaveOut: ['savanna'] });

describe.skipIf(!hasBrowser)('a scenario of a teacher’s own', () => {
  const stage = useStage();

  test('a faulty file is reported; a good one is played by five, printed, replaced and removed', {
    timeout: 300_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    showOnFailure(host);
    await enterAsHost(host);
    await expectFaults(host);
    await drop(host, first);
    await host.page.getByText(host.words.packs.kept('Harbour town', 1)).waitFor();
    await expectPractice(host, stage.program.joinUrl);
    const phone = await openWindow(stage.browser, stage.program.joinUrl, { size: 'phone' });
    showOnFailure(phone);
    const code = await openWithFive(host);
    await playRound(host, phone, code);
    await expectKit(host);
    await replaceAndRemove(host, `${stage.program.joinUrl}/host`);
    for (const { complaints, strangers } of [phone, host]) {
      expect(complaints.filter((said) => !said.includes('409'))).toEqual([]);
      expect(strangers).toEqual([]);
    }
  });
});

/** Chooses the file by its button; the faults appear in the language of the page. */
async function expectFaults({ page, words }: Window): Promise<void> {
  const { packs } = words;
  await choose(page, faulty);
  await page.getByText(packs.faulty('own.json', 1)).waitFor();
  const told = page.locator('.own-faults li');
  expect(await told.allInnerTexts()).toEqual(['plans\nThe number of items in this list must be at least 1.']);
  await page.getByRole('button', { name: words.shell.otherLanguage }).click();
  const fault = {
    path: 'plans',
    what: 'least',
    hint: null,
    values: { what: 'listLength', limit: '1' },
  } as const;
  const chinese = toldFault(fault, languages.zh.packs.faultWords).message;
  expect(chinese).toBe('这个列表的项数不能小于 1。');
  await page.getByText(chinese).waitFor();
  await page.getByRole('button', { name: languages.zh.shell.otherLanguage }).click();
  await page.getByText(packs.faultyNote).waitFor();
}

async function choose(page: Window['page'], scenario: Scenario): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(scenario));
  await page
    .locator('.own-import input[type=file]')
    .setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer });
}

/** Drops the file on the page, as out of a folder. */
async function drop({ page }: Window, scenario: Scenario): Promise<void> {
  const dataTransfer = await page.evaluateHandle((text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], 'own.json', { type: 'application/json' }));
    return carried;
  }, JSON.stringify(scenario));
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** Nobody finds it on the practice page until the host allows it. */
async function expectPractice({ page, context, words }: Window, origin: string): Promise<void> {
  const offered = async (): Promise<string> => (await context.request.get(`${origin}/api/scenarios`)).text();
  expect(await offered()).not.toContain('harbour-town');
  await page.getByRole('checkbox', { name: words.packs.practice('Harbour town') }).check();
  await expect.poll(offered).toContain('harbour-town');
}

/** It is chosen already; the form asks for the number of states. */
async function openWithFive({ page, words }: Window): Promise<string> {
  const cards = page.getByRole('group', { name: words.host.open.scenario });
  expect(await cards.getByRole('radio', { checked: true }).count()).toBe(1);
  await cards.getByText(words.packs.meta.own(6, 1)).waitFor();
  await cards.getByText(words.packs.meta.prepared(16)).waitFor();
  await page.getByLabel(words.packs.seats).selectOption('5');
  await page.getByText(words.packs.without('Savannah')).waitFor();
  await page.getByRole('button', { name: words.host.open.submit }).click();
  await page.getByRole('button', { name: words.host.room.start, exact: true }).waitFor();
  return /[A-Z0-9]{6}$/.exec(new URL(page.url()).pathname)?.[0] ?? '';
}

async function playRound(host: Window, phone: Window, code: string): Promise<void> {
  await join(phone, code, 'Ada', 'aurelia');
  await goThrough(host, 1, 'decision', ROUNDS);
  await awaitDecision(phone, 1, ROUNDS);
  await sealOrder(phone, { action: 'dialogue', targets: [nameOf('meridia', 'en')] });
  const { orders } = await skipReveal(phone, 1);
  const seats = new Set(orders.map(({ seat }) => seat));
  expect(seats).toEqual(new Set(['aurelia', 'meridia', 'concordia', 'indravar', 'straitport']));
}

/** The console's kit has a card for each of the five, in the words with which the session was opened. */
async function expectKit(host: Window): Promise<void> {
  const opened = host.context.waitForEvent('page');
  await host.page.getByRole('link', { name: host.words.host.open.kit }).click();
  const kit = await opened;
  await kit.locator('.kit-role').first().waitFor();
  expect(await kit.locator('.kit-title h1').innerText()).toBe('Harbour town');
  expect(await kit.locator('.kit-role h2').allInnerTexts()).toHaveLength(5);
  await kit.close();
}

/** A newer file replaces it when the host says so; it can be removed once no session of it is open. */
async function replaceAndRemove(host: Window, address: string): Promise<void> {
  const { page, words } = host;
  const { packs } = words;
  const room = page.url();
  await page.goto(address);
  await page.getByRole('button', { name: packs.removeOf('Harbour town') }).waitFor();
  await choose(page, second);
  await page.getByText(packs.exists('Harbour city', 1)).waitFor();
  await page.getByRole('button', { name: packs.replace }).click();
  await page.getByText(packs.kept('Harbour city', 2)).waitFor();
  await page.getByRole('button', { name: packs.removeOf('Harbour city') }).click();
  await hold(host, packs.removeHeld('Harbour city'), page.getByText(words.refusals.api.packInSession));
  await page.goto(room);
  await expectKit(host);
  await endSession(host);
  await page.goto(address);
  await page.getByRole('button', { name: packs.removeOf('Harbour city') }).click();
  await hold(host, packs.removeHeld('Harbour city'), page.getByText(packs.removed('Harbour city')));
  expect(await page.getByText(packs.meta.own(6, 2)).count()).toBe(0);
}
