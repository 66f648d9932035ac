import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandFailed } from '../lib/commandFailed.ts';
import { bytesOf, sha256Of, writeWhole } from './files.ts';
import { tableIds } from './tables.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const fileSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  table: z.enum(tableIds),
  rows: count,
  bytes: count,
  sha256: hex,
});
/** A file of a finished shard: its table, how many rows and bytes it has, and its SHA-256. */
export type FileEntry = z.infer<typeof fileSchema>;

const columnSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['INT32', 'INT64', 'DOUBLE', 'STRING', 'BOOLEAN']),
  nullable: z.boolean(),
});

const manifestSchema = z.strictObject({
  format: z.literal('crossroads-simulation'),
  version: z.literal(1),
  /** Version of the program that played the games. */
  build: z.string(),
  /** SHA-256 of `run`: all files of one run share it. */
  runHash: hex,
  /** What was played: rules version, scenario and its hash, pace, mix, parameters, seeds. */
  run: z.record(z.string(), z.unknown()),
  shard: z.strictObject({ index: z.int().min(1), of: z.int().min(1) }),
  /** The games of the shard, numbered over the whole run. */
  games: z.strictObject({ first: count, count }),
  columns: z.record(z.enum(tableIds), z.array(columnSchema)),
  files: z.array(fileSchema),
});

/** The manifest of a shard: where its files come from, and the hashes that show that they are whole. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of a shard's manifest, or of one of its tables. */
export function shardFile(stem: string, index: number, of: number, extension: string): string {
  const padded = (value: number) => String(value).padStart(5, '0');
  return `${stem}-${padded(index)}-of-${padded(of)}.${extension}`;
}

/** Reads a manifest; null if the file does not exist. Fails with one sentence on anything else. */
export function readManifest(file: string): Manifest | null {
  const bytes = bytesOf(file);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return manifestSchema.parse(value);
  } catch {
    throw new CommandFailed(`${file} is not a manifest of a simulation.`);
  }
}

/** Writes a manifest, whole or not at all. */
export function writeManifest(file: string, manifest: Manifest): void {
  writeWhole(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** All manifests of shards in a directory, with the names of their files, in the order of the shards. */
export function manifestsIn(directory: string): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const name of namesIn(directory)) {
    if (!/^manifest-\d{5}-of-\d{5}\.json$/.test(name)) continue;
    const manifest = readManifest(join(directory, name));
    if (manifest !== null) manifests.push(manifest);
  }
  return manifests.toSorted((a, b) => a.shard.of - b.shard.of || a.shard.index - b.shard.index);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).toSorted();
  } catch {
    return [];
  }
}

/** The first file of a manifest that is missing or changed, as a sentence; null if all are whole. */
export function faultIn(directory: string, { files }: Manifest): string | null {
  for (const file of files) {
    const bytes = bytesOf(join(directory, file.name));
    if (bytes === null) return `${join(directory, file.name)} is missing.`;
    if (bytes.length !== file.bytes || sha256Of(bytes) !== file.sha256)
      return `${join(directory, file.name)} is not the file its manifest describes.`;
  }
  return null;
}
