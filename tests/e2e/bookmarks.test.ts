import { describe, expect, test } from 'vitest';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, goThrough, hold, join, openSession } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const SHOWN = 'Here the talk turned';
const OWN = 'Ask Ben about this in private';

describe.skipIf(!hasBrowser)('bookmarks of the host', () => {
  const stage = useStage();

  test('are set with one key, get a line, are shown in the debrief by choice, and stand in the replay', {
    timeout: 300_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    const code = await openSession(host);
    const phone = await openWindow(stage.browser, joinUrl, { size: 'phone', language: 'zh', calm: true });
    showOnFailure(host, phone);
    await join(phone, code, '小林', 'aurelia');
    await goThrough(host, 1, 'negotiation');
    const { bookmarks: text, play } = host.words;
    const place = text.place(1, play.phases.negotiation.name);

    await host.page.locator('h1').click();
    await host.page.keyboard.press('b');
    await host.page.getByLabel(text.note).waitFor();
    await host.page.keyboard.type(SHOWN);
    // In a field the key is a letter.
    expect(await host.page.getByLabel(text.note).inputValue()).toBe(SHOWN);
    await host.page.keyboard.press('Enter');
    await host.page.getByRole('button', { name: text.set }).click();
    await host.page.getByLabel(text.note).fill(OWN);
    await host.page.getByRole('button', { name: text.save }).click();
    await host.page.getByText(text.title(2)).click();
    await host.page.getByText(OWN, { exact: true }).waitFor();
    const faults = [...(await faultsOf(host, 'with bookmarks'))];

    // Whoever does not want the key turns it off.
    await host.page.getByLabel(text.keyMarks).uncheck();
    await host.page.locator('h1').click();
    await host.page.keyboard.press('b');
    await host.page.getByRole('button', { name: text.set, exact: true }).click();
    await host.page.getByRole('button', { name: text.skip }).click();
    await host.page.getByText(text.title(3)).waitFor();
    await host.page.getByRole('button', { name: text.of(text.remove, place), exact: true }).click();
    await host.page.getByText(text.title(2)).waitFor();

    await goThrough(host, 1, 'decision');
    const revealed = host.page.locator('.clock .sub').getByText(play.phases.reveal.name);
    await hold(host, host.words.host.room.revealNow, revealed);
    await endSession(host);
    await host.page.getByLabel(text.of(text.show, `${place}, ${SHOWN}`)).check();
    faults.push(...(await faultsOf(host, 'choosing what to show')));
    const { host: leading, steps } = host.words.debrief;
    await host.page.getByRole('button', { name: leading.begin }).click();
    await host.page.locator('.host-steps').getByText(steps.moments.name, { exact: true }).click();
    await phone.page.locator('.debrief-bookmarks').getByText(SHOWN).waitFor();
    await phone.page
      .locator('.debrief-bookmarks')
      .getByText(phone.words.bookmarks.place(1, phone.words.play.phases.negotiation.name))
      .waitFor();
    expect(await phone.page.getByText(OWN).count()).toBe(0);

    // In the replay of the host both are there; a person has the shown one.
    await host.page.goto(`${joinUrl}/replay/${code}#eyes=everything`);
    const { marks } = host.words.replay;
    await only(host, marks.groups.bookmarks);
    await host.page.getByRole('button', { name: marks.bookmarkNote(OWN) }).waitFor();
    await host.page.keyboard.press('Home');
    await host.page.keyboard.press('Shift+PageDown');
    await expect.poll(() => new URL(host.page.url()).hash).toContain('at=round1.negotiation');
    expect(await host.page.locator('.mark-list [aria-current]').innerText()).toContain(SHOWN);
    await host.page.getByRole('button', { name: marks.after }).click();
    await expect.poll(() => host.page.locator('.mark-list [aria-current]').innerText()).toContain(OWN);
    faults.push(...(await faultsOf(host, 'in the replay')));
    await phone.page.goto(`${joinUrl}/replay/${code}#eyes=everything&tab=index`);
    const own = phone.words.replay.marks;
    await only(phone, own.groups.bookmarks);
    await phone.page.getByRole('button', { name: own.bookmarkNote(SHOWN) }).waitFor();
    expect(await phone.page.getByText(OWN).count()).toBe(0);
    expect(faults).toEqual([]);
    for (const { complaints, context } of [host, phone]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});

/** Shows the marks of one group alone. */
async function only({ page, words }: Window, group: string): Promise<void> {
  const groups = page.getByRole('group', { name: words.replay.marks.show }).getByRole('button');
  await groups.first().waitFor();
  for (const each of await groups.all()) if ((await each.innerText()).trim() !== group) await each.click();
}
