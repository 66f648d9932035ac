import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { CommandFailed } from './commandFailed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['client', 'shared', 'index.html', 'vite.config.ts', 'package.json'];

/** Builds the pages people open if they are missing or older than their sources. Says so in one line, for it takes a moment. */
export async function buildClientIfStale(say: (sentence: string) => void): Promise<void> {
  const built = newestIn(join(root, 'dist', 'index.html'));
  if (built > Math.max(...sources.map((source) => newestIn(join(root, source))))) return;
  say(
    built === 0
      ? 'Building the pages for the first time …'
      : 'The sources have changed: building the pages …',
  );
  const { build } = await import('vite');
  try {
    await build({ root, logLevel: 'silent' });
  } catch (error) {
    const reason = error instanceof Error ? stripVTControlCharacters(error.message) : 'unknown';
    throw new CommandFailed(`The pages could not be built: ${reason.trim()}`);
  }
}

/** The latest change of a file or of any file in a folder, ms; 0 where there is none. */
function newestIn(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
