import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { join } from './hosting.ts';
import { Keys } from './keys.ts';
import { raiseHand } from './leading.ts';
import { awaitDecision, dialOf, tenthsOf } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow } from './window.ts';

describe.skipIf(!hasBrowser)('the keyboard alone', () => {
  const stage = useStage();

  test('speaks, plays a round and asks why, and the focus can always be seen', {
    timeout: 240_000,
  }, async () => {
    const window = await openWindow(stage.browser, stage.program.joinUrl);
    showOnFailure(window);
    const { page, words } = window;
    const keys = new Keys(page);
    const { orders, play, shell } = words;

    await keys.press('a', shell.home.practice);
    await page.getByText('Concordia', { exact: true }).waitFor();
    await keys.to('input[name="seat"]', '');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.seat-choice .on').innerText()).toBe('Concordia');
    await keys.press('button', shell.practice.start);

    await awaitDecision(window, 1, 5);
    await page.locator('.map-frame .map-name').first().waitFor();
    await keys.press('.map-name', 'Aurelia');
    await page.getByRole('button', { name: play.state.close }).waitFor();
    await keys.press('button', play.state.close, 'Space');
    await keys.press('.tab-bar button', play.tabs.talk);
    await keys.press('.talk-composer button', words.talk.phrasesTitle);
    await keys.press('.talk-composer button', words.talk.phrases.feelThreatened);
    await page
      .locator('.talk-message.is-ours')
      .filter({ hasText: words.talk.phrases.feelThreatened })
      .waitFor();
    await keys.press('.tab-bar button', play.tabs.orders);
    await keys.press('.order-card', orders.cards.dialogue.name, 'Space');
    await keys.press('.chip', 'Meridia', 'Space');
    await page.locator('.chip[aria-pressed="true"]').waitFor();
    await keys.press('button', orders.seal);

    await page.getByRole('heading', { name: play.reveal.title(1) }).waitFor();
    await keys.press('.reveal button', play.reveal.skip);
    await page.getByRole('button', { name: play.reveal.again }).waitFor();
    await keys.press('.gauge', play.gauges.efficiency);
    await page.locator('.cause-sum').waitFor();
    await keys.press('button', words.why.back);
    await keys.press('.tab-bar button', play.tabs.reveal);
    const stood = tenthsOf(await page.locator('.dial-move b').last().innerText());
    await keys.press('button', play.continueTo.decision);
    await awaitDecision(window, 2, 5);
    expect(await dialOf(window)).toBe(stood);
    expect(keys.unseen).toEqual([]);
    expect(keys.lost).toEqual([]);
    await window.context.close();
  });

  test('hosts a session from the form to the debrief, and gives a word there', {
    timeout: 240_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const ada = await openWindow(stage.browser, stage.program.joinUrl);
    showOnFailure(host, ada);
    const { page, words } = host;
    const keys = new Keys(page);
    const { debrief, hostDoor } = words;
    const { open, room } = words.host;
    const { phases } = words.play;
    const at = (phase: keyof typeof phases) =>
      page.getByText(room.round(1, 5, phases[phase].name), { exact: true }).waitFor();

    await keys.press('button', hostDoor.set.later);
    await page.locator('.scenario-card').first().waitFor();
    await keys.to('input[name="scenario"]', '');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.locator('.scenario-card.on', { hasText: 'Archipelago' }).waitFor();
    await keys.press('button', open.submit);
    await page.getByRole('button', { name: room.start, exact: true }).waitFor();
    const code = new URL(page.url()).pathname.slice(-6);
    await join(ada, code, 'Ada', 'aurelia');

    await keys.press('button', room.start);
    await at('briefing');
    await raiseHand(ada, 'May I talk now?');
    await page.getByText('May I talk now?').waitFor();
    await keys.press('button', room.answeredOf('Ada'), 'Space');
    await ada.page.getByText(words.host.help.up).waitFor({ state: 'detached' });
    await keys.press('button', room.pause, 'Space');
    await page.getByText(room.resume, { exact: true }).waitFor();
    await keys.press('button', room.resume, 'Space');
    await page.getByText(room.pause, { exact: true }).waitFor();
    await keys.press('button', room.next(phases.negotiation.name));
    await at('negotiation');
    await keys.press('button', room.next(phases.decision.name));
    await at('decision');
    await keys.hold(room.revealNow, 'Enter', page.getByText(room.round(1, 5, phases.reveal.name)));
    await keys.hold(room.end, 'Space', page.getByRole('heading', { name: room.ended }));
    await keys.press('button', debrief.host.begin);
    await ada.page.getByRole('heading', { name: debrief.steps.leave.title }).waitFor();
    const adas = new Keys(ada.page);
    await adas.to('#pulse', '');
    await ada.page.keyboard.type('calm');
    await ada.page.keyboard.press('Enter');
    await ada.page.getByText('calm', { exact: true }).waitFor();
    await keys.press('button', debrief.host.next(debrief.steps.moments.name));
    await ada.page.getByRole('heading', { name: debrief.steps.moments.title }).waitFor();
    await adas.press('button', debrief.previous);
    await ada.page.getByRole('heading', { name: debrief.steps.leave.title }).waitFor();
    await adas.press('button', debrief.follow);
    await ada.page.getByRole('heading', { name: debrief.steps.moments.title }).waitFor();
    expect([...keys.unseen, ...adas.unseen]).toEqual([]);
    expect([...keys.lost, ...adas.lost]).toEqual([]);
    for (const { context } of [host, ada]) await context.close();
  });
});
