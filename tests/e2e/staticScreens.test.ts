import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { shareBelow } from '#shared/simulation/dialFan.ts';
import { fanShippedFor } from '../../client/source/shippedFans.ts';
import { points } from '../../client/text/number.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { ownPack } from '../scenario/ownPack.ts';
import { startBrowser } from '../support/browser.ts';
import { type BuiltFolder, builtFolder } from '../support/folderBuilt.ts';
import { heldDifferently } from '../support/heldDifferently.ts';
import { type PlainFiles, servePlainFiles } from '../support/plainFiles.ts';
import { axeSource, faultsOf } from './axe.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { awaitDecision, nameOf } from './play.ts';
import { type Device, openWindow, type Window } from './window.ts';

const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

describe.skipIf(!hasBrowser)('in a folder of files', () => {
  let browser: Browser;
  let folder: BuiltFolder;
  let files: PlainFiles;
  let records: readonly string[];
  beforeAll(async () => {
    folder = builtFolder();
    [browser, files] = await Promise.all([startBrowser(foundBrowser()), servePlainFiles(folder.served)]);
    records = [await playedLog('archipelago', 5), await playedLog('archipelago', 6)];
  });
  afterAll(async () => {
    await browser?.close();
    await files?.stop();
    folder?.remove();
  });

  async function open(page: string, device: Device = {}): Promise<Window> {
    const window = await openWindow(browser, `${files.origin}${folder.path}${page}`, {
      before: axeSource,
      calm: true,
      ...device,
    });
    showOnFailure(window);
    return window;
  }

  async function close({ complaints, strangers, context }: Window): Promise<void> {
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    expect(files.asked.filter((path) => !path.startsWith(folder.path))).toEqual([]);
    await context.close();
  }

  test('two records are compared, reached from the page that opens replays', async () => {
    const window = await open('?/replay', { size: 'phone', language: 'zh' });
    const { page, words } = window;
    const { compare } = words;
    await page.getByRole('link', { name: compare.several }).click();
    await page
      .getByLabel(compare.choose)
      .setInputFiles(records.map((text, index) => textFile(`class-${index}.jsonl`, text)));
    await page.locator('.compare-ranks li').nth(1).waitFor();
    const wanted = await Promise.all(records.map(async (text, index) => rankOf(text, 'AB'.charAt(index))));
    expect(await page.locator('.compare-ranks li').allInnerTexts()).toEqual(
      wanted.map(([mark, below]) => compare.rank(mark, below)),
    );
    expect(await faultsOf(window, 'comparing in a folder')).toEqual([]);
    await close(window);
  });

  test('a round of a record is asked about, and the branch is the one that the rules give', async () => {
    const record = records[0] ?? '';
    const window = await open('?/replay#whatif=1');
    const { page, words } = window;
    const { whatIf } = words;
    await page.getByLabel(words.replay.open.choose).setInputFiles(textFile('class.jsonl', record));
    await page.locator('.what-if-orders').waitFor();
    const { seat, end } = heldDifferently(record, 1);
    const name = at(parsed(record).header.scenario.seats, seat.index).name.en;
    await page.getByRole('button', { name: whatIf.orders.holdOf(name) }).click();
    await page.getByRole('button', { name: whatIf.play }).click();
    await page.getByRole('heading', { name: whatIf.answer.title }).waitFor();
    const said = await page.locator('.what-if-branch .what-if-says').innerText();
    expect(said).toContain(points(end.branch));
    expect(said).toContain(points(end.record));
    await close(window);
  });

  test('a scenario of one’s own is checked, kept over a new visit, and played', {
    timeout: 180_000,
  }, async () => {
    const window = await open('?/practice');
    const { page, words } = window;
    const { packs } = words;
    const file = page.getByLabel(packs.choose);
    await file.setInputFiles(textFile('wrong.json', JSON.stringify(ownPack({ seats: [] }))));
    await page.getByText(packs.faultyNote).waitFor();
    expect(await faultsOf(window, 'a faulty scenario in a folder')).toEqual([]);
    await file.setInputFiles(textFile('harbour.json', JSON.stringify(ownPack())));
    const chosen = page.locator('#scenario');
    await expect.poll(() => chosen.inputValue(), { timeout: 20_000 }).toBe('harbour-town');
    expect(await page.getByText(packs.faultyNote).count()).toBe(0);
    await page.reload();
    await expect
      .poll(() => chosen.locator('option').allInnerTexts(), { timeout: 20_000 })
      .toContain(`Harbour town · ${states()}`);
    await chosen.selectOption('harbour-town');
    const choice = page.getByRole('group', { name: words.shell.join.yourState });
    await choice.getByText(nameOf('concordia', 'en'), { exact: true }).click();
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, at(ownPack().plans, 0).rounds);
    await close(window);

    function states(): string {
      return words.shell.practice.states(ownPack().seats.length);
    }
  });
});

/** The mark of a session and how many of a hundred shipped ones ended lower. */
async function rankOf(text: string, mark: string): Promise<readonly [string, number]> {
  const log = parsed(text);
  const fan = await fanShippedFor(log.header, { mix: 'CLASS', talk: true });
  if (fan === null) throw new Error('no fan was shipped for the setting');
  const last = log.lines.flatMap(({ events }) => events).findLast((event) => event.type === 'roundResolved');
  const direction = last?.type === 'roundResolved' ? last.indicators.direction : Number.NaN;
  return [mark, shareBelow(fan, Math.round(direction / 1000) * 1000)];
}
