import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hash } from 'node:crypto';
import { CommandFailed } from '../lib/commandFailed.ts';
import { makeFolder } from '../lib/makeFolder.ts';
import { removeFile } from '../lib/removeFile.ts';

/** Writes a file whole or not at all: under another name first, then renamed. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file));
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (error) {
    removeFile(unfinished);
    throw new CommandFailed(`${file} cannot be written (${reasonOf(error)}).`);
  }
}

/** The bytes of a file, or null if it does not exist or cannot be read; null also for a device or a pipe. */
export function bytesOf(file: string): Uint8Array | null {
  try {
    return statSync(file).isFile() ? readFileSync(file) : null;
  } catch {
    return null;
  }
}

/** SHA-256 of bytes, in hex. */
export function sha256Of(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
