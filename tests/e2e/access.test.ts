import { describe, expect, test } from 'vitest';
import { coach } from '../../client/text/en/coach.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { awaitRest, countDraws, drawCalls } from './frames.ts';
import { endSession, enterAsHost, goThrough, join, openSession } from './hosting.ts';
import { awaitDecision, cardButton, openChannels, openTab, sealOrder, skipReveal } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, PATIENCE_MS, type Window } from './window.ts';

const ROUNDS = 5;
/** The interval of the living map's changes on the first page, in ms, with margin for a slow machine. */
const BEAT_MS = 7000;

describe.skipIf(!hasBrowser)('access', () => {
  const stage = useStage();

  test('axe finds nothing serious on any screen, in both themes', { timeout: 420_000 }, async () => {
    const window = await openWindow(stage.browser, stage.program.hostUrl, {
      before: axeSource,
      newcomer: true,
    });
    showOnFailure(window);
    const { page, words } = window;
    const faults: string[] = [];
    const check = async (screen: string): Promise<void> => {
      faults.push(...(await faultsOf(window, screen)));
    };
    await page.getByRole('button', { name: words.hostDoor.set.save }).waitFor();
    await check('host, password');
    await enterAsHost(window);
    await unfold(window);
    await check('host');
    const code = await openSession(window);
    await unfold(window);
    await check('host, lobby');
    await page.goto(`${stage.program.joinUrl}/join/${code}`);
    await page.getByRole('button', { name: words.shell.join.take }).waitFor();
    await check('join');
    await page.goto(`${stage.program.joinUrl}/rules`);
    await page.locator('main h1').waitFor();
    await check('rules');
    await page.goto(`${stage.program.joinUrl}/kit/archipelago`);
    await page.locator('.kit-role').first().waitFor();
    await check('kit');
    await page.goto(stage.program.joinUrl);
    await page.getByRole('link', { name: words.shell.home.practice }).waitFor();
    await check('home');
    await page.getByRole('link', { name: words.shell.home.practice }).click();
    await page.getByText('Concordia', { exact: true }).waitFor();
    await check('practice');
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, ROUNDS);
    await cardButton(window, 'restrict').click();
    await check('play, first round with its guide');
    await page.getByRole('region', { name: coach.label }).getByRole('button', { name: coach.skip }).click();
    await cardButton(window, 'restrict').click();
    await openTab(window, 'talk');
    await page.getByRole('button', { name: words.talk.phrasesTitle }).click();
    await check('talk');
    await openTab(window, 'agreements');
    await page.getByRole('group', { name: words.agreements.build }).getByRole('button').first().click();
    await unfold(window);
    await check('agreements, builder and ledger');
    await page.getByRole('button', { name: words.agreements.close, exact: true }).click();
    await openTab(window, 'brief');
    await check('brief');
    await openTab(window, 'orders');
    for (let round = 1; round <= ROUNDS; round += 1) {
      await awaitDecision(window, round, ROUNDS);
      await sealOrder(window, { action: 'hold' });
      await skipReveal(window, round);
      if (round === 1) {
        await check('play, reveal');
        await openTab(window, 'why');
        await page.locator('.why').locator('.gauge', { hasText: words.play.gauges.efficiency }).click();
        await page.locator('.cause-sum').waitFor();
        await check('play, why');
        await openTab(window, 'reveal');
      }
      const { continueTo } = words.play;
      const name = round < ROUNDS ? continueTo.decision : continueTo.next;
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByText(words.play.ending.because.lastRound).waitFor();
    await check('ending');
    await page.getByRole('button', { name: words.debrief.doorSolo }).click();
    await page.getByText(words.debrief.steps.leave.title).waitFor();
    await check('debrief, alone');
    await page.getByRole('button', { name: words.debrief.close }).click();
    await page.getByRole('link', { name: words.play.ending.replay }).click();
    await page.getByRole('button', { name: words.replay.transport.onRound }).click();
    await check('replay');
    expect(faults).toEqual([]);
    await window.context.close();
  });

  test('axe finds nothing serious in a class: host, projector and a phone, up to the debrief', {
    timeout: 300_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource });
    const code = await openSession(host);
    const ada = await openWindow(stage.browser, stage.program.joinUrl, { before: axeSource, size: 'phone' });
    const wall = await openWindow(stage.browser, `${stage.program.joinUrl}/screen/${code}`, {
      before: axeSource,
    });
    showOnFailure(host, ada, wall);
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
    await join(ada, code, 'Ada', 'aurelia');
    await unfold(ada);
    const faults = [...(await faultsOf(ada, 'lobby with the rules check'))];
    await goThrough(host, 1, 'negotiation');
    const channels = await openChannels(ada);
    await channels.getByRole('button', { name: ada.words.talk.channel.communique }).click();
    await ada.page.getByLabel(ada.words.talk.message).fill('We will keep our lines open.');
    await ada.page.getByRole('button', { name: ada.words.talk.send, exact: true }).click();
    await wall.page.getByText('We will keep our lines open.').waitFor();
    faults.push(...(await faultsOf(wall, 'projector with event and communiqué')));
    await unfold(host);
    faults.push(...(await faultsOf(host, 'host, console')));
    await endSession(host);
    const { debrief } = host.words;
    await host.page.getByRole('button', { name: debrief.host.begin }).click();
    for (const { page } of [ada, wall]) await page.getByText(debrief.steps.leave.title).waitFor();
    faults.push(...(await faultsOf(host, 'debrief, host')));
    faults.push(...(await faultsOf(ada, 'debrief, phone')));
    faults.push(...(await faultsOf(wall, 'debrief, projector')));
    expect(faults).toEqual([]);
    for (const { context } of [host, ada, wall]) await context.close();
  });

  test('the map at rest draws nothing for two seconds, and wakes when it is touched', {
    timeout: 180_000,
  }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/practice`, {
      before: countDraws,
      webgl: true,
    });
    showOnFailure(window);
    const { page, words } = window;
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, ROUNDS);
    await page.locator('.map-frame canvas').waitFor();
    await expect.poll(() => drawCalls(page), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await awaitRest(page, PATIENCE_MS);
    const before = await drawCalls(page);
    await page.waitForTimeout(2000);
    expect((await drawCalls(page)) - before, 'draw calls in two seconds of rest').toBe(0);
    // Between the names, which lie above the drawing.
    await page.locator('.map-frame').hover({ position: { x: 12, y: 200 } });
    await page.mouse.wheel(0, -240);
    await expect.poll(() => drawCalls(page), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
    await awaitRest(page, PATIENCE_MS);
    await window.context.close();
  });

  test('a reader who asked for less motion sees none', { timeout: 180_000 }, async () => {
    const device = { before: countDraws, webgl: true } as const;
    const lively = await openWindow(stage.browser, stage.program.joinUrl, device);
    const calm = await openWindow(stage.browser, stage.program.joinUrl, { ...device, calm: true });
    showOnFailure(lively, calm);
    for (const { page } of [lively, calm]) await page.locator('.living-map.shown').waitFor();
    await awaitRest(calm.page, PATIENCE_MS);
    const [atRest, inMotion] = [await drawCalls(calm.page), await drawCalls(lively.page)];
    await calm.page.waitForTimeout(BEAT_MS + 2000);
    expect((await drawCalls(calm.page)) - atRest, 'draw calls behind a calm start page').toBe(0);
    expect(await drawCalls(lively.page), 'the start page moves for the others').toBeGreaterThan(inMotion);
    await lively.context.close();
    const { page, words } = calm;
    await page.getByRole('link', { name: words.shell.home.practice }).click();
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(calm, 1, ROUNDS);
    expect(await moving(calm), 'moving in the decision').toEqual([]);
    await sealOrder(calm, { action: 'commit' });
    await page.getByRole('heading', { name: words.play.reveal.title(1) }).waitFor();
    expect(await moving(calm), 'moving in the reveal').toEqual([]);
    await skipReveal(calm, 1);
    expect(await moving(calm), 'moving after the reveal').toEqual([]);
    await calm.context.close();
  });
});

/** Everything on the page that moves for longer than a moment; fading and changing colour do not count as moving. */
async function moving({ page }: Window): Promise<readonly string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { effect, playState } = animation;
      const length = Number(effect?.getComputedTiming().duration ?? 0);
      if (playState !== 'running' || length < 50 || !(effect instanceof KeyframeEffect)) return [];
      const still = /^(offset|computedOffset|easing|composite|opacity|(\w*C|c)olor|fill|stroke)$/;
      const moved = effect
        .getKeyframes()
        .flatMap((frame) => Object.keys(frame).filter((key) => !still.test(key)));
      return moved.length === 0
        ? []
        : [`${effect.target?.className ?? ''} for ${length} ms: ${moved.join()}`];
    }),
  );
}
