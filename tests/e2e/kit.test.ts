import { describe, expect, test } from 'vitest';
import { kit as kitWords } from '../../client/text/en/kit.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow } from './window.ts';

/** The printable width of an A4 sheet with its margins of 14 mm, in CSS pixels. */
const PAPER = { width: 688, height: 1000 } as const;

describe.skipIf(!hasBrowser)('the facilitator’s kit', () => {
  const stage = useStage();

  test.each(['en', 'zh'] as const)(
    'prints in %s: every state on its card, nothing over the edge',
    {
      timeout: 120_000,
    },
    async (language) => {
      const scenario = scenarioById('archipelago');
      const window = await openWindow(stage.browser, stage.program.hostUrl, { language });
      showOnFailure(window);
      await enterAsHost(window);
      const { page } = window;
      await page.goto(`${stage.program.joinUrl}/kit/archipelago?plan=5x3&lang=${language}`);
      await page.locator('.kit-role').first().waitFor();
      const cards = await page.locator('.kit-role h2').allInnerTexts();
      expect(cards).toEqual(scenario?.seats.map(({ name }) => name[language]));
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
      expect(pdf.length).toBeGreaterThan(20_000);
      expect(pages.length).toBeGreaterThanOrEqual(8);
      // Four of them are the cases that the paper names.
      expect(pages.length).toBeLessThanOrEqual(20);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(PAPER);
      const over = await page.evaluate(() =>
        [...document.querySelectorAll('.kit main *')]
          .filter(
            (part) =>
              part.getBoundingClientRect().right > innerWidth + 1 ||
              (part.className === 'kit-role' && part.scrollHeight > part.clientHeight + 1),
          )
          .map((part) => part.className || part.tagName),
      );
      expect(over).toEqual([]);
      expect(window.complaints).toEqual([]);
      await window.context.close();
    },
  );

  test('turns to another plan, and back by the browser’s own button', { timeout: 60_000 }, async () => {
    const window = await openWindow(stage.browser, stage.program.hostUrl);
    showOnFailure(window);
    await enterAsHost(window);
    const { page } = window;
    await page.goto(`${stage.program.joinUrl}/kit/twelve-states?plan=6x3`);
    const meta = page.locator('.kit-meta');
    await meta.filter({ hasText: kitWords.meta(12, 6, 60) }).waitFor();
    await page.getByRole('link', { name: kitWords.plan(90, 8) }).click();
    await meta.filter({ hasText: kitWords.meta(12, 8, 90) }).waitFor();
    expect(await page.locator('nav [aria-current="page"]').innerText()).toBe(kitWords.plan(90, 8));
    await page.goBack();
    await meta.filter({ hasText: kitWords.meta(12, 6, 60) }).waitFor();
    await window.context.close();
  });

  test('is refused to everybody but the host', { timeout: 60_000 }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/kit/archipelago`);
    showOnFailure(window);
    await window.page.getByText(window.words.refusals.api.notHost).waitFor();
    expect(await window.page.locator('.kit-role').count()).toBe(0);
    await window.context.close();
  });
});
