import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { goThrough, join, openSession } from './hosting.ts';
import { nameOf } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

/** How many people the server has at the states of a session. */
async function peopleAt(origin: string, code: string): Promise<number> {
  const answer = await fetch(`${origin}/api/sessions/${code}`);
  const { seats } = (await answer.json()) as { seats: readonly { people: number }[] };
  return seats.reduce((sum, { people }) => sum + people, 0);
}

/** A device whose clock shows another time by so many ms; `jump` moves it while it runs. */
const clockOff = (ms: number): string => `(() => {
  const Right = Date;
  window.offBy = ${ms};
  window.Date = class extends Right {
    constructor(...given) { if (given.length > 0) super(...given); else super(Right.now() + window.offBy); }
    static now() { return Right.now() + window.offBy; }
  };
})();`;

describe.skipIf(!hasBrowser)('people as they come', () => {
  const stage = useStage();
  const at = (path: string): string => `${stage.program.joinUrl}${path}`;

  test('whose request was answered into nothing press again, and sit once', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    const phone = await openWindow(stage.browser, at('/'), { size: 'phone' });
    showOnFailure(phone);
    const { page, words } = phone;
    let requests = 0;
    await page.route('**/seats', async (route) => {
      requests += 1;
      if (requests > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.goto(at(`/join/${code}`));
    await page.getByRole('button', { name: words.shell.join.take }).click();
    await page.getByRole('button', { name: words.shell.tryAgain }).click();
    await page.getByRole('button', { name: words.shell.join.take }).click();
    await page.getByText(words.shell.lobby.text).waitFor();
    expect(requests).toBe(2);
    expect(await peopleAt(stage.program.joinUrl, code)).toBe(1);
    for (const { context } of [host, phone]) await context.close();
  });

  test('on a device that somebody has used: asked who they are first, and seated at a state of their own', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    const device = await openWindow(stage.browser, at('/'));
    showOnFailure(device);
    await join(device, code, 'Ann', 'aurelia');
    const { page, words, context } = device;
    await page.close();
    const next: Window = { ...device, page: await context.newPage() };
    await next.page.goto(at('/'));
    await next.page.getByLabel(words.shell.home.code).fill(code);
    await next.page.getByRole('button', { name: words.shell.home.join, exact: true }).click();
    await next.page.getByRole('heading', { name: words.shell.join.youAreBack }).waitFor();
    expect(await next.page.getByText(words.play.brief.title).count()).toBe(0);
    await next.page.getByRole('button', { name: words.shell.join.asOther }).click();
    await next.page.getByText(nameOf('meridia', 'en'), { exact: true }).click();
    await next.page.getByRole('button', { name: words.shell.join.take }).click();
    await next.page
      .getByRole('heading', { name: words.shell.lobby.youAre(nameOf('meridia', 'en')) })
      .waitFor();
    expect(await peopleAt(stage.program.joinUrl, code)).toBe(2);
    for (const one of [host, device]) await one.context.close();
  });

  test('with the browser’s way back, and late by a moment: no second seat, and no lost one', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    const ann = await openWindow(stage.browser, at('/'));
    const late = await openWindow(stage.browser, at(`/join/${code}`), { size: 'phone' });
    showOnFailure(ann, late);
    await late.page.getByRole('button', { name: late.words.shell.join.take }).waitFor();
    await join(ann, code, 'Ann', 'aurelia');
    const { page, words } = ann;
    await page.goBack();
    await page.getByRole('heading', { name: words.shell.join.youAreBack }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: words.shell.lobby.youAre(nameOf('aurelia', 'en')) }).waitFor();
    await goThrough(host, 1, 'briefing');
    await late.page.getByRole('button', { name: late.words.shell.join.take }).click();
    await late.page.locator('.play-phase').waitFor();
    expect(await peopleAt(stage.program.joinUrl, code)).toBe(2);
    for (const { context } of [host, ann, late]) await context.close();
  });

  test('with a wrong clock, also one that is put right meanwhile: all read the same time', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    await goThrough(host, 1, 'negotiation');
    const walls = await Promise.all(
      [0, 600_000, -600_000, 8 * 3_600_000].map((ms) =>
        openWindow(stage.browser, at(`/screen/${code}`), { before: clockOff(ms) }),
      ),
    );
    const seconds = async ({ page }: Window): Promise<number> => {
      const [minutes = 0, rest = 0] = (await page.locator('.play-clock b').innerText())
        .split(':')
        .map(Number);
      return minutes * 60 + rest;
    };
    const apart = async (): Promise<number> => {
      const all = await Promise.all(walls.map(seconds));
      return Math.max(...all) - Math.min(...all);
    };
    for (const { page } of walls) await page.locator('.play-clock b').waitFor();
    await expect.poll(apart).toBeLessThanOrEqual(2);
    for (const { page } of walls) await page.evaluate('window.offBy += 300000');
    await walls[0]?.page.waitForTimeout(1500);
    await expect.poll(apart).toBeLessThanOrEqual(2);
    expect(await seconds(walls[1] ?? host)).toBeGreaterThan(10);
    for (const { context } of [host, ...walls]) await context.close();
  });
});
