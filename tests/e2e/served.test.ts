import { beforeAll, describe, expect, test } from 'vitest';
import { openSessionAt, servedTo } from '../support/servedBytes.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { openWindow } from './window.ts';

const JOIN_MOST_BYTES = 70_000;
/** The map engine is nearly all of it. */
const START_AND_MAP_MOST_BYTES = 450_000;

describe.skipIf(!hasBrowser)('what a phone fetches', () => {
  const stage = useStage();
  let joinUrl: string;
  beforeAll(async () => {
    joinUrl = await openSessionAt(stage.program.hostUrl);
  });

  for (const language of ['en', 'zh'] as const) {
    for (const encoding of ['gzip', 'br'] as const) {
      test(`to join, in ${language} by ${encoding}: little, and the words of one language`, async () => {
        const served = await servedTo(stage.browser, joinUrl, language, encoding);
        const parts = [...served.joinParts.keys()];
        const others = language === 'en' ? /\/(?:firstZh|zh|en)-/ : /\/(?:firstEn|en|zh)-/;
        expect(parts.filter((path) => others.test(path))).toEqual([]);
        expect(parts.some((path) => /\/first(?:En|Zh)-/.test(path))).toBe(true);
        expect(served.join).toBeGreaterThan(10_000);
        expect(served.join).toBeLessThan(JOIN_MOST_BYTES);
        expect(served.start + served.map).toBeLessThan(START_AND_MAP_MOST_BYTES);
      });
    }
  }

  for (const part of ['en', 'PracticeScreen']) {
    test(`a part of an earlier build (${part}) that is gone: the page loads itself again`, async () => {
      const window = await openWindow(stage.browser, stage.program.joinUrl);
      showOnFailure(window);
      const { page, words } = window;
      let gone = 0;
      await page.route(new RegExp(`/assets/${part}-[^/]*\\.js$`), async (route) => {
        gone += 1;
        if (gone > 1) return route.continue();
        const earlier = new URL(
          route
            .request()
            .url()
            .replace(/-[^/]*\.js$/, '-00000000.js'),
        );
        await route.fulfill({ response: await route.fetch({ url: earlier.href }) });
      });
      await page.getByRole('link', { name: words.shell.home.practice }).click();
      await page.getByRole('button', { name: words.shell.practice.start, exact: true }).waitFor();
      expect(gone).toBe(2);
      await window.context.close();
    });
  }
});
