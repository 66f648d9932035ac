import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The first of some programs that this computer has, by its path or on the PATH; null if it has none. */
export function onPath(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    if (name === '') continue;
    const places = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    const found = places.find((file) => canRun(file));
    if (found !== undefined) return found;
  }
  return null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
