import { inject, onTestFailed } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundBrowser } from '../support/browser.ts';
import type { Window } from './window.ts';

/** Whether there is a browser to test in. */
export const hasBrowser = inject('browser') !== null;

/** The browser that was found. */
export function foundBrowser(): FoundBrowser {
  const found = inject('browser');
  if (found === null) throw new Error('there is no browser');
  return found;
}

/** If the test fails, prints what its windows showed: a picture, and the words for people who cannot see it. */
export function showOnFailure(...windows: readonly Window[]): void {
  onTestFailed(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crossroads-failed-'));
    for (const [index, { page, complaints }] of windows.entries()) {
      const file = join(folder, `${index}.png`);
      await page.screenshot({ path: file }).catch(() => undefined);
      console.error(`window ${index} at ${page.url()}: ${file}\n${complaints.join('\n')}`);
    }
  });
}
