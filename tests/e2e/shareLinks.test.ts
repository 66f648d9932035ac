import { describe, expect, test } from 'vitest';
import { playedClass, whispered } from '../support/ledClass.ts';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

describe.skipIf(!hasBrowser)('a link to a replay', () => {
  const stage = useStage();

  test('is made by the host in the replay, opens it on a stranger’s phone at its place, and is withdrawn in the library', {
    timeout: 300_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    await enterAsHost(host);
    const cookie = (await host.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const played = await playedClass(joinUrl, cookie, 3);
    const { code } = played;
    await host.page.goto(`${joinUrl}/replay/${code}#lead`);
    showOnFailure(host);
    const { shareLinks: text } = host.words;
    await host.page.getByText(text.fold).click();
    await host.page.getByText(text.none).waitFor();
    await host.page.getByRole('button', { name: text.make, exact: true }).click();
    const address = await host.page.getByLabel(text.fresh).inputValue();
    const faults = [...(await faultsOf(host, 'a fresh link'))];
    const link = new URL(address).hash;
    expect(link).toMatch(/^#link=[\w-]{22}$/);

    const stranger = await openWindow(
      stage.browser,
      `${joinUrl}/shared-record${link}&at=round1.reveal&tab=index`,
      {
        before: axeSource,
        size: 'phone',
        language: 'zh',
        calm: true,
      },
    );
    showOnFailure(stranger);
    await stranger.page.getByText(stranger.words.shareLinks.opened).waitFor();
    const hashOf = (): string => new URL(stranger.page.url()).hash;
    await expect.poll(hashOf, { timeout: 20_000 }).toContain('at=round1.reveal');
    // The secret stays in the address, so the page can be loaded again at its new place.
    await stranger.page.keyboard.press('Home');
    await expect.poll(hashOf, { timeout: 20_000 }).toBe(`${link}&at=lobby&eyes=everybody&tab=index`);
    await stranger.page.getByTitle(stranger.words.replay.rounds.go(1), { exact: true }).click();
    await expect.poll(hashOf, { timeout: 20_000 }).toBe(`${link}&at=round1.reveal&eyes=everybody&tab=index`);
    await stranger.page.evaluate(() => (location.hash = '#at=lobby'));
    await expect.poll(hashOf, { timeout: 20_000 }).toBe(`${link}&at=lobby&eyes=everybody&tab=index`);
    await stranger.page.reload();
    await stranger.page.getByText(stranger.words.shareLinks.opened).waitFor();
    faults.push(...(await faultsOf(stranger, 'by the link')));
    for (const name of [text.fold, stranger.words.shareLinks.fold])
      expect(await stranger.page.getByText(name).count()).toBe(0);
    const fetched = await stranger.page.evaluate(async (secret) => {
      const answer = await fetch('/api/shared-record', { headers: { authorization: `Bearer ${secret}` } });
      return answer.text();
    }, link.slice('#link='.length));
    expect(fetched).not.toContain(whispered);

    await host.page.goto(`${joinUrl}/host/sessions`);
    const row = host.page.getByRole('listitem').filter({ hasText: `${code.slice(0, 3)} ${code.slice(3)}` });
    await row.getByText(host.words.library.more).click();
    await row.getByText(text.fold).click();
    await row.getByText(text.withoutNames).waitFor();
    faults.push(...(await faultsOf(host, 'links in the library')));
    await row.getByRole('button', { name: text.withdraw }).click();
    await row.getByText(text.withdrawn).waitFor();
    await stranger.page.reload();
    await stranger.page.getByText(stranger.words.refusals.api.linkWithdrawn).waitFor();
    expect(faults).toEqual([]);
    expect(host.complaints).toEqual([]);
    // The browser itself reports the refused request.
    expect(stranger.complaints.filter((one) => !one.includes('404'))).toEqual([]);
    played.host.close();
    await close(host, stranger);
  });
});

async function close(...windows: readonly Window[]): Promise<void> {
  for (const { context } of windows) await context.close();
}
