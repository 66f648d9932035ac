import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesDeclared } from '#shared/export/allTables.ts';
import { parseLog } from '#shared/log/parse.ts';
import { assembleLog } from '#shared/log/write.ts';
import { pictureKinds } from '../../client/panels/picture/pictureKinds.ts';
import { sheets as sheetTexts } from '../../client/text/en/sheets.ts';
import { classLog, typedNames } from '../export/classLog.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { pixelsOf } from './smallPng.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const record = classLog();
const names = [...Object.values(typedNames), '王小明'];

describe.skipIf(!hasBrowser)('a record leaves the building', () => {
  const stage = useStage();
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossroads-home-'));
    file = join(folder, 'class.jsonl');
    writeFileSync(file, record);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Presses a button and reads the file that the browser saves. */
  async function pressed({ page }: Window, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  test('from the replay of a file, without asking the server: tables, workbook, record; by pseudonym or by name', {
    timeout: 180_000,
  }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, {
      size: 'phone',
    });
    showOnFailure(window);
    const { page, words } = window;
    const { exports, replay } = words;
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: replay.tabs.index, exact: true }).click();
    await page.getByText(exports.fold).click();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

    const tables = await pressed(window, button(exports.kinds.zip));
    await page.locator('.export-result').getByText(tables.name).waitFor();
    expect(tables.name).toMatch(/^crossroads-[0-9a-f]{12}-tables\.zip$/);
    expectTables(unzipSync(tables.bytes));
    expectNobody(unzipSync(tables.bytes));

    const workbook = await pressed(window, button(exports.kinds.xlsx));
    expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/worksheets/sheet3.xml');
    expectNobody(unzipSync(workbook.bytes));

    const log = strFromU8((await pressed(window, button(exports.kinds.log))).bytes);
    expect(parsed(log).lines).toHaveLength(parsed(record).lines.length);
    expect(names.filter((name) => log.includes(name))).toEqual([]);

    await page.getByText(exports.names, { exact: true }).click();
    const named = await pressed(window, button(exports.kinds.zip));
    expect(named.name).toContain('with-names');
    expect(allText(unzipSync(named.bytes))).toContain('Annemarie Verweij');
    // A file says not whose it is: nobody is offered a codebook here.
    expect(await page.getByText(exports.codebook).count()).toBe(0);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('from the library, of several ticked sessions, and from the console after the end, with the codebook', {
    timeout: 180_000,
  }, async () => {
    const window = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource, calm: true });
    showOnFailure(window);
    await enterAsHost(window);
    const { page, words } = window;
    const { exports } = words;
    const own = await imported(window, 'class.jsonl', record);
    const bots = await imported(window, 'bots.jsonl', await playedLog('archipelago', 7));
    await page.goto(`${stage.program.joinUrl}/host/sessions`);
    for (const code of [own, bots]) await page.getByRole('checkbox', { name: spoken(code) }).check();
    await page.getByText(exports.ticked(2)).click();
    const both = await pressed(window, page.getByRole('button', { name: exports.kinds.zip }));
    expect(both.name).toBe('crossroads-2-sessions-tables.zip');
    const files = unzipSync(both.bytes);
    expect(rowsOf(files, 'sessions')).toBe(2);
    expect(Object.keys(files).filter((name) => name.startsWith('sessions/'))).toHaveLength(2);
    expectNobody(files);
    const logs = await pressed(window, page.getByRole('button', { name: exports.kinds.log }));
    expect(Object.values(unzipSync(logs.bytes)).map((bytes) => parseLog(strFromU8(bytes)).ok)).toEqual([
      true,
      true,
    ]);
    expect(await faultsOf(window, 'library, two ticked')).toEqual([]);

    await page.goto(`${stage.program.joinUrl}/host/${own}`);
    await page.getByText(exports.fold).click();
    const tables = await pressed(window, page.getByRole('button', { name: exports.kinds.zip }));
    expect(tables.name).toBe(`crossroads-${own}-tables.zip`);
    expectTables(unzipSync(tables.bytes));
    await page.getByText(exports.codebook).click();
    const book = await pressed(window, page.getByRole('button', { name: exports.kinds.codebook }));
    expect(strFromU8(book.bytes)).toContain('Annemarie Verweij');
    expect(await faultsOf(window, 'console, files')).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('not at all if a session is gone: the page says which and makes nothing', {
    timeout: 120_000,
  }, async () => {
    const window = await openWindow(stage.browser, stage.program.hostUrl, { language: 'zh', calm: true });
    showOnFailure(window);
    await enterAsHost(window);
    const { page, words } = window;
    const { exports, refusals } = words;
    const code = await imported(window, 'again.jsonl', await playedLog('archipelago', 11));
    await page.goto(`${stage.program.joinUrl}/host/sessions`);
    await page.getByRole('checkbox', { name: spoken(code) }).check();
    await page.getByText(exports.ticked(1)).click();
    await window.context.request.post(`${stage.program.joinUrl}/api/library/${code}/delete`);
    await page.getByRole('button', { name: exports.kinds.zip }).click();
    const alert = page.getByRole('alert');
    await alert.getByText(exports.unread(spoken(code), refusals.api.unknownCode)).waitFor();
    await window.context.close();
  });

  test('as pictures for slides, light and dark, and as sheets by pseudonym or by name', {
    timeout: 180_000,
  }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, { before: axeSource });
    showOnFailure(window);
    const { page, words } = window;
    const { exports, pictures, replay } = words;
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: replay.tabs.index, exact: true }).click();
    await page.getByText(pictures.fold).click();
    const grounds = new Map<string, string>();
    for (const [ground, label] of [
      ['light', pictures.light],
      ['dark', pictures.dark],
    ] as const) {
      await page.getByText(label, { exact: true }).click();
      for (const kind of pictureKinds) {
        const button = page
          .locator('.export')
          .getByRole('button', { name: pictures.kinds[kind], exact: true });
        const { name, bytes } = await pressed(window, button);
        expect(name).toMatch(new RegExp(`^crossroads-[a-z-]+-${kind}-\\d+\\.png$`));
        const { width, height, depth, bytes: pixels } = pixelsOf(Buffer.from(bytes));
        expect([width, height]).toEqual([1920, 1080]);
        grounds.set(ground, pixels.subarray(0, 3).toString('hex'));
        // Something is drawn in the middle of the slide: many colours, not the ground alone.
        const middle = pixels.subarray(width * depth * 300, width * depth * 800);
        const colours = new Set(
          Array.from({ length: 60_000 }, (_, at) => middle.readUInt16BE(at * depth * 13)),
        );
        expect(colours.size, `${kind}, ${ground}`).toBeGreaterThan(4);
      }
    }
    expect([...grounds.entries()]).toEqual([
      ['light', 'f1ebdd'],
      ['dark', '08111d'],
    ]);

    await page.getByRole('button', { name: exports.sheets }).click();
    const sheets = page.locator('.sheet-page');
    await sheets.nth(1).waitFor();
    const joined = parsed(record)
      .lines.flatMap((line) => line.events)
      .filter(({ type }) => type === 'seatTaken').length;
    expect(await sheets.count()).toBe(1 + joined);
    const told = (await sheets.allInnerTexts()).join('\n');
    expect(names.filter((name) => told.includes(name))).toEqual([]);
    expect(await faultsOf(window, 'sheets')).toEqual([]);
    await page.getByText(exports.names, { exact: true }).click();
    await page.getByRole('heading', { name: 'Annemarie Verweij (P01)' }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const papers = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect(papers).toHaveLength(1 + joined);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  test('of a session that has not ended there are no sheets, and nothing to print or to choose', {
    timeout: 120_000,
  }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, { before: axeSource });
    showOnFailure(window);
    const { page, words } = window;
    const half = { name: 'half.jsonl', mimeType: 'text/plain', buffer: Buffer.from(halfOf(record)) };
    await page.locator('input[type=file]').setInputFiles(half);
    await page.getByRole('button', { name: words.replay.tabs.index, exact: true }).click();
    await page.getByRole('button', { name: words.exports.sheets }).click();
    await page.getByRole('status').getByText(sheetTexts.notYet).waitFor();
    expect(await page.getByRole('button', { name: sheetTexts.print }).count()).toBe(0);
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await faultsOf(window, 'no sheets')).toEqual([]);
    await page.getByRole('button', { name: sheetTexts.back }).click();
    await page.getByRole('button', { name: words.exports.sheets }).waitFor();
    await window.context.close();
  });

  async function imported({ context }: Window, name: string, text: string): Promise<string> {
    const answer = await context.request.post(
      `${stage.program.joinUrl}/api/library-import?file=${encodeURIComponent(name)}`,
      { headers: { 'content-type': 'text/plain; charset=utf-8' }, data: text },
    );
    const { code }: { code: string } = await answer.json();
    return code;
  }
});

/** The record as it would be if the session had broken off half way. */
function halfOf(text: string): string {
  const { header, lines, rawLines, texts } = parsed(text);
  const count = Math.floor(lines.length / 2);
  const head = lines[count - 1]?.hash ?? '';
  return assembleLog(header, rawLines.slice(0, count), { end: true, count, head, status: 'open' }, texts);
}

/** The tables have a row for each fact of the record. */
function expectTables(files: Files): void {
  const events = parsed(record).lines.flatMap((line) => line.events);
  const of = (type: string): number => events.filter((event) => event.type === type).length;
  expect(Object.keys(files).filter((name) => name.endsWith('.csv'))).toHaveLength(tablesDeclared.length);
  expect(rowsOf(files, 'people')).toBe(of('seatTaken'));
  expect(rowsOf(files, 'messages')).toBe(of('said'));
  expect(rowsOf(files, 'agreements')).toBe(of('agreementProposed'));
  expect(rowsOf(files, 'quiz')).toBe(of('quizAnswered'));
}

/** No typed name in any byte. */
function expectNobody(files: Files): void {
  const all = allText(files);
  expect(names.filter((name) => all.includes(name))).toEqual([]);
}

function allText(files: Files): string {
  return Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}

/** The rows of a table, its heading not counted; a line break inside quotes ends none. */
function rowsOf(files: Files, table: string): number {
  const text = strFromU8(files[`${table}.csv`] ?? new Uint8Array());
  return (
    text
      .replaceAll(/"(?:[^"]|"")*"/g, '""')
      .trim()
      .split('\r\n').length - 1
  );
}

function spoken(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
