import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crossroads } from './crossroads.ts';

let directory: string;
let log: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-hostile-'));
  log = join(directory, 'log.jsonl');
  expect(await crossroads('play', '--bots', 'CLASS', '--log', log)).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;

/** Files that a reader must refuse with a sentence, each with the commands that read it. */
const files: readonly (readonly [string, string, readonly string[]])[] = [
  ['nested.json', deep, ['check', 'resolve', 'verify', 'replay', 'why']],
  ['parameters.json', `{"scenario":"archipelago","parameters":${deep}}`, ['resolve', 'check']],
  ['rounds.json', `{"scenario":"archipelago","rounds":[${'{},'.repeat(999_999)}{}]}`, ['resolve']],
  ['breaks.jsonl', '\n'.repeat(20_000_000), ['verify', 'replay', 'why']],
  ['lines.jsonl', '{}\n'.repeat(1_000_000), ['verify', 'replay', 'why', 'check']],
  ['empty.json', '', ['check', 'resolve', 'verify', 'replay', 'why']],
  ['binary.json', '\u0000\u0001\u{fffd}', ['check', 'resolve', 'verify', 'replay', 'why']],
];

function argumentsOf(command: string, file: string): readonly string[] {
  return command === 'why' ? [command, file, '--round', '1', '--number', 'world:regime'] : [command, file];
}

describe('a file that would break a reader ends in a sentence and exit code 1', () => {
  for (const [name, text, commands] of files) {
    for (const command of commands) {
      test(`${command} ${name}`, async () => {
        const file = join(directory, name);
        await writeFile(file, text);
        const ran = await crossroads(...argumentsOf(command, file));
        expect(ran.code).toBe(1);
        expect(ran.out + ran.err).not.toContain('    at ');
        expect(ran.out + ran.err).not.toContain('fault of its own');
        expect((ran.out + ran.err).length).toBeLessThan(5000);
      }, 60_000);
    }
  }

  for (const command of ['check', 'resolve', 'verify', 'replay', 'why']) {
    test(`${command} reads no more of an endless device than its limit`, async () => {
      const ran = await crossroads(...argumentsOf(command, '/dev/zero'));
      expect(ran).toMatchObject({ code: 1, out: '', err: '/dev/zero is larger than 128 MB.\n' });
    }, 60_000);
  }

  test('a log with an endlessly nested header or event is refused with its place', async () => {
    const rows = (await readFile(log, 'utf8')).split('\n');
    const header = (rows[0] ?? '').replace('"parameters":{', `"parameters":{"x":${deep},`);
    const line = (rows[3] ?? '').replace('"events":[', `"events":[{"type":"seatTaken","x":${deep}},`);
    for (const [where, text] of [
      ['header', rows.with(0, header).join('\n')],
      ['line 3', rows.with(3, line).join('\n')],
    ] as const) {
      const file = join(directory, 'deep.jsonl');
      await writeFile(file, text);
      const { code, out } = await crossroads('verify', file);
      expect(code).toBe(1);
      expect(out).toContain(`Not verified: ${where} is nested deeper than 64 levels.`);
    }
  }, 60_000);

  test('merge: a directory of devices, and one of garbage', async () => {
    const shards = join(directory, 'shards');
    await mkdir(shards);
    await symlink('/dev/zero', join(shards, 'manifest-00001-of-00001.json'));
    expect(await crossroads('merge', shards)).toMatchObject({ code: 2 });
    await rm(join(shards, 'manifest-00001-of-00001.json'));
    await writeFile(join(shards, 'manifest-00001-of-00001.json'), deep);
    const ran = await crossroads('merge', shards);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('is not a manifest of a simulation');
  }, 60_000);
});

test('export and password report a file that is no database in one sentence', async () => {
  const data = join(directory, 'data');
  await mkdir(data);
  await writeFile(join(data, 'crossroads.sqlite'), 'garbage '.repeat(4000));
  for (const args of [
    ['export', 'ABC234', '--out', join(directory, 'o.jsonl'), '--data', data],
    ['password', '--reset', '--data', data],
  ]) {
    const ran = await crossroads(...args);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).toContain('database');
  }
}, 60_000);
