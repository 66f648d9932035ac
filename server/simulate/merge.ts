import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed } from '../lib/commandFailed.ts';
import { entryOf } from './batch.ts';
import { bytesOf, writeWhole } from './files.ts';
import { faultIn, type FileEntry, type Manifest, manifestsIn, writeManifest } from './manifest.ts';
import { csvOf, parquetOfParts, sheetFrom } from './parquet.ts';
import { type Sheet, type TableId, tableIds } from './tables.ts';

/** The directory of the merged set, inside the directory of the shards. */
export const MERGED = 'merged';

/** Merges the shards of a run into one file per table, after checking each against its manifest. */
export async function mergeShards(directory: string, csv: boolean): Promise<Manifest> {
  const manifests = soundShards(directory);
  const [first] = manifests;
  if (first === undefined) throw new CommandFailed(`There is no shard of a simulation in ${directory}.`, 2);
  const out = join(directory, MERGED);
  // Remove the old set first, so that nobody takes it for this one if we stop half-way.
  rmSync(join(out, 'manifest.json'), { force: true });
  const files: FileEntry[] = [];
  for (const table of tableIds) {
    const parts: Sheet[] = [];
    for (const manifest of manifests) parts.push(await partOf(directory, manifest, table));
    files.push(...writeTable(out, table, parts, csv));
  }
  const count = manifests.reduce((sum, { games }) => sum + games.count, 0);
  const merged: Manifest = {
    ...first,
    shard: { index: 1, of: 1 },
    games: { first: 0, count },
    files,
  };
  writeManifest(join(out, 'manifest.json'), merged);
  return merged;
}

/** The manifests of all shards of one run: none missing, each with its files whole. Fails with one sentence. */
function soundShards(directory: string): readonly Manifest[] {
  const manifests = manifestsIn(directory);
  const [first] = manifests;
  if (first === undefined) return [];
  const { of } = first.shard;
  if (manifests.some(({ runHash }) => runHash !== first.runHash))
    throw new CommandFailed(`${directory} holds shards of more than one run.`);
  if (manifests.some(({ shard }) => shard.of !== of))
    throw new CommandFailed(`${directory} holds shards of more than one division.`);
  const missing = Array.from({ length: of }, (_, k) => k + 1).filter(
    (index) => !manifests.some(({ shard }) => shard.index === index),
  );
  if (missing.length > 0)
    throw new CommandFailed(`Of ${of} shards, ${missing.slice(0, 10).join(', ')} are not in ${directory}.`);
  for (const manifest of manifests) {
    const fault = faultIn(directory, manifest);
    if (fault !== null) throw new CommandFailed(fault);
  }
  return manifests;
}

async function partOf(directory: string, manifest: Manifest, table: TableId): Promise<Sheet> {
  const file = manifest.files.find(({ name, table: of }) => of === table && name.endsWith('.parquet'));
  const bytes = file === undefined ? null : bytesOf(join(directory, file.name));
  if (file === undefined || bytes === null)
    throw new CommandFailed(`The table ${table} of shard ${manifest.shard.index} is missing.`);
  const columns = manifest.columns[table].map((column) => ({ ...column, values: [] }));
  const sheet = await sheetFrom(bytes, { id: table, columns });
  if (sheet.rows !== file.rows)
    throw new CommandFailed(`${file.name} has ${sheet.rows} rows; its manifest says ${file.rows}.`);
  return sheet;
}

function writeTable(
  out: string,
  table: TableId,
  parts: readonly Sheet[],
  csv: boolean,
): readonly FileEntry[] {
  const whole: Sheet = { id: table, rows: parts.reduce((sum, { rows }) => sum + rows, 0), columns: [] };
  const forms: (readonly [string, Uint8Array | string])[] = [[`${table}.parquet`, parquetOfParts(parts)]];
  if (csv) forms.push([`${table}.csv`, parts.map((part, k) => csvOf(part, k === 0)).join('')]);
  return forms.map(([name, content]) => {
    writeWhole(join(out, name), content);
    return entryOf(name, whole, content);
  });
}
