import { isNestedDeeperThan, MOST_NESTED } from '#shared/lib/nesting.ts';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { CommandFailed } from './commandFailed.ts';

/** The most bytes that a file may have, before and after unpacking. */
const MOST_BYTES = 128 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** Reads a text file; unpacks it if its name ends in `.zst`. Fails with one sentence. */
export function readTextFile(file: string): string {
  const bytes = bytesOf(file);
  try {
    const plain = isPacked(file) ? zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new CommandFailed(
      `${file} is not ${isPacked(file) ? 'zstd-packed ' : ''}UTF-8 text, or is too large.`,
    );
  }
}

/** The JSON value in a file. Fails with one sentence. */
export function jsonFrom(file: string): unknown {
  const text = readTextFile(file);
  if (isNestedDeeperThan(text, MOST_NESTED))
    throw new CommandFailed(`${file} is nested deeper than ${MOST_NESTED} levels.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailed(`${file} is not JSON.`);
  }
}

/** Reads to the end or to the limit; a device or a pipe does not announce its length. */
function bytesOf(file: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const opened = openSync(file, 'r');
    try {
      for (;;) {
        const piece = new Uint8Array(PIECE_BYTES);
        const read = readSync(opened, piece);
        if (read === 0) return Buffer.concat(pieces);
        size += read;
        if (size > MOST_BYTES) break;
        pieces.push(piece.subarray(0, read));
      }
    } finally {
      closeSync(opened);
    }
  } catch {
    throw new CommandFailed(`${file} cannot be read.`);
  }
  throw new CommandFailed(`${file} is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
}

/** Writes a text file; packs it if its name ends in `.zst`. Fails with one sentence. */
export function writeTextFile(file: string, text: string): void {
  writeBytes(file, isPacked(file) ? zstdCompressSync(text) : Buffer.from(text));
}

/** Writes a file. Fails with one sentence. */
export function writeBytes(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch {
    throw new CommandFailed(`${file} cannot be written.`);
  }
}

function isPacked(file: string): boolean {
  return file.endsWith('.zst');
}
