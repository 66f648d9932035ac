import { describe, expect, test } from 'vitest';
import type { Program } from '../support/program.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, goThrough, join, openSession } from './hosting.ts';
import { awaitDecision, dialOf, nameOf, oneLine, sealOrder, skipReveal } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, PATIENCE_MS, type Window } from './window.ts';

const ROUNDS = 5;

describe.skipIf(!hasBrowser)('a class: a host, two delegates on devices of their own', () => {
  const stage = useStage();

  test('they see the same reveal, and nobody loses anything when the server is killed', {
    timeout: 300_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { webgl: true });
    showOnFailure(host);
    const code = await openSession(host);
    const ada = await openWindow(stage.browser, stage.program.joinUrl, { theme: 'paper', webgl: true });
    showOnFailure(ada);
    await join(ada, code, 'Ada', 'aurelia');
    const bo = await openWindow(stage.browser, stage.program.joinUrl, {
      language: 'zh',
      size: 'phone',
      webgl: true,
    });
    showOnFailure(bo);
    await join(bo, code, 'Bo', 'meridia');
    await host.page.getByText(host.words.host.room.summary(2, 0)).first().waitFor();

    await goThrough(host, 1, 'decision');
    await Promise.all([awaitDecision(ada, 1, ROUNDS), awaitDecision(bo, 1, ROUNDS)]);
    await sealOrder(ada, { action: 'dialogue', targets: [nameOf('meridia', 'en')] });
    await expectSealed(ada, 'dialogue', 'meridia');
    await sealOrder(bo, { action: 'restrict', targets: [nameOf('concordia', 'zh')] });
    await expectSameReveal(ada, bo);

    await goThrough(host, 2, 'decision');
    await Promise.all([awaitDecision(ada, 2, ROUNDS), awaitDecision(bo, 2, ROUNDS)]);
    await sealOrder(ada, { action: 'restrict', targets: [nameOf('savannah', 'en')] });
    await expectSealed(ada, 'restrict', 'savannah');
    await killAndRestart(stage.program, [host, ada], bo);
    const { room } = host.words.host;
    const phase = await host.page.locator('.clock .sub').innerText();
    expect(phase, 'the round waits for who is on the way back').toBe(
      room.round(2, ROUNDS, host.words.play.phases.decision.name),
    );
    await expectSealed(ada, 'restrict', 'savannah');
    await awaitDecision(bo, 2, ROUNDS);

    await sealOrder(bo, { action: 'commit' });
    const [reveal] = await Promise.all([skipReveal(ada, 2), skipReveal(bo, 2)]);
    expect(reveal.orders).toContainEqual({ seat: 'aurelia', action: 'restrict', targets: ['savannah'] });
    expect(reveal.orders).toContainEqual({ seat: 'meridia', action: 'commit', targets: [] });

    await endSession(host);
    for (const { page, words } of [ada, bo]) await page.getByText(words.play.ending.because.host).waitFor();
    const beside = host.context.waitForEvent('page');
    await host.page.getByRole('link', { name: host.words.host.room.replay }).click();
    await (await beside)
      .getByRole('slider', { name: host.words.replay.scrubber.label })
      .waitFor({ state: 'attached' });
    for (const { strangers } of [host, ada, bo]) expect(strangers).toEqual([]);
  });
});

async function expectSealed(
  { page, words, language }: Window,
  action: 'dialogue' | 'restrict',
  target: string,
): Promise<void> {
  await page.getByRole('heading', { name: words.orders.sealedTitle, exact: true }).waitFor();
  const order = words.orders.sentence(words.orders.cards[action].name, nameOf(target, language));
  expect(oneLine(await page.locator('.sealed-order').innerText())).toBe(order);
}

/** Two people in two languages see the same dial and, seat by seat, the same cards and targets. */
async function expectSameReveal(ada: Window, bo: Window): Promise<void> {
  const [seen, also] = await Promise.all([skipReveal(ada, 1), skipReveal(bo, 1)]);
  expect(also).toEqual(seen);
  expect(await dialOf(ada)).toBe(seen.is);
  expect(seen.orders).toHaveLength(6);
  expect(seen.orders).toContainEqual({ seat: 'aurelia', action: 'dialogue', targets: ['meridia'] });
  expect(seen.orders).toContainEqual({ seat: 'meridia', action: 'restrict', targets: ['concordia'] });
}

/**
 * Kills the server, waits until everybody has noticed, and starts it again; nobody touches anything. The last person's network is
 * slower than the others': a round must wait for an unsealed person who is still reconnecting.
 */
async function killAndRestart(program: Program, first: readonly Window[], last: Window): Promise<void> {
  await program.kill();
  for (const window of [...first, last]) await noticed(window, 'visible');
  await last.context.setOffline(true);
  await program.restart();
  for (const window of first) await noticed(window, 'hidden');
  await last.context.setOffline(false);
  await noticed(last, 'hidden');
}

async function noticed({ page, words }: Window, state: 'visible' | 'hidden'): Promise<void> {
  await page.getByText(words.shell.status.reconnecting).waitFor({ state, timeout: 2 * PATIENCE_MS });
}
