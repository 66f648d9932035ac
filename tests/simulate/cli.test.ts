import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { begin, crossroads } from '../cli/crossroads.ts';

let directory: string;
const run: readonly string[] = ['simulate', '--scenario', 'archipelago', '--games', '12', '--seed', '3'];
const sweep: readonly string[] = ['--sweep', 'lambda=2:3:2', '--talk', 'talk'];
const inDir = (...parts: readonly string[]) => join(directory, ...parts);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-simulate-'));
  const one = await crossroads(...run, ...sweep, '--csv', '--workers', '1', '--out', inDir('one'));
  expect(one).toMatchObject({ code: 0, err: '' });
  expect(one.out).toMatch(/24 games in .*games\/s\/core/);
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

async function rowsOf(sql: string): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describe('the rows of a run', () => {
  it('are the same for two workers, byte by byte', async () => {
    await crossroads(...run, ...sweep, '--csv', '--workers', '2', '--out', inDir('two'));
    const names = await readdir(inDir('one'));
    expect(names).toHaveLength(7);
    for (const name of names) {
      expect((await readFile(inDir('two', name))).equals(await readFile(inDir('one', name)))).toBe(true);
    }
  }, 60_000);

  it('are the same for shards 1/4 to 4/4 put together', async () => {
    for (const shard of [3, 1, 4, 2]) {
      const played = await crossroads(...run, ...sweep, '--shard', `${shard}/4`, '--out', inDir('four'));
      expect(played.code).toBe(0);
    }
    const merged = await crossroads('merge', inDir('four'), '--csv');
    expect(merged).toMatchObject({ code: 0, err: '' });
    expect(merged.out).toContain('24 games in 6 files');
    for (const table of ['games', 'rounds', 'seats']) {
      const whole = await readFile(inDir('one', `${table}-00001-of-00001.csv`), 'utf8');
      expect(await readFile(inDir('four', 'merged', `${table}.csv`), 'utf8')).toBe(whole);
      const counted = `SELECT count(*)::INT FROM '${inDir('four', 'merged', `${table}.parquet`)}'`;
      expect(await rowsOf(counted)).toEqual([[{ games: 24, rounds: 120, seats: 144 }[table]]]);
    }
  }, 120_000);

  it('are read by DuckDB, value by value as in the CSV', async () => {
    for (const table of ['games', 'rounds', 'seats']) {
      const stem = inDir('one', `${table}-00001-of-00001`);
      const parquet = `SELECT * FROM '${stem}.parquet'`;
      const csv = `SELECT * FROM read_csv('${stem}.csv', all_varchar = false)`;
      expect(await rowsOf(parquet)).not.toEqual([]);
      expect(await rowsOf(`SELECT count(*)::INT FROM (${parquet} EXCEPT ${csv})`)).toEqual([[0]]);
    }
    const swept = `SELECT DISTINCT cell, "lambda" FROM '${inDir('one', 'games-*.parquet')}' ORDER BY cell`;
    expect(await rowsOf(swept)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const paired = `SELECT min(seed)::INT, max(seed)::INT FROM '${inDir('one', 'games-*.parquet')}' GROUP BY cell`;
    expect(await rowsOf(paired)).toEqual([
      [3, 14],
      [3, 14],
    ]);
  }, 60_000);
});

describe('the measures of network science', () => {
  it('are columns of the rounds for those who ask for them; the other columns stay as they are', async () => {
    const asked = [...run, ...sweep, '--csv', '--shard', '1/1', '--indicators'];
    expect(await crossroads(...asked, '--out', inDir('measured'))).toMatchObject({ code: 0, err: '' });
    const rounds = (name: string) => `'${inDir(name, 'rounds-00001-of-00001.parquet')}'`;
    const plain = `SELECT * FROM ${rounds('one')}`;
    const [names = []] = (await rowsOf(`SELECT list(column_name) FROM (DESCRIBE ${plain})`)) as string[][][];
    const kept = (names[0] as unknown as readonly string[]).map((name) => `"${name}"`).join(', ');
    const measured = `SELECT ${kept} FROM ${rounds('measured')}`;
    expect(await rowsOf(`SELECT count(*)::INT FROM (${plain} EXCEPT ${measured})`)).toEqual([[0]]);
    const ranges = `SELECT min(linkAlgebraicConnectivity) > 0, max(trustLargestAt30) <= 1,
      bool_and(linkCommunities BETWEEN 1 AND 6), count(linkCampClosure) < count(*) FROM ${rounds('measured')}`;
    expect(await rowsOf(ranges)).toEqual([[true, true, true, true]]);
  }, 60_000);
});

describe('a directory', () => {
  const again = () => crossroads(...run, ...sweep, '--csv', '--workers', '1', '--out', inDir('one'));

  it('keeps finished shards and plays what is missing or was changed again', async () => {
    expect((await again()).out).toContain('1 were there already');
    const file = inDir('one', 'seats-00001-of-00001.parquet');
    const whole = await readFile(file);
    await writeFile(file, whole.with(100, (whole[100] ?? 0) ^ 1));
    expect((await crossroads('merge', inDir('one'))).code).toBe(1);
    expect((await again()).out).toContain('1 shard written');
    expect((await readFile(file)).equals(whole)).toBe(true);
  }, 60_000);

  it('belongs to one run', async () => {
    const other = await crossroads(...run.with(6, '4'), '--out', inDir('one'));
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('holds another run');
    const divided = await crossroads(...run, ...sweep, '--shard', '1/2', '--out', inDir('one'));
    expect(divided.code).toBe(2);
  }, 30_000);

  it('is merged only if no shard is missing and every file is the one its manifest describes', async () => {
    await crossroads(...run, '--shard', '1/2', '--out', inDir('half'));
    expect((await crossroads('merge', inDir('half'))).err).toContain('Of 2 shards, 2 are not in');
    expect((await crossroads('merge', inDir('nowhere'))).code).toBe(2);
    const manifest = inDir('half', 'manifest-00001-of-00002.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"rows": 6', '"rows": 7'));
    await crossroads(...run, '--shard', '2/2', '--out', inDir('half'));
    expect((await crossroads('merge', inDir('half'))).code).toBe(1);
    await writeFile(manifest, '{}');
    expect((await crossroads('merge', inDir('half'))).err).toContain('is not a manifest');
  }, 60_000);

  it('is left with whole shards by an interrupt, which ends with 130', async () => {
    const long = begin([...run.with(4, '1000000'), '--out', inDir('long')]);
    await vi.waitUntil(() => readdir(inDir('long')).then(Boolean, () => false), 30_000);
    long.child.kill('SIGINT');
    const ended = await long.ended;
    expect(ended.code).toBe(130);
    expect(ended.err).toContain('goes on from here');
    const left = await readdir(inDir('long')).catch(() => []);
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(left.length % 4).toBe(0);
  }, 60_000);
});

describe('what cannot be simulated', () => {
  it('is told in one sentence with exit code 2', async () => {
    const ran = await crossroads(...run, '--plan', '9x9', '--out', inDir('none'));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.trim()).toBe('The scenario archipelago has no plan "9x9". Choose from 5x3.');
  }, 30_000);
});

describe('a study', () => {
  it('prints its table and writes text, CSV and SVG', async () => {
    const options = ['--scenario', 'archipelago', '--games', '20', '--out', inDir('tipping')];
    const { code, out } = await crossroads('simulate', 'tipping', ...options);
    expect(code).toBe(0);
    expect(out).toContain('20 games a cell');
    expect((await readdir(inDir('tipping'))).toSorted()).toEqual([
      'report.txt',
      'tipping-archipelago-5x3.svg',
      'tipping.csv',
    ]);
    expect(await readFile(inDir('tipping', 'tipping-archipelago-5x3.svg'), 'utf8')).toMatch(
      /^<svg .*<\/svg>\n$/s,
    );
  }, 60_000);
});
