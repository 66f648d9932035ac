import { describe, expect, test } from 'vitest';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost, openSession } from './hosting.ts';
import { useStage } from './stage.ts';
import { languages, openWindow, sizes } from './window.ts';

describe.skipIf(!hasBrowser)('the page on the server', () => {
  const stage = useStage();

  test('says in words how it is doing, in both languages and on a phone, and names nobody', {
    timeout: 120_000,
  }, async () => {
    const window = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource });
    showOnFailure(window);
    const { page, words } = window;
    const code = await openSession(window);
    await page.goto(`${stage.program.joinUrl}/host`);
    await enterAsHost(window);
    await page.getByRole('link', { name: words.server.link }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.server.now.title }).waitFor();
    await page.getByText(words.server.now.keeps).waitFor();
    const { lobby } = words.server.now.states;
    await page.getByText(words.server.now.sessions(lobby(1))).waitFor();
    await page.getByText(words.server.now.people(0, 0)).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(code);
    await page.context().request.get(`${stage.program.joinUrl}/api/sessions/222222`);
    await page.getByRole('button', { name: words.server.again }).click();
    await page.getByRole('row').filter({ hasText: words.refusals.api.unknownCode }).waitFor();
    expect(await faultsOf(window, 'server')).toEqual([]);
    await page.setViewportSize(sizes.phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.goto(`${stage.program.joinUrl}/host/this-server?lang=zh`);
    await page.getByText(languages.zh.server.now.keeps).waitFor();
    expect(await faultsOf(window, 'server, Chinese, phone')).toEqual([]);
    await window.context.close();
  });

  test('is for the host alone', async () => {
    const stranger = await openWindow(stage.browser, `${stage.program.joinUrl}/host/this-server`);
    await stranger.page.getByText(stranger.words.host.notHost.title).waitFor();
    await stranger.context.close();
  });
});
