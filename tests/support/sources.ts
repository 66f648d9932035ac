import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A source file of the project: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '..', '..');

/** Every TypeScript file below the given rooms of the house. */
export function sourcesOf(...rooms: readonly string[]): readonly SourceFile[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('node_modules'))
      .map((path) => ({
        path: relative(root, path).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

/** The modules a file imports, statically or dynamically, as written. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)'([^']+)'/gm);
  return [...found].map((match) => match[1] ?? '');
}

/** The modules a file imports at run time: omits type imports, which are gone when the program runs. */
export function valueImportsOf(text: string): readonly string[] {
  const found = text.matchAll(/^(?:import|export) (?!type\b)[^;]*?'([^']+)'/gm);
  return [...found].map((match) => match[1] ?? '');
}

/** A file without its comments and string contents, so that words in prose do not count as code. */
export function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** The names in the root folder that git would keep. */
export function rootNames(): readonly string[] {
  return readdirSync(root).filter(
    (name) => !['node_modules', 'dist', 'dist-static', 'packages', 'data', '.git', 'coverage'].includes(name),
  );
}
