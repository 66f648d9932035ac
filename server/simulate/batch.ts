import { join } from 'node:path';
import { BUILD } from '../config.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { makeFolder } from '../lib/makeFolder.ts';
import { sha256Of, writeWhole } from './files.ts';
import {
  faultIn,
  type FileEntry,
  type Manifest,
  manifestsIn,
  readManifest,
  shardFile,
  writeManifest,
} from './manifest.ts';
import { csvOf, parquetOf } from './parquet.ts';
import { openPool, type Pool, PoolClosed } from './pool.ts';
import type { Progress } from './progress.ts';
import {
  type Cell,
  cellsOfRun,
  identityOf,
  type Run,
  runHash,
  type Shard,
  shardOf,
  stretchesOf,
  totalGames,
} from './run.ts';
import { type Sheet, sheetsOf, type SimulatedGame } from './tables.ts';

/** Games per shard if the user does not divide the run. */
const SHARD_GAMES = 1000;

/** How this computer carries out a run; none of it changes a row. */
export interface BatchOptions {
  readonly out: string;
  readonly workers: number;
  /** The one shard to play; all of them if null. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  readonly csv: boolean;
  readonly progress: Progress;
}

/** The result of a batch. */
export interface BatchReport {
  readonly games: number;
  readonly written: number;
  /** Shards that existed already. */
  readonly skipped: number;
  readonly interrupted: boolean;
}

/** Plays a run, or one shard of it, into a directory. Skips finished shards; an interrupt leaves no half-written ones. */
export async function runBatch(run: Run, options: BatchOptions): Promise<BatchReport> {
  const shards = shardsOf(run, options);
  refuseOtherRuns(run, options.out, shards[0]?.of ?? 1);
  const missing = shards.filter((shard) => !isFinished(run, shard, options));
  options.progress.expect(missing.reduce((sum, { count }) => sum + count, 0));
  const report = { games: 0, written: 0, skipped: shards.length - missing.length };
  if (missing.length === 0) return { ...report, interrupted: false };
  const pool = openPool(options.workers, options.progress.add);
  const stop = (): void => void pool.close();
  // Before anything is written: from then on an interrupt leaves whole shards only.
  process.once('SIGINT', stop);
  try {
    makeOut(options.out);
    const cells = cellsOfRun(run);
    for (const shard of missing) {
      await playShard(run, cells, shard, pool, options);
      report.games += shard.count;
      report.written += 1;
    }
    return { ...report, interrupted: false };
  } catch (error) {
    if (error instanceof PoolClosed) return { ...report, interrupted: true };
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
    await pool.close();
    options.progress.stop();
  }
}

function makeOut(folder: string): void {
  try {
    makeFolder(folder);
  } catch {
    throw new CommandFailed(`The folder ${folder} cannot be made.`);
  }
}

function shardsOf(run: Run, { shard }: BatchOptions): readonly Shard[] {
  if (shard !== null) return [shardOf(run, shard.index, shard.of)];
  const of = Math.ceil(totalGames(run) / SHARD_GAMES);
  return Array.from({ length: of }, (_, k) => shardOf(run, k + 1, of));
}

function refuseOtherRuns(run: Run, out: string, of: number): void {
  const hash = runHash(run);
  for (const manifest of manifestsIn(out)) {
    if (manifest.runHash !== hash)
      throw new CommandFailed(`${out} holds another run; choose another directory for this one.`, 2);
    if (manifest.shard.of !== of)
      throw new CommandFailed(
        `${out} holds this run in ${manifest.shard.of} shards, not ${of}; divide it the same way or choose another directory.`,
        2,
      );
  }
}

/** Whether a shard exists, whole and with all requested files. */
function isFinished(run: Run, { index, of }: Shard, { out, csv }: BatchOptions): boolean {
  const manifest = readManifest(join(out, shardFile('manifest', index, of, 'json')));
  if (manifest === null || manifest.runHash !== runHash(run) || faultIn(out, manifest) !== null) return false;
  return !csv || manifest.files.some(({ name }) => name.endsWith('.csv'));
}

async function playShard(
  run: Run,
  cells: readonly Cell[],
  shard: Shard,
  pool: Pool,
  { out, csv }: BatchOptions,
): Promise<void> {
  const stretches = stretchesOf(run, cells, shard).map(async ({ cell, first, seeds }) => {
    const records = await pool.play(cell.condition, seeds);
    return records.map((record, k): SimulatedGame => ({ game: first + k, cell, record }));
  });
  const games = (await Promise.all(stretches)).flat();
  const sheets = sheetsOf(
    games,
    run.sweeps.map(({ parameter }) => parameter),
    run.indicators,
  );
  const files = sheets.flatMap((sheet) => writeSheet(sheet, shard, out, csv));
  writeManifest(
    join(out, shardFile('manifest', shard.index, shard.of, 'json')),
    manifestOf(run, shard, sheets, files),
  );
}

function writeSheet(sheet: Sheet, { index, of }: Shard, out: string, csv: boolean): readonly FileEntry[] {
  const forms: (readonly [string, Uint8Array | string])[] = [['parquet', parquetOf(sheet)]];
  if (csv) forms.push(['csv', csvOf(sheet)]);
  return forms.map(([extension, content]) => {
    const name = shardFile(sheet.id, index, of, extension);
    writeWhole(join(out, name), content);
    return entryOf(name, sheet, content);
  });
}

/** The manifest's entry for a file. */
export function entryOf(name: string, { id, rows }: Sheet, content: Uint8Array | string): FileEntry {
  const bytes = Buffer.byteLength(content);
  return { name, table: id, rows, bytes, sha256: sha256Of(content) };
}

function manifestOf(
  run: Run,
  { index, of, first, count }: Shard,
  sheets: readonly Sheet[],
  files: readonly FileEntry[],
): Manifest {
  const columns = (id: Sheet['id']) =>
    (sheets.find((sheet) => sheet.id === id)?.columns ?? []).map(({ name, type, nullable }) => ({
      name,
      type,
      nullable,
    }));
  return {
    format: 'crossroads-simulation',
    version: 1,
    build: BUILD,
    runHash: runHash(run),
    run: { ...identityOf(run) },
    shard: { index, of },
    games: { first, count },
    columns: { games: columns('games'), rounds: columns('rounds'), seats: columns('seats') },
    files: [...files],
  };
}
