import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';
import { playedLog } from '../log/playedLog.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { talkedLog } from '../run/talkedLog.ts';

describe.skipIf(!hasBrowser)('branches with names', () => {
  const stage = useStage();
  let record = '';
  let stranger = '';
  beforeAll(async () => {
    [record, stranger] = [await talkedLog(), await playedLog('archipelago', 6)];
  });

  async function asking(text: string, round: number, language: 'en' | 'zh'): Promise<Window> {
    const url = new URL(`/replay#whatif=${round}`, stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, url, { language, size: 'phone', before: axeSource });
    const { page, words } = window;
    const file = { name: 'class.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await page.getByLabel(words.replay.open.choose).setInputFiles(file);
    await page.locator('.what-if-orders').first().waitFor();
    return window;
  }

  /** Lets nothing happen in the round, plays it again and keeps the branch. */
  async function keepCalm({ page, words }: Window, name: string): Promise<void> {
    const { whatIf } = words;
    await page.getByText(whatIf.events.title(3)).click();
    await page.getByLabel(whatIf.events.label, { exact: true }).selectOption({ label: whatIf.events.none });
    await page.getByRole('button', { name: whatIf.play, exact: true }).click();
    await page.getByRole('heading', { name: whatIf.answer.title }).waitFor();
    await page.getByLabel(whatIf.tree.name, { exact: true }).fill(name);
    await page.getByRole('button', { name: whatIf.tree.keep }).click();
    await page.getByRole('button', { name: whatIf.tree.openOf(name) }).waitFor();
  }

  test('a phone keeps a branch, builds on it, saves both and opens them again', async () => {
    const window = await asking(record, 3, 'zh');
    showOnFailure(window);
    const { page, words } = window;
    const { tree, play, answer, numbers } = words.whatIf;
    await keepCalm(window, '风平浪静');
    const said = await page.locator('.what-if-branch .what-if-says').first().innerText();
    await page.getByRole('button', { name: tree.askOf('风平浪静') }).click();
    await page.getByText(tree.here).waitFor();
    await page.getByText(numbers.title, { exact: true }).click();
    await page.getByLabel(numbers.names.lambda).fill('1.5');
    await page.getByLabel(numbers.names.lambda).blur();
    await page.getByRole('button', { name: play, exact: true }).click();
    await page.getByRole('heading', { name: answer.title }).waitFor();
    await page.getByRole('button', { name: tree.keep }).click();
    expect(await page.locator('.what-if-tree li[data-depth="2"]').count()).toBe(1);
    await unfold(window);
    expect(await faultsOf(window, 'branches')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: tree.save }).click(),
    ]);
    const saved = await readFile(await download.path());
    expect(window.complaints).toEqual([]);
    await window.context.close();

    const again = await asking(record, 1, 'zh');
    showOnFailure(again);
    const file = { name: 'branches.json', mimeType: 'application/json', buffer: saved };
    await again.page.getByLabel(tree.load).setInputFiles(file);
    await again.page.getByRole('button', { name: tree.openOf('风平浪静') }).click();
    await again.page.getByRole('heading', { name: answer.title }).waitFor();
    expect(await again.page.locator('.what-if-branch .what-if-says').first().innerText()).toBe(said);
    expect(await again.page.getByText(tree.other).count()).toBe(0);
    expect(await again.page.getByLabel(words.whatIf.events.label, { exact: true }).inputValue()).toBe(
      '=none',
    );
    await again.page.getByRole('button', { name: tree.deleteOf('风平浪静') }).click();
    // What came from it goes with it.
    await again.page.getByText(tree.none).waitFor();
    expect(again.complaints).toEqual([]);
    await again.context.close();

    const elsewhere = await asking(stranger, 1, 'en');
    showOnFailure(elsewhere);
    const english = elsewhere.words.whatIf.tree;
    await elsewhere.page.getByLabel(english.load).setInputFiles(file);
    await elsewhere.page.getByText(english.faults.otherRecord).waitFor();
    await elsewhere.context.close();
  });

  test('promises are broken, a round is played by hand, and two maps stand beside each other', async () => {
    const window = await asking(record, 2, 'en');
    showOnFailure(window);
    const { page, words } = window;
    const { promises, play, answer, hand, maps, orders } = words.whatIf;
    await page.locator('.what-if-more > summary').nth(1).click();
    await page
      .getByRole('button', { name: new RegExp(`^${promises.never}`) })
      .first()
      .click();
    await page.getByText(promises.unmade).waitFor();
    await page.getByRole('button', { name: play, exact: true }).click();
    await page.getByRole('heading', { name: answer.title }).waitFor();
    await page.getByText(hand.title).click();
    await page.getByRole('button', { name: hand.open(3) }).click();
    const last = page.locator('.what-if-hand');
    await last
      .getByRole('button', { name: new RegExp(`^${orders.hold}`) })
      .first()
      .click();
    await last.getByRole('button', { name: hand.play(3) }).click();
    await page.getByRole('button', { name: hand.open(4) }).waitFor();
    await page.getByRole('button', { name: hand.undo }).waitFor();
    await page.getByRole('button', { name: maps.open }).click();
    await page.locator('.what-if-map canvas').nth(1).waitFor();
    await page.getByRole('slider').fill('3');
    await page.getByText(maps.after(3)).waitFor();
    expect(await faultsOf(window, 'two maps')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('a phone lets bots go on as they were, keeps that branch and opens it again', async () => {
    const window = await asking(quarrelLog(), 2, 'en');
    showOnFailure(window);
    const { page, words } = window;
    const { others, tree, play, answer, change } = words.whatIf;
    await page.getByLabel(others.bots).check();
    await page.getByText(others.note).waitFor();
    await page.getByRole('button', { name: play, exact: true }).click();
    await page.getByRole('heading', { name: answer.title }).waitFor({ timeout: 60_000 });
    const said = await page.locator('.what-if-branch .what-if-says').first().innerText();
    expect(await page.getByLabel(tree.name, { exact: true }).inputValue()).toContain(change.bots);
    await page.getByLabel(tree.name, { exact: true }).fill('Bots');
    await page.getByRole('button', { name: tree.keep }).click();
    await page.getByLabel(others.recorded, { exact: true }).check();
    await page.getByRole('heading', { name: answer.title }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: tree.openOf('Bots') }).click();
    await page.getByRole('heading', { name: answer.title }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.what-if-branch .what-if-says').first().innerText()).toBe(said);
    expect(await page.getByText(tree.other).count()).toBe(0);
    expect(await page.getByLabel(others.bots).isChecked()).toBe(true);
    expect(await faultsOf(window, 'bots as they were')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});
