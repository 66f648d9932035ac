import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook } from '#shared/export/workbook.ts';
import { zipPackage } from '#shared/export/zipPackage.ts';
import { classLog, spoken } from '../export/classLog.ts';
import { parsed } from '../log/playedLog.ts';

let folder = '';
const inside = (name: string): string => join(folder, name);
/** A file as LibreOffice opened it, as flat XML. */
const opened = (name: string): string => readFileSync(inside(`opened/${name}.fods`), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossroads-office-'));
  const log = parsed(classLog({ privateTalkOpens: true }));
  const timeText = (ms: number): string => new Date(ms).toISOString();
  const files = Object.entries(unzipSync(zipPackage([log], { names: true, timeText })));
  const tables = files.filter(([name]) => name.endsWith('.csv'));
  for (const [name, bytes] of tables) writeFileSync(inside(name), bytes);
  writeFileSync(
    inside('class.xlsx'),
    Buffer.from(await (await workbook([log], { names: true })).arrayBuffer()),
  );
  writeFileSync(inside('control.csv'), '\uFEFFone,two\r\n=1+2,中文\r\n');
  office(['--infilter=CSV:44,34,76,1'], [...tables.map(([name]) => name), 'control.csv']);
  office([], ['class.xlsx']);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function office(filter: readonly string[], files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${inside('profile')}`;
  const convert = ['--convert-to', 'fods', '--outdir', inside('opened')];
  execFileSync('soffice', [profile, '--headless', ...filter, ...convert, ...files.map(inside)], {
    stdio: 'pipe',
    env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' },
  });
}

describe('in LibreOffice', () => {
  test('an unguarded formula would run, so the next tests can fail', () => {
    expect(opened('control')).toContain('table:formula="of:=1+2"');
    expect(opened('control')).toContain('中文');
  });

  test.each([
    'messages',
    'events',
    'people',
    'pulses',
    'reflections',
    'host_acts',
    'orders',
    'blocs',
    'agreements',
  ])('no formula runs in %s.csv', (table) => {
    expect(opened(table)).not.toContain('table:formula');
  });

  test('the Chinese of tables is right, and a text of two lines stays one cell', () => {
    const messages = opened('messages');
    expect(messages).toContain(spoken.chinese);
    expect(messages).toContain('第二行');
    expect(opened('seats')).toContain('奥瑞利亚');
    // Eleven messages and the heading; a torn cell would add a row.
    expect(messages.match(/<table:table-row[ >]/g)).toHaveLength(12);
  });

  test('the workbook opens with its three sheets in both languages, and no formula runs', () => {
    const book = opened('class');
    for (const words of ['Participation 参与情况', 'States 各国结果', 'Rounds 各轮', '奥瑞利亚', '欧阳娜娜'])
      expect(book).toContain(words);
    expect(book).toContain('=HYPERLINK(');
    expect(book).not.toContain('table:formula');
  });
});
