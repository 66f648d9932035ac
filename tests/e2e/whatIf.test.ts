import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { heldDifferently } from '../support/heldDifferently.ts';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { points } from '../../client/text/number.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

describe.skipIf(!hasBrowser)('what if', () => {
  const stage = useStage();
  let record: string;
  beforeAll(async () => {
    record = await playedLog('archipelago', 5);
  });

  /** Opens the record from a file, at the question about a round. */
  async function asking(round: number): Promise<Window> {
    const url = new URL(`/replay#whatif=${round}`, stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, url, {
      language: 'zh',
      size: 'phone',
      before: axeSource,
    });
    const { page, words } = window;
    const file = { name: '课堂.jsonl', mimeType: 'text/plain', buffer: Buffer.from(record) };
    await page.getByLabel(words.replay.open.choose).setInputFiles(file);
    await page.locator('.what-if-orders').waitFor();
    return window;
  }

  test('a phone lets one state hold, reads the difference, and stops a fan', async () => {
    const window = await asking(2);
    showOnFailure(window);
    const { page, words } = window;
    const { whatIf } = words;
    const { seat, end } = heldDifferently(record, 2);
    const name = at(parsed(record).header.scenario.seats, seat.index).name.zh;
    await page.getByRole('button', { name: whatIf.orders.holdOf(name) }).click();
    await page.getByRole('button', { name: whatIf.play }).click();
    await page.getByRole('heading', { name: whatIf.answer.title }).waitFor();
    const said = await page.locator('.what-if-branch .what-if-says').innerText();
    expect(said).toContain(whatIf.answer.dial(points(end.branch), points(end.record), '').slice(0, 14));
    await page.getByRole('button', { name: whatIf.fan.start(200) }).click();
    await page.locator('.what-if-verdict').waitFor();
    await page.getByRole('button', { name: whatIf.stop }).click();
    const stopped = page.getByText(new RegExp(whatIf.fan.stopped(0, 200).replace(' 0 ', ' \\d+ ')));
    await stopped.waitFor();
    const after = await stopped.innerText();
    await unfold(window);
    expect(await faultsOf(window, 'what if, a fan stopped')).toEqual([]);
    expect(await stopped.innerText()).toBe(after);
    expect(window.complaints).toEqual([]);
    expect(window.strangers).toEqual([]);
    await window.context.close();
  });

  test('another card is taken from the state’s own deck, with its target', async () => {
    const window = await asking(1);
    showOnFailure(window);
    const { page, words } = window;
    const { whatIf, orders } = words;
    const row = page.locator('.what-if-orders > li').first();
    await row.locator('.what-if-order button').last().click();
    const cards = row.locator('.what-if-cards');
    await cards.getByRole('button', { name: orders.cards.dialogue.name }).click();
    await expect(cards.getByRole('button', { name: whatIf.orders.take }).isDisabled()).resolves.toBe(true);
    await cards.locator('.targets .chip').last().click();
    expect(await faultsOf(window, 'what if, choosing a card')).toEqual([]);
    await cards.getByRole('button', { name: whatIf.orders.take }).click();
    await cards.waitFor({ state: 'detached' });
    expect(await row.innerText()).toContain(orders.cards.dialogue.name);
    await page.getByRole('button', { name: whatIf.play }).click();
    await page.getByRole('heading', { name: whatIf.answer.title }).waitFor();
    await page.getByRole('button', { name: whatIf.look.open }).click();
    await page.getByText(whatIf.look.note).waitFor();
    await page.locator('.player > .tab-bar [data-tab="index"]').click();
    expect(await page.getByRole('button', { name: words.replay.link.copy }).count()).toBe(0);
    expect(await faultsOf(window, 'in a branch')).toEqual([]);
    const address = page.url();
    await page.locator('.player-frame:not([hidden]) .round-way').last().click();
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: whatIf.look.back }).click();
    await page.getByRole('heading', { name: whatIf.answer.title }).waitFor();
    await page.getByRole('button', { name: whatIf.back, exact: true }).click();
    await page.locator('.player').waitFor();
    // Nothing that was pressed in the branch has moved the record behind it.
    await page.locator('.player > .tab-bar [data-tab="index"]').click();
    expect(await page.locator('.round-way[aria-current]').count()).toBe(0);
    await window.context.close();
  });

  test('the course shows how open the future was, round by round, and stops', async () => {
    const url = new URL('/replay#at=round5.reveal&tab=course', stage.program.joinUrl).href;
    const window = await openWindow(stage.browser, url, { size: 'phone', before: axeSource });
    showOnFailure(window);
    const { page, words } = window;
    const { course, whatIf, replay } = words;
    const file = { name: 'class.jsonl', mimeType: 'text/plain', buffer: Buffer.from(record) };
    await page.getByLabel(replay.open.choose).setInputFiles(file);
    await page.locator('.window-badly').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: whatIf.stop }).click();
    await page.getByText(course.picture.asTable).click();
    await page.getByRole('columnheader', { name: course.window.columns.badly }).waitFor();
    expect(await page.locator('.course-table tbody tr').count()).toBe(6);
    expect(await page.locator('.course-table tbody td:last-child').allInnerTexts()).not.toContain('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await faultsOf(window, 'the course with its window')).toEqual([]);
    // What lies ahead of the place is not told.
    await page.evaluate(() => (location.hash = '#at=round2.reveal'));
    await page.locator('.course-table tbody tr').nth(3).waitFor({ state: 'detached' });
    expect(await page.locator('.course-chart').getAttribute('aria-label')).toContain(
      course.window.after(2, '').slice(0, 20),
    );
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});
