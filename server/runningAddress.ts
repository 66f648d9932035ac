import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ADDRESS_FILE = 'running.txt';
const ADDRESS = /^https?:\/\/[^\s#?]+$/;

/** Writes down the address of the server that holds a data directory, so that a second start can find it. */
export function noteAddress(dataDir: string, url: string): void {
  attempt(() => writeFileSync(join(dataDir, ADDRESS_FILE), `${url}\n`));
}

/** Removes what `noteAddress` wrote. */
export function forgetAddress(dataDir: string): void {
  attempt(() => rmSync(join(dataDir, ADDRESS_FILE), { force: true }));
}

/** The address of the server that holds a data directory; null if none has written it. */
export function notedAddress(dataDir: string): string | null {
  try {
    const text = readFileSync(join(dataDir, ADDRESS_FILE), 'utf8').trim();
    return ADDRESS.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** A server without this file works as well: a second start then only says less. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing depends on it.
  }
}
