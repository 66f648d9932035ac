import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, goThrough, hold, join, openSession } from './hosting.ts';
import { raiseHand } from './leading.ts';
import { useStage } from './stage.ts';
import { termOf } from '../../client/components/termWords.ts';
import { nameOf } from './play.ts';
import { openWindow, type Window } from './window.ts';

const QUESTION = 'Which state should we talk to first?';
const ANSWER = 'Talk to Meridia: it shares your interest.';

/** The course in place of the map by the console's key, and the factors beside it by its button; then the map again. */
async function steerTheWall({ page, words }: Window, wall: Window): Promise<void> {
  await page.getByRole('button', { name: words.why.back }).click();
  const course = page.getByRole('button', { name: words.projector.wall.course, pressed: false });
  await course.waitFor();
  await page.keyboard.press('c');
  await wall.page.locator('.course.is-wall').waitFor();
  const { names, putNamed } = words.projector.wall;
  await page.getByRole('button', { name: putNamed(names.factors) }).click();
  await wall.page.locator('.wall-paper .factor-board').waitFor();
  await page.getByRole('button', { name: words.projector.wall.course, pressed: true }).click();
  await wall.page.locator('.projector .map-pane').waitFor();
}

describe.skipIf(!hasBrowser)('the host sees', () => {
  const stage = useStage();

  test('what to say, what was played, why it moved, and steps back by a dialog that all are told of', {
    timeout: 300_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { calm: true });
    const code = await openSession(host);
    const ada = await openWindow(stage.browser, stage.program.joinUrl, {
      size: 'phone',
      calm: true,
      language: 'zh',
    });
    showOnFailure(host, ada);
    await join(ada, code, 'Ada', 'aurelia');
    const { eyes, hostLines, inbox, host: speech, why } = host.words;
    await host.page.getByText(hostLines.lines.lobby.say).waitFor();
    await goThrough(host, 1, 'negotiation');
    await host.page.getByText(hostLines.first.negotiation?.say ?? '').waitFor();
    await raiseHand(ada, QUESTION);
    const asked = host.page.getByRole('listitem').filter({ hasText: QUESTION });
    await asked.getByRole('textbox').fill(ANSWER);
    await asked.getByRole('button', { name: speech.room.sendAnswer }).click();
    await ada.page.getByText(ANSWER).first().waitFor();
    await ada.page.getByRole('button', { name: ada.words.host.help.seen }).click();
    await goThrough(host, 1, 'decision');
    await hold(host, speech.room.revealNow, host.page.getByText(hostLines.lines.reveal.say));
    await host.page.getByRole('button', { name: eyes.tab.now, exact: true }).click();
    await host.page.getByRole('button', { name: eyes.tab.brief, exact: true }).click();
    await host.page.getByText(eyes.secret).waitFor();
    await host.page.locator('.standings .dial-asked').first().click();
    await host.page.getByRole('button', { name: why.back }).waitFor();
    await host.page.getByRole('button', { name: eyes.tab.talk, exact: true }).click();
    await host.page.locator('.heard .mutes summary').click();
    await host.page
      .locator('.heard')
      .getByRole('combobox', {
        name: host.words.talk.control.mayPersonSpeak(`Ada (${nameOf('aurelia', 'en')})`),
      })
      .waitFor();
    await host.page.getByRole('button', { name: eyes.tab.map, exact: true }).click();
    await host.page.getByRole('button', { name: inbox.back.open(1) }).click();
    const dialog = host.page.getByRole('dialog', { name: inbox.back.title(1) });
    await dialog.getByText(inbox.back.stopped).waitFor();
    await hold(host, inbox.back.hold(1), host.page.getByText(hostLines.first.briefing?.say ?? ''));
    await ada.page.getByText(ada.words.inbox.back.note(1)).first().waitFor();
    expect(host.complaints).toEqual([]);
    for (const { context } of [host, ada]) await context.close();
  });

  test('puts why on the wall, and leaves everybody with their ending when the debrief is closed', {
    timeout: 300_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { calm: true });
    const code = await openSession(host);
    const wall = await openWindow(stage.browser, `${stage.program.joinUrl}/screen/${code}`, { calm: true });
    const ada = await openWindow(stage.browser, stage.program.joinUrl, { size: 'phone', calm: true });
    showOnFailure(host, wall, ada);
    await join(ada, code, 'Ada', 'aurelia');
    const { debrief, eyes, hostLines, host: speech, play, projector } = host.words;
    await goThrough(host, 1, 'decision');
    await hold(host, speech.room.revealNow, host.page.getByText(hostLines.lines.reveal.say));
    await goThrough(host, 1, 'review');
    await host.page.getByRole('button', { name: eyes.tab.why, exact: true }).click();
    await host.page.locator('.why button.gauge').first().click();
    await host.page.getByRole('button', { name: projector.wall.put }).click();
    await wall.page.locator('.wall-causes').waitFor();
    await host.page.getByText(projector.wall.isShown).waitFor();
    await steerTheWall(host, wall);
    await wall.page.keyboard.press('Escape');
    await wall.page.locator('.wall-page').waitFor({ state: 'detached' });
    await host.page.getByRole('button', { name: eyes.tab.map, exact: true }).click();
    await host.page.locator('.mark-why').first().click();
    await host.page
      .getByRole('heading', { name: termOf('equal').name })
      .first()
      .waitFor();
    await host.page.getByRole('button', { name: projector.wall.put }).click();
    await wall.page.locator('.wall-causes').waitFor();
    await endSession(host);
    await host.page.getByRole('button', { name: eyes.tab.brief, exact: true }).click();
    const { names, putNamed } = projector.wall;
    await host.page.getByRole('button', { name: putNamed(names.points) }).click();
    await wall.page.locator('.wall-page .quadrant').waitFor();
    await host.page.getByRole('button', { name: debrief.host.begin }).click();
    await ada.page.locator('.debrief-page').waitFor();
    await host.page.getByRole('button', { name: debrief.host.rest }).click();
    await ada.page.getByRole('heading', { name: play.ending.quadrant }).waitFor();
    await ada.page.getByRole('heading', { name: play.ending.paid.title }).waitFor();
    await ada.page.getByRole('link', { name: play.ending.replay }).waitFor();
    const saving = ada.page.waitForEvent('download');
    await ada.page.getByRole('button', { name: play.ending.save }).click();
    expect((await saving).suggestedFilename()).toBe(`crossroads-${code}.jsonl`);
    expect([...host.complaints, ...wall.complaints, ...ada.complaints]).toEqual([]);
    for (const { context } of [host, wall, ada]) await context.close();
  });
});
