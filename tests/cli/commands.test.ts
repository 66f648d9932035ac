import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, crossroads } from './crossroads.ts';

let directory: string;
let log: string;
const play: readonly string[] = ['play', '--bots', 'CLASS', '--scenario', 'archipelago', '--seed', '5'];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-cli-'));
  log = join(directory, 'one.jsonl');
  expect(await crossroads(...play, '--log', log)).toMatchObject({ code: 0, err: '' });
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

describe('play', () => {
  test('the same seed writes the same bytes, another seed others; both scenarios verify', async () => {
    const [again, other, twelve] = ['again', 'other', 'twelve'].map((name) =>
      join(directory, `${name}.jsonl`),
    );
    await crossroads(...play, '--log', again ?? '');
    await crossroads(...play.with(6, '6'), '--log', other ?? '');
    await crossroads(...play.with(4, 'twelve-states'), '--log', twelve ?? '');
    expect(await readFile(again ?? '', 'utf8')).toBe(await readFile(log, 'utf8'));
    expect(await readFile(other ?? '', 'utf8')).not.toBe(await readFile(log, 'utf8'));
    expect(await crossroads('verify', twelve ?? '')).toMatchObject({ code: 0 });
  }, 60_000);

  test('prints one row per round and the ending', async () => {
    const { out } = await crossroads(...play, '--log', join(directory, 'table.jsonl'));
    const rows = out.split('\n');
    expect(rows[0]).toMatch(/^round +dial +connectivity +trust +committed +stage/);
    expect(rows.filter((row) => /^\d/.test(row))).toHaveLength(6);
    expect(out).toMatch(/Ended after the last round in \w+\./);
  });

  test('input that cannot be played gives one sentence and exit code 2', async () => {
    for (const [at, value, sentence] of [
      [2, 'CLAS', 'Did you mean "CLASS"?'],
      [4, 'atlantis', 'There is no scenario "atlantis".'],
      [6, 'five', 'whole number'],
    ] as const) {
      const ran = await crossroads(...play.with(at, value), '--log', join(directory, 'none.jsonl'));
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(sentence);
      expect(ran.err).not.toContain('    at ');
    }
  }, 30_000);
});

describe('verify', () => {
  test('an untouched log: exit code 0; packed as well', async () => {
    expect((await crossroads('verify', log)).out).toMatch(/Verified\.\n$/);
    const packed = join(directory, 'one.jsonl.zst');
    await crossroads(...play, '--log', packed);
    expect((await readFile(packed)).length).toBeLessThan((await readFile(log)).length / 2);
    expect(await crossroads('verify', packed)).toMatchObject({ code: 0 });
  }, 30_000);

  test('one changed digit: exit code 1, and the line is named', async () => {
    const rows = (await readFile(log, 'utf8')).split('\n');
    const altered = join(directory, 'altered.jsonl');
    await writeFile(altered, rows.with(30, rows[30]?.replace(/\d/, '9') ?? '').join('\n'));
    const ran = await crossroads('verify', altered);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain('Not verified: line 30 was changed after it was written');
    const report: unknown = JSON.parse((await crossroads('verify', altered, '--json')).out);
    expect(report).toMatchObject({ ok: false, firstFault: { where: 'line 30' } });
  }, 30_000);

  test('a file that is no log: exit code 1, one sentence', async () => {
    const ran = await crossroads('verify', join(directory, 'missing.jsonl'));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/missing\.jsonl cannot be read\.\n$/);
    const fake = join(directory, 'fake.jsonl.zst');
    await writeFile(fake, 'not packed');
    expect((await crossroads('verify', fake)).err).toContain('is not zstd-packed UTF-8 text');
  });
});

describe('replay', () => {
  test('prints the measures of network science of the opening and every round', async () => {
    const { code, out } = await crossroads('replay', log, '--indicators');
    expect(code).toBe(0);
    expect(out.split('\n').filter((row) => /^\d/.test(row))).toHaveLength(12);
    const json = await crossroads('replay', log, '--indicators', '--json', '--round', '2');
    const { rounds } = JSON.parse(json.out);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]).toMatchObject({ round: 2, link: { largestAt30: 1 } });
    expect(rounds[0].trust.algebraicConnectivity).toBeGreaterThan(0);
  }, 30_000);

  test('shows the course, one round, or JSON', async () => {
    const played = await crossroads(...play, '--log', join(directory, 'same.jsonl'));
    expect((await crossroads('replay', log)).out).toBe(played.out);
    expect((await crossroads('replay', log, '--round', '2')).out).toMatch(/^Round 2.*: dial /);
    const json: unknown = JSON.parse((await crossroads('replay', log, '--round', '2', '--json')).out);
    expect(json).toMatchObject({ rounds: [{ round: 2 }] });
    expect(await crossroads('replay', log, '--round', '99')).toMatchObject({ code: 1 });
  }, 30_000);
});

test('resolve plays a script and names the place of a fault', async () => {
  const script = join(directory, 'script.json');
  await writeFile(script, '{"scenario":"archipelago","rounds":[{}]}');
  const ran = await crossroads('resolve', script);
  expect(ran).toMatchObject({ code: 0 });
  expect(JSON.parse(ran.out)).toMatchObject({ rounds: [{ round: 1 }] });
  await writeFile(script, '{"scenario":"atlantis"}');
  expect(await crossroads('resolve', script)).toMatchObject({ code: 1, out: '' });
}, 30_000);

test('every command explains itself, and wrong use ends with exit code 2', async () => {
  for (const command of ['start', 'play', 'resolve', 'replay', 'verify', 'export']) {
    const ran = await crossroads(command, '--help');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`Usage: crossroads ${command}`);
  }
  expect(await crossroads('verify')).toMatchObject({ code: 2 });
  expect(await crossroads('unknown')).toMatchObject({ code: 2 });
  expect(await begin(['--version'], { PORT: 'x', HOST: '' }).ended).toMatchObject({ code: 2 });
}, 60_000);
