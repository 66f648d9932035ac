import { describe, expect, test } from 'vitest';
import { playedClass, type PlayedClass, rawFollower } from '../support/ledClass.ts';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { nameOf } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, sizes, type Window } from './window.ts';

const RAW = 37;

describe.skipIf(!hasBrowser)('the host shows the replay to a class', () => {
  const stage = useStage();

  test('of three browsers, a wall and 37 other devices: all follow, one looks around, one sleeps and comes back', {
    timeout: 400_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    await enterAsHost(host);
    const played = await playedClass(joinUrl, await cookieOf(host), 15);
    const { code, people } = played;
    const [ada, ben, eva] = await Promise.all([
      phoneOf(played, 0, joinUrl, 'en'),
      phoneOf(played, 1, joinUrl, 'zh'),
      phoneOf(played, 2, joinUrl, 'en'),
    ]);
    const wall = await openWindow(stage.browser, `${joinUrl}/screen/${code}`, { calm: true });
    showOnFailure(host, ada, ben, eva, wall);
    const tokens = [
      ...people.slice(3).map(({ token }) => token),
      ...Array.from({ length: RAW + 3 - people.length }, () => null),
    ];
    const raw = await Promise.all(tokens.map(async (token) => rawFollower(joinUrl, code, token)));
    expect(raw).toHaveLength(RAW);

    await host.page.goto(`${joinUrl}/host/${code}`);
    const link = host.page.getByRole('link', { name: host.words.replay.shared.lead });
    await host.page.goto(new URL((await link.getAttribute('href')) ?? '', joinUrl).href);
    await host.page.getByText(host.words.replay.shared.leads).waitFor();
    for (const phone of [ada, ben, eva])
      await phone.page.getByText(phone.words.replay.shared.follows).waitFor();

    await host.page.getByLabel(host.words.replay.eyes.label).selectOption('seat:aurelia');
    await host.page.getByTitle(host.words.replay.rounds.go(1), { exact: true }).click();
    await expect.poll(() => placeOf(host)).toContain('at=round1.reveal');
    await host.page.reload();
    await host.page.getByText(host.words.replay.shared.leads).waitFor();
    await tab(host, 'why');
    await host.page.locator('.why button.gauge').nth(1).click();
    await host.page.locator('.cause-sum').waitFor();
    await expect.poll(() => placeOf(host)).toContain('why=');
    await follow(host, [ada, ben, eva]);
    await wall.page.locator('.wall-causes').waitFor();
    for (const phone of [ada, ben, eva]) {
      await phone.page.locator('.cause-sum').waitFor();
      expect(await phone.page.locator('.from-to b').allInnerTexts()).toEqual(
        await host.page.locator('.from-to b').allInnerTexts(),
      );
    }
    await expect.poll(() => raw.filter(({ lead }) => lead() === placeOf(host)).length).toBe(RAW);

    await point(host, 'meridia');
    for (const phone of [ada, ben, eva]) await expect.poll(() => placeOf(phone)).toContain('lit=meridia');
    await wall.page.locator('.is-led').waitFor();
    const faults = [...(await faultsOf(host, 'leading')), ...(await faultsOf(ada, 'following'))];

    // Before the question's round: the question is closed, and nobody is lost by it.
    await press(host, host.words.replay.transport.backRound);
    await expect.poll(() => placeOf(host)).toContain('at=lobby');
    await follow(host, [ada, ben, eva]);
    for (const phone of [ada, ben, eva])
      await phone.page.getByText(phone.words.replay.shared.follows).waitFor();

    await press(host, host.words.replay.transport.onRound);
    await tab(host, 'index');
    await press(host, host.words.whatIf.door);
    await host.page.getByText(host.words.replay.shared.leadsOffTable).waitFor();
    await expect.poll(() => raw.every(({ lead }) => lead()?.includes('tab=index'))).toBe(true);
    for (const phone of [ada, ben, eva]) expect(placeOf(phone)).not.toContain('whatif');
    await press(host, host.words.whatIf.back);
    await host.page.getByText(host.words.replay.shared.leads).waitFor();

    await press(ada, ada.words.replay.shared.lookAround);
    await press(ada, ada.words.replay.transport.back);
    await expect.poll(() => placeOf(ada)).not.toContain('at=round1.reveal');
    const own = placeOf(ada);
    await eva.context.setOffline(true);
    await eva.page.close();
    await press(host, host.words.replay.transport.onRound);
    await expect.poll(() => placeOf(host)).toContain('at=ended');
    await follow(host, [ben]);
    expect(placeOf(ada)).toBe(own);
    faults.push(...(await faultsOf(ada, 'looking around')));
    // A running tape stops, so that the host's place stays.
    await press(ada, ada.words.replay.transport.play);
    await press(ada, ada.words.replay.shared.followAgain);
    await ada.page.getByRole('button', { name: ada.words.replay.transport.play, exact: true }).waitFor();
    await eva.context.setOffline(false);
    const awake: Window = { ...eva, page: await eva.context.newPage() };
    await awake.page.goto(`${joinUrl}/play/${code}`);
    await follow(host, [ada, ben, awake]);

    await press(host, host.words.replay.shared.stop);
    for (const phone of [ada, ben, awake]) await phone.page.waitForURL(`**/play/${code}`);
    await wall.page.locator('.is-led').waitFor({ state: 'detached' });
    await expect.poll(() => raw.filter(({ lead }) => lead() === null).length).toBe(RAW);

    await host.page.goto(`${joinUrl}/host/sessions`);
    await host.page
      .getByRole('listitem')
      .filter({ hasText: `${code.slice(0, 3)} ${code.slice(3)}` })
      .getByRole('link', { name: host.words.replay.shared.lead })
      .click();
    await host.page.getByText(host.words.replay.shared.leads).waitFor();
    await follow(host, [ada, ben, awake]);
    // Who only watches, on a phone, follows in every panel too.
    await wall.page.setViewportSize(sizes.phone);
    await wall.page.getByRole('link', { name: wall.words.replay.shared.onPhone }).click();
    await wall.page.getByText(wall.words.replay.shared.follows).waitFor();
    await follow(host, [wall]);
    await press(host, host.words.replay.shared.stop);
    await wall.page.waitForURL(`**/screen/${code}`);
    expect(faults).toEqual([]);
    for (const { complaints } of [host, ada, ben, wall]) expect(complaints).toEqual([]);
    for (const one of raw) one.leave();
    played.host.close();
    for (const { context } of [host, ada, ben, eva, wall]) await context.close();
  });

  /** A phone on which this person has a seat. */
  async function phoneOf(
    { code, people }: PlayedClass,
    index: number,
    joinUrl: string,
    language: 'en' | 'zh',
  ): Promise<Window> {
    const pass = JSON.stringify(people[index]);
    const kept = `localStorage.setItem('crossroads:seat:${code}', ${JSON.stringify(pass)});`;
    return openWindow(stage.browser, `${joinUrl}/play/${code}`, {
      before: kept + axeSource,
      size: 'phone',
      calm: true,
      language,
    });
  }
});

async function cookieOf({ context }: Window): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function press({ page }: Window, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function tab({ page }: Window, name: string): Promise<void> {
  await page.locator(`.tab-bar [data-tab="${name}"]`).filter({ visible: true }).click();
}

/** The place in the address of a replay. */
function placeOf({ page }: Window): string {
  return new URL(page.url()).hash.slice(1);
}

/** Waits until phones stand where the host stands. */
async function follow(host: Window, phones: readonly Window[]): Promise<void> {
  for (const phone of phones)
    await expect
      .poll(() => placeOf(phone).replace('tab=map', 'tab=index') === placeOf(host), { timeout: 20_000 })
      .toBe(true);
}

/** The host lights a state on the map for everybody. */
async function point({ page, words, language }: Window, seat: string): Promise<void> {
  await page.getByRole('button', { name: words.replay.shared.point }).click();
  const map = page.getByRole('region', { name: words.play.map.label });
  await map
    .getByRole('button', { name: nameOf(seat, language) })
    .first()
    .click();
}
