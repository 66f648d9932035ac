import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { foundBrowser } from './browserHere.ts';

/** A browser and the program, running during the tests of a group. */
export interface Stage {
  readonly browser: Browser;
  readonly program: Program;
}

/** Starts both before the tests of the group that calls it and ends both after them. */
export function useStage(): Stage {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    [browser, program] = await Promise.all([startBrowser(foundBrowser()), startProgram()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get program() {
      return program;
    },
  };
}
