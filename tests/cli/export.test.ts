import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classLog, typedNames } from '../export/classLog.ts';
import { crossroads } from './crossroads.ts';

let here = '';
const inside = (name: string): string => join(here, name);
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'crossroads-export-'));
  await writeFile(inside('one.jsonl'), classLog());
  await writeFile(inside('two.jsonl'), classLog({ trustSeen: 'own' }));
});
afterAll(() => rm(here, { recursive: true }));

const sessionsIn = async (zip: string): Promise<readonly string[]> => {
  const files = unzipSync(await readFile(inside(zip)));
  return new TextDecoder().decode(files['sessions.csv']).trimEnd().split('\r\n').slice(1);
};

test('two files become one set of tables, with who is who beside it only', async () => {
  const tables = ['--format', 'zip', '--out', inside('two.zip')];
  const codebook = ['--codebook', inside('who.csv')];
  const ran = await crossroads('export', inside('one.jsonl'), inside('two.jsonl'), ...tables, ...codebook);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toBe(`${inside('two.zip')}: tables of 2 sessions, people by pseudonym.\n`);
  expect(await sessionsIn('two.zip')).toHaveLength(2);
  const files = Object.entries(unzipSync(await readFile(inside('two.zip'))));
  for (const [name, bytes] of files) {
    expect(name).not.toContain('who');
    expect(new TextDecoder().decode(bytes)).not.toContain(typedNames['aurelia']);
  }
  expect(await readFile(inside('who.csv'), 'utf8')).toContain(typedNames['aurelia']);
}, 240_000);

test('a workbook is written for a teacher', async () => {
  const workbook = ['--format', 'xlsx', '--out', inside('class.xlsx')];
  const ran = await crossroads('export', inside('one.jsonl'), ...workbook);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toBe(`${inside('class.xlsx')}: a workbook of 1 session, people by pseudonym.\n`);
  expect(Object.keys(unzipSync(await readFile(inside('class.xlsx'))))).toContain('xl/workbook.xml');
}, 240_000);

test('typed names come only when asked for', async () => {
  const ran = await crossroads(
    'export',
    inside('one.jsonl'),
    '--format',
    'zip',
    '--out',
    inside('n.zip'),
    '--names',
    '--json',
  );
  expect(JSON.parse(ran.out)).toEqual({ file: inside('n.zip'), sessions: 1, names: true });
  const people = new TextDecoder().decode(unzipSync(await readFile(inside('n.zip')))['people.csv']);
  expect(people).toContain(typedNames['concordia']);
}, 240_000);

test('what cannot be exported is told in one sentence, and nothing is written', async () => {
  await writeFile(inside('cut.jsonl'), classLog().slice(0, 20_000));
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['ABC234', 'ABC235'], 2, /holds one session.*--format zip/],
    [['ABC234', '--names'], 2, /are for tables/],
    [['ABC234', '--format', 'pdf'], 2, /"pdf" is no format/],
    [[inside('cut.jsonl'), '--format', 'zip'], 1, /cut\.jsonl: (line \d+|header) /],
    [['no code', '--format', 'zip'], 2, /neither a join code nor a file/],
  ];
  for (const [args, code, sentence] of cases) {
    const ran = await crossroads('export', ...args, '--out', inside('never'), '--data', here);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(sentence);
    await expect(readFile(inside('never'))).rejects.toThrow('ENOENT');
  }
}, 240_000);
