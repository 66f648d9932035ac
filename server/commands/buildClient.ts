import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { CommandFailed } from '../lib/commandFailed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['client', 'shared', 'index.html', 'vite.config.ts', 'package.json'];

/**
 * Builds the pages if they are missing or older than their sources, and says so in one line because it takes a moment. A package
 * contains only built pages.
 */
export async function buildClientIfStale(say: (sentence: string) => void): Promise<void> {
  if (!hasPageSources()) return;
  const built = newestIn(join(root, 'dist', 'index.html'));
  if (built > Math.max(...sources.map((source) => newestIn(join(root, source))))) return;
  say(
    built === 0
      ? 'Building the pages for the first time …'
      : 'The sources have changed: building the pages …',
  );
  await buildClient(root);
}

/** Whether the pages can be built here, or served from their sources. */
export function hasPageSources(): boolean {
  return existsSync(join(root, 'vite.config.ts'));
}

/**
 * Builds the pages of a folder in a child process, so that the memory of the build is free again before the first person joins.
 * Rejects with a sentence for the terminal.
 */
export async function buildClient(folder: string): Promise<void> {
  const vite = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [code]: unknown[] = await once(child, 'close').catch((error: Error) => {
    throw new CommandFailed(`The pages could not be built: ${error.message}`);
  });
  if (code !== 0) throw new CommandFailed(`The pages could not be built: ${reasonIn(complaint)}`);
}

/** Lines that the build tool adds around its message: headings, stack, and the object it prints last. */
const FRAME = /^(?:✗ |error during build:|\s+at |\s+errors: |\})/;

/** The reason that the build gave. */
function reasonIn(complaint: string): string {
  const lines = stripVTControlCharacters(complaint).split('\n');
  const said = lines
    .filter((line) => !FRAME.test(line))
    .join('\n')
    .trim();
  return said === '' ? 'the build gave no reason' : said;
}

/** The latest change of a file or of any file in a folder, ms; 0 where there is none. */
function newestIn(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
