import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSessions } from '../support/keptSessions.ts';
import type { Said } from '../support/manyCommands.ts';

const script = join(import.meta.dirname, '..', 'support', 'manyCommands.ts');

let directory: string;
let code = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-use-'));
  for (const folder of ['garbage', 'folder']) await mkdir(join(directory, folder));
  await writeFile(join(directory, 'garbage', 'crossroads.sqlite'), 'garbage '.repeat(4000));
  await writeFile(join(directory, 'file'), '');
  await writeFile(join(directory, 'binary'), 'x\u0000\u0001\n');
  await writeFile(join(directory, 'deep.json'), `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`);
  code = (await keepSessions(join(directory, 'data'), 1))[0]?.code ?? '';
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

async function saidTo(commands: readonly (readonly string[])[]): Promise<readonly Said[]> {
  const options = { cwd: directory, maxBuffer: 64e6 };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(commands)], options);
  const said: readonly Said[] = JSON.parse(stdout);
  expect(said).toHaveLength(commands.length);
  return said;
}

const words = (line: string): readonly string[] => line.split(' ').filter((word) => word !== '');

/** What somebody may ask of each command by mistake or on purpose; `CODE` is a session that is there. */
const uses: Readonly<Record<string, readonly string[]>> = {
  start: [
    '--no-build --port 0 --data file',
    '--no-build --port 0 --data file/below',
    '--no-build --port 0 --data /proc/nowhere',
    '--port 99999',
  ],
  backup: ['--data file', '--data missing', 'folder --data data', 'file/below --data data', '--data garbage'],
  restore: [
    'missing --data data',
    'folder --data data',
    'file --data data',
    '/dev/zero --data data',
    'deep.json --data garbage',
  ],
  password: ['--reset --data file', '--reset --data garbage'],
  variables: ['--into missing', '--into folder', '--into binary', '--into /dev/zero'],
  play: [
    '--bots CLASS --log folder',
    '--bots CLASS --log file/below',
    '--bots CLASS --log /dev/full',
    '--bots __proto__=1 --log x',
    '--bots hedger=1e999 --log x',
    '--bots CLASS --scenario ./deep.json --log x',
    '--bots CLASS --scenario ./folder --log x',
    '--bots CLASS --scenario /dev/zero --log x',
    '--bots CLASS --scenario constructor --log x',
    '--bots CLASS --plan __proto__ --log x',
  ],
  resolve: ['missing', 'folder', 'file', 'binary', 'deep.json'],
  replay: ['missing', 'folder', 'file', 'binary', 'deep.json', '/dev/null --round 0'],
  rehearse: [
    'http://127.0.0.1:1/ABC234',
    'http://127.0.0.1:1/x',
    'http://[::',
    '--delegates 0',
    '--tables 61',
    '--event http://127.0.0.1:1/ABC234',
  ],
  verify: ['missing', 'folder', 'file', 'binary', 'deep.json', '/dev/null'],
  export: [
    'CODE --out folder --data data',
    'CODE --out /dev/full --data data',
    'CODE --out x --data garbage',
    'nothing --out x',
    'ABC234 --out x --data missing',
  ],
  sessions: [
    'list --data garbage',
    'list --data file',
    'list --data missing',
    'list --state asleep --data data',
    'show CODE --data garbage',
    'show constructor --data data',
    `rename CODE ${'x'.repeat(5000)} --data data`,
    `tag CODE ${'x'.repeat(5000)} --data data`,
    'delete ABC234 --data data',
    'restore CODE --data data',
    'erase CODE --data data',
    'erase CODE --person __proto__ --data data',
    'import missing --data data',
    'import folder --data data',
    'import file --data data',
    'import binary --data data',
    'import deep.json --data data',
    'import /dev/zero --data data',
  ],
  check: ['missing', 'folder', 'file', 'binary', 'deep.json', '/dev/null'],
  merge: ['missing', 'file', 'folder'],
  simulate: [
    '--games 1 --seats 3',
    '--games 1 --seats 3 --out file',
    '--games 1 --seats 3 --out /proc/nowhere',
    '--games 1 --seats 3 --out x --set __proto__=1',
    '--games 1 --seats 3 --out x --set lambda=-5',
    '--games 1 --seats 3 --out x --sweep lambda=1:1e308:1000',
    '--games 1 --scenario /dev/zero --out x',
    '--games 1 --scenario ./deep.json --out x',
    'search --scenario archipelago --plan 5x3 --tries 1 --workers 1 --trail binary',
    'search --scenario archipelago --plan 5x3 --tries 1 --workers 1 --trail folder',
    'dilemma --scenario archipelago --plan 5x3 --games 20 --workers 1 --out file',
    'dilemma --scenario archipelago --plan 5x3 --games 20 --workers 1 --chapter folder',
    'pars --scenario ./deep.json',
    'balance --scenario nowhere',
  ],
  whatif: [
    'missing --round 1 --order aurelia=hold',
    'file --round 1',
    'binary --round 1 --order aurelia=hold',
    'deep.json --round 1 --order aurelia=hold',
    'file --round 0 --order aurelia=hold',
    'folder --round 1 --order constructor',
    'file --round 1 --order aurelia=hold --runs 1e9',
    'file --round 1 --event constructor',
    'file --round 1 --number lambda=x',
    'file --round 1 --hand x:aurelia=hold',
    'file --round 1 --order aurelia=hold --name x',
    'file --round 1 --order aurelia=hold --tree folder --name x',
  ],
  coverage: [
    '--sessions 0',
    '--runs 1',
    '--scenario nowhere',
    '--round 40 --sessions 1',
    '--into missing',
    '--into folder',
  ],
  fits: ['--sessions 0', '--from x', '--into missing', '--into file', '--into folder', '--into binary'],
  why: [
    'missing',
    'binary',
    'deep.json',
    'file --round 1 --number depth:1',
    'file --round 1 --number indicator:toString',
  ],
};

test('every command is put to such a use', async () => {
  const [help] = await saidTo([['--help']]);
  const commands = [...(help?.out ?? '').matchAll(/^ {2}([a-z]+) (?:\[|<| )/gm)].map(([, name = '']) => name);
  expect(commands).toContain('start');
  expect(Object.keys(uses).toSorted()).toEqual(commands.filter((name) => name !== 'help').toSorted());
}, 60_000);

test('whatever a command is given, it ends in a sentence and an exit code, never in a stack trace', async () => {
  const commands = Object.entries(uses).flatMap(([name, list]) =>
    list.map((line) => [name, ...words(line.replace('CODE', code))]),
  );
  const said = await saidTo(commands);
  for (const [index, { code: exit, out, err }] of said.entries()) {
    const asked = (commands[index] ?? []).join(' ').slice(0, 120);
    const all = `${out}${err}`;
    expect(exit, `${asked}: ${all.slice(0, 400)}`).toBeGreaterThan(0);
    expect(all, asked).not.toMatch(/^ +at |fault of its own|node:internal/m);
    expect(err.length + out.length, asked).toBeGreaterThan(10);
    expect(err.length, asked).toBeLessThan(2000);
  }
}, 240_000);
