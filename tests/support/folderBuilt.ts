import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program as a folder of files, freshly built below a folder that a web server can serve. */
export interface BuiltFolder {
  /** What to serve. */
  readonly served: string;
  /** The path of the folder in it, as in an address. */
  readonly path: string;
  /** What the build printed. */
  readonly said: string;
  remove(): void;
}

/** Builds the folder below another one, as a course page would hold it. */
export function builtFolder(): BuiltFolder {
  const served = mkdtempSync(join(tmpdir(), 'crossroads-folder-'));
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = ['--config', 'vite.static.config.ts', '--outDir', join(served, 'course', 'week 3')];
  const said = execFileSync(process.execPath, [vite, 'build', ...config, '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    served,
    path: '/course/week%203/',
    said,
    remove: () => rmSync(served, { recursive: true, force: true }),
  };
}
