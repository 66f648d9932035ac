import { describe, expect, test } from 'vitest';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { Keys } from './keys.ts';
import { nameOf } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

describe.skipIf(!hasBrowser)('the host decides who may enter', () => {
  const stage = useStage();

  test.each(['en', 'zh'] as const)(
    'admits, shuts the way in and clears, in %s',
    {
      timeout: 240_000,
    },
    async (language) => {
      const host = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource, language });
      showOnFailure(host);
      const faults: string[] = [];
      const code = await openWithAdmission(host, faults);
      const phone = { before: axeSource, size: 'phone', language } as const;
      const ada = await openWindow(stage.browser, `${stage.program.joinUrl}/join/${code}`, phone);
      showOnFailure(ada);
      const { entry, shell } = ada.words;
      const concordia = nameOf('concordia', language);
      await ada.page.getByText(entry.admittedByHost).waitFor();
      await ada.page.getByText(concordia, { exact: true }).click();
      faults.push(...(await faultsOf(ada, 'before joining')));
      await ada.page.getByRole('button', { name: entry.comeIn }).click();
      await ada.page.getByText(entry.waiting.admission).waitFor();
      await ada.page.getByText(entry.waiting.wish(concordia)).waitFor();
      faults.push(...(await faultsOf(ada, 'waiting to be admitted')));
      await host.page.getByText(entry.host.wishes(concordia)).waitFor();
      await unfold(host);
      faults.push(...(await faultsOf(host, 'somebody waits to be admitted')));
      const keys = new Keys(host.page);
      await keys.press('button', entry.host.close);
      await host.page.getByText(entry.host.isClosed).waitFor();
      await keys.press('button', entry.host.admit);
      await ada.page.getByText(shell.lobby.text).waitFor();
      await ada.context.close();
      const clear = host.page.getByRole('button', { name: entry.host.clear(1) });
      await clear.waitFor({ timeout: 60_000 });
      await clear.click();
      faults.push(...(await faultsOf(host, 'about to clear')));
      await host.page.getByRole('button', { name: entry.host.clearHeld(1) }).focus();
      await host.page.keyboard.down('Enter');
      await clear.waitFor({ state: 'detached' });
      await host.page.keyboard.up('Enter');
      expect(await host.page.locator('.roster .person').count()).toBe(0);
      expect(faults).toEqual([]);
      await host.context.close();
    },
  );
});

async function openWithAdmission(host: Window, faults: string[]): Promise<string> {
  const { page, words } = host;
  await enterAsHost(host);
  // The choices arrive with the scenarios; anything unfolded earlier showed only the old ones.
  await page.locator('.scenario-card').first().waitFor();
  await page.locator('.more-choices').first().waitFor();
  await unfold(host);
  await page.getByLabel(words.entry.host.admission).check();
  await page.getByLabel(words.entry.host.expected).fill('24');
  faults.push(...(await faultsOf(host, 'the opening form')));
  await page.getByRole('button', { name: words.host.open.submit }).click();
  await page.getByText(words.entry.host.isAsked).waitFor();
  return /[A-Z0-9]{6}$/.exec(new URL(page.url()).pathname)?.[0] ?? '';
}
