import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AsyncZippable, zip } from 'fflate';
import { create } from 'tar';

/** A package as one file. */
export interface Archive {
  readonly file: string;
  readonly files: number;
  readonly bytes: number;
  /** Its size on the disk. */
  readonly unpackedBytes: number;
}

/** The input of an archive: everything in `stage`. */
export interface ArchiveInput {
  readonly stage: string;
  readonly kind: 'zip' | 'tar.gz';
  readonly file: string;
  /** The time stamp of every file, so that equal contents give an equal archive. */
  readonly at: Date;
}

/** Writes an archive of files only, in the order of their names; unpacking creates the folders. */
export async function writeArchive({ stage, kind, file, at }: ArchiveInput): Promise<Archive> {
  const names = readdirSync(stage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(stage.length + 1))
    .toSorted();
  if (kind === 'zip') writeFileSync(file, await zipped(stage, names, at));
  else await create({ cwd: stage, file, gzip: { level: 9 }, portable: true, mtime: at }, names);
  const unpackedBytes = names.reduce((sum, name) => sum + statSync(join(stage, name)).size, 0);
  return { file, files: names.length, bytes: statSync(file).size, unpackedBytes };
}

async function zipped(stage: string, names: readonly string[], at: Date): Promise<Uint8Array> {
  const files: AsyncZippable = {};
  for (const name of names) files[name.replaceAll('\\', '/')] = readFileSync(join(stage, name));
  return new Promise((resolve, reject) => {
    zip(files, { level: 9, mtime: at }, (error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(error);
    });
  });
}
