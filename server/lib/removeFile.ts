import { rmSync } from 'node:fs';

/** Removes a file if it is there and can be removed; for clearing up after a fault that says why already. */
export function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is a file, or may not be written to.
  }
}
