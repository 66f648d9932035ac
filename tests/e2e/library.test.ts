import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playedLog } from '../log/playedLog.ts';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { Keys } from './keys.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

describe.skipIf(!hasBrowser)('the host’s library', () => {
  const stage = useStage();
  let folder: string;
  let record: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crossroads-library-'));
    record = await playedLog('archipelago', 7);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The library in a host's window, with additional sessions in each of which Ada has a seat. */
  async function library(sessions: number, language: 'en' | 'zh' = 'en', size: Window['size'] = 'laptop') {
    const { hostUrl, joinUrl } = stage.program;
    const window = await openWindow(stage.browser, hostUrl, {
      before: axeSource,
      calm: true,
      language,
      size,
    });
    await enterAsHost(window);
    const codes: string[] = [];
    for (let count = 0; count < sessions; count += 1) {
      const post = async (path: string, data: object): Promise<{ code: string }> =>
        (await window.context.request.post(`${joinUrl}/api/${path}`, { data })).json();
      const { code } = await post('sessions', { scenario: 'archipelago', plan: '5x3' });
      await post(`sessions/${code}/seats`, { seat: null, name: 'Ada' });
      codes.push(code);
    }
    await window.page.goto(`${joinUrl}/host/sessions`);
    await window.page.locator('.session-list li').first().waitFor();
    return { window, codes, row: rowsIn(window) };
  }

  test('by keyboard: name, note, tags, search, erase words, delete and take back; no focus is lost, axe is content', {
    timeout: 180_000,
  }, async () => {
    const { window, codes, row } = await library(2);
    showOnFailure(window);
    const { page, words } = window;
    const { library: text } = words;
    const keys = new Keys(page);
    const mine = row(codes[0] ?? '');
    const care = `[role=group][aria-label*="${spoken(codes[0] ?? '')}"] `;
    const done = (sentence: string): Promise<void> =>
      page.locator('.last-done').getByText(sentence, { exact: true }).waitFor();

    await keys.press(`${care}.care > summary`, '');
    for (const [kind, typed] of [
      ['.describing input', 'Café Montréal'],
      ['.describing textarea', 'Class 3b, in the lab'],
      ['.describing label:last-of-type input', '公开课, IR 101'],
    ] as const) {
      await keys.to(`${care}${kind}`, '');
      await page.keyboard.type(typed);
    }
    await keys.press(`${care}.describing button`, text.keep);
    await done(text.kept);
    await mine.getByText('Café Montréal').waitFor();
    expect(await mine.locator('.tags span').allInnerTexts()).toEqual(['公开课', 'IR 101']);
    await unfold(window);
    const faults = await faultsOf(window, 'library');

    const code = codes[0] ?? '';
    await mine.getByRole('option', { name: text.person('Ada', 1) }).waitFor({ state: 'attached' });
    await keys.to(`${care}.care select`, '');
    await page.keyboard.press('ArrowDown');
    await keys.to(`${care}button.hold`, text.eraseHeld);
    await held(window, text.erased(1));
    const people = await window.context.request.get(`${stage.program.joinUrl}/api/library/${code}/people`);
    expect(await people.json()).toEqual([]);

    await keys.to(`${care}button.hold`, text.deleteHeld);
    await held(window, text.deleted(spoken(code)));
    await mine.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('last-done');

    await page.getByRole('combobox', { name: text.state }).selectOption('deleted');
    await mine.waitFor();
    await keys.press(`${care}button`, text.restore);
    await done(text.restored);
    await mine.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('last-done');

    await page.getByRole('combobox', { name: text.state }).selectOption('all');
    await keys.to('input[type=search]', '');
    await page.keyboard.type('montreal 公开');
    await page.getByText(text.found(1), { exact: true }).waitFor();
    await mine.waitFor();
    await page.keyboard.type(' nowhere');
    await page.getByText(text.noneFound, { exact: true }).waitFor();
    expect([...faults, ...keys.unseen, ...keys.lost]).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('on a phone, in Chinese: a record is imported once, and a second or a faulty one is refused with why', {
    timeout: 120_000,
  }, async () => {
    const { window } = await library(1, 'zh', 'phone');
    showOnFailure(window);
    const { page, words } = window;
    const { library: text, refusals } = words;
    const give = async (name: string, contents: string): Promise<void> => {
      writeFileSync(join(folder, name), contents);
      await page.locator('input[type=file]').setInputFiles(join(folder, name));
    };
    await give('三班.jsonl', record);
    const status = page.locator('.import-result');
    await status.getByText(/[A-Z0-9]{3} [A-Z0-9]{3}/).waitFor();
    const code = /[A-Z0-9]{3} [A-Z0-9]{3}/.exec(await status.innerText())?.[0] ?? '';
    await page.getByRole('listitem').filter({ hasText: code }).getByText('三班.jsonl').waitFor();
    const refused = page.getByRole('alert');
    await give('again.jsonl', record);
    await refused.getByText(text.knownAs(code)).waitFor();
    await give('changed.jsonl', record.replace('"type":"sealOrders"', '"type":"openOrders"'));
    await refused.getByText(refusals.api.badRecord).waitFor();
    expect(await refused.innerText()).toContain(refusals.notDone);
    expect(await page.locator('.session-list li').filter({ hasText: '.jsonl' }).count()).toBe(1);
    await unfold(window);
    const faults = [...(await faultsOf(window, 'library, phone'))];
    await page.goto(`${stage.program.joinUrl}/host`);
    await page.locator('.session-list li').nth(1).waitFor();
    faults.push(...(await faultsOf(window, 'host, two sessions')));
    expect(faults).toEqual([]);
    expect(window.complaints.filter((said) => !said.includes('Failed to load resource'))).toEqual([]);
    await window.context.close();
  });
});

function spoken(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

function rowsIn({ page }: Window): (code: string) => Locator {
  return (code) => page.getByRole('listitem').filter({ hasText: spoken(code) });
}

/** Holds the focused button until the page says in words what was done. */
async function held({ page }: Window, sentence: string): Promise<void> {
  await page.keyboard.down('Enter');
  await page.locator('.last-done').getByText(sentence, { exact: true }).waitFor();
  await page.keyboard.up('Enter');
}
