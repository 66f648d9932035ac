import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findBrowser, type FoundBrowser } from '../support/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser to test in; null if none could be started. */
    readonly browser: FoundBrowser | null;
  }
}

/**
 * Looks for a browser once, for all end-to-end tests, and builds stale pages, so that no two tests build at the same time. Without
 * a browser the tests do not run: in CI that fails, elsewhere the last line says so.
 */
export async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const found = await findBrowser();
  if (!('tried' in found)) {
    project.provide('browser', found);
    buildStalePages();
    return undefined;
  }
  const how = [
    'NO BROWSER COULD BE STARTED: the whole sessions in tests/e2e DID NOT RUN.',
    'Install Chromium, Chrome or Edge, or name one: CHROMIUM=/path/to/chromium npm test',
    ...found.tried.map((line) => `  tried ${line}`),
  ].join('\n');
  const isCi = !['', '0', 'false', undefined].includes(process.env['CI']);
  if (isCi) throw new Error(how);
  project.provide('browser', null);
  return () => console.error(`\n${how}\n`);
}

/** Builds in a child process, because Vitest cannot resolve the build tool from here. */
function buildStalePages(): void {
  const script =
    "import { buildClientIfStale } from './server/commands/buildClient.ts'; await buildClientIfStale(console.error);";
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // Pages for use, not those of a test run, which are larger.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
}
