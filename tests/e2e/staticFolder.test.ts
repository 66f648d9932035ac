import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { sha256 } from '../../server/store/digest.ts';
import { startBrowser } from '../support/browser.ts';
import { type BuiltFolder, builtFolder } from '../support/folderBuilt.ts';
import { type PlainFiles, servePlainFiles } from '../support/plainFiles.ts';
import { axeSource, faultsOf } from './axe.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { awaitDecision, nameOf, sealOrder, skipReveal, untranslated } from './play.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 5;

describe.skipIf(!hasBrowser)('a folder of files, without a server', () => {
  let browser: Browser;
  let folder: BuiltFolder;
  let files: PlainFiles;
  beforeAll(async () => {
    folder = builtFolder();
    [browser, files] = await Promise.all([startBrowser(foundBrowser()), servePlainFiles(folder.served)]);
  });
  afterAll(async () => {
    await browser?.close();
    await files?.stop();
    folder?.remove();
  });

  test('a phone plays in Chinese to the end with no network after the first page, and keeps its record', async () => {
    expect(folder.said).toMatch(/\d+ files, \d+\.\d MB/);
    const window = await openWindow(browser, files.origin + folder.path, {
      language: 'zh',
      size: 'phone',
      before: axeSource,
    });
    showOnFailure(window);
    const { page, words } = window;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('heading', { name: words.shell.name }).waitFor();
    expect(await faultsOf(window, 'the first page of the folder')).toEqual([]);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null)
        await new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        });
    });
    await files.stop();
    await begin(window);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await awaitDecision(window, round, ROUNDS);
      if (round === 2) {
        await page.reload();
        await awaitDecision(window, round, ROUNDS);
      }
      await sealOrder(window, { action: 'dialogue', targets: [nameOf('aurelia', 'zh')] });
      const shown = await skipReveal(window, round);
      expect(shown.orders).toHaveLength(6);
      expect(await untranslated(window)).toEqual([]);
      const { continueTo } = words.play;
      const next = round < ROUNDS ? continueTo.decision : continueTo.next;
      await page.getByRole('button', { name: next, exact: true }).click();
    }
    await page.getByText(words.play.ending.because.lastRound).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: words.play.ending.save }).click();
    const saved = await (await saving).path();
    const record = parseLog(readFileSync(saved, 'utf8'));
    if (!record.ok) throw new Error(record.failure.what);
    expect(verifyLog(record.value, sha256)).toMatchObject({ ok: true });
    await page.getByRole('link', { name: words.play.ending.replay }).click();
    await page.getByRole('slider', { name: words.replay.scrubber.label }).waitFor({ state: 'attached' });
    await page.locator('.record-check').waitFor();
    await expectRoundInReplay(window);
    const own = files.origin + folder.path;
    expect(asked.filter((url) => url.startsWith('http') && !url.startsWith(own))).toEqual([]);
    expect(files.asked.filter((path) => !path.startsWith(folder.path))).toEqual([]);
    expect(window.strangers).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});

async function begin(window: Window): Promise<void> {
  const { page, words } = window;
  await page.getByRole('link', { name: words.shell.home.practice }).click();
  const states = page.getByRole('group', { name: words.shell.join.yourState });
  await states.getByText(nameOf('concordia', 'zh'), { exact: true }).click();
  await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
}

/** The address of the replay holds its place, so a reload comes back to it. */
async function expectRoundInReplay({ page, words }: Window): Promise<void> {
  await page.getByRole('button', { name: words.replay.transport.onRound }).click();
  await page.waitForURL(/#at=round1/);
  expect(page.url()).toContain('?/replay/');
  await page.reload();
  await page.getByRole('slider', { name: words.replay.scrubber.label }).waitFor({ state: 'attached' });
  expect(page.url()).toContain('#at=round1');
}
