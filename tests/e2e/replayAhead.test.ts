import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { assembleLog } from '#shared/log/write.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { parsed } from '../log/playedLog.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ROUND = 2;
const PLACE = `at=round${ROUND}.reveal&eyes=everybody&tab=index&ahead=hidden`;
const tabs = ['index', 'analysis', 'now', 'talk', 'agreements', 'why', 'brief'] as const;

/** The record as it would be if the session had broken off at the reveal of round 2. */
function cutLog(): string {
  const { header, lines, rawLines, texts } = parsed(quarrelLog());
  const count =
    lines.findIndex(({ events }) =>
      events.some((event) => event.type === 'roundResolved' && event.round === ROUND),
    ) + 1;
  const head = lines[count - 1]?.hash ?? '';
  return assembleLog(header, rawLines.slice(0, count), { end: true, count, head, status: 'open' }, texts);
}

describe.skipIf(!hasBrowser)('a replay with what lies ahead hidden', () => {
  const stage = useStage();

  test('shows on every panel what it would show of a record that ends there', {
    timeout: 180_000,
  }, async () => {
    const whole = await openAt(quarrelLog());
    const cut = await openAt(cutLog());
    showOnFailure(whole, cut);
    for (const tab of tabs) {
      const [shown, wanted] = [await everythingOn(whole, tab), await everythingOn(cut, tab)];
      expect(wanted.length, tab).toBeGreaterThan(20);
      expect(shown, tab).toEqual(wanted);
    }
    expect(await whole.page.locator('.record-check').innerText()).not.toMatch(/\d/);
    expect(whole.complaints).toEqual([]);
    await Promise.all([whole.context.close(), cut.context.close()]);
  });

  test('opens at its address and is nowhere else on the way; another record opens at its own beginning', {
    timeout: 120_000,
  }, async () => {
    const window = await openAt(quarrelLog());
    showOnFailure(window);
    const { page, words } = window;
    await page.waitForFunction(() => Object(Reflect.get(globalThis, 'onTheWay')).written.length > 0);
    const round = words.host.room.round(ROUND, '5', words.play.phases.reveal.name);
    const { written, seen } = await page.evaluate(() => Object(Reflect.get(globalThis, 'onTheWay')));
    expect(new Set(written)).toEqual(new Set([PLACE]));
    expect(new Set(seen)).toEqual(new Set([round]));
    // Another address counts even if the page writes the place where it still stands before it hears of it.
    await page.evaluate((place) => {
      location.hash = '#at=round1.reveal';
      history.replaceState(history.state, '', `#${place}`);
    }, PLACE);
    await page
      .locator('.line-now b')
      .getByText(words.host.room.round(1, '5', words.play.phases.reveal.name))
      .waitFor();
    await page.getByRole('button', { name: words.replay.open.other }).click();
    await page.getByLabel(words.replay.open.choose).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await window.context.close();
  });

  async function openAt(log: string): Promise<Window> {
    const url = `${stage.program.joinUrl}/replay#${PLACE}`;
    const window = await openWindow(stage.browser, url, { calm: true, before: noteTheWay });
    const file = { name: 'class.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) };
    await window.page.getByLabel(window.words.replay.open.choose).setInputFiles(file);
    await window.page.locator('.mark-list').waitFor();
    return window;
  }
});

/** Notes every address that the page writes, and every place that its line below the map names. */
const noteTheWay = `
  window.onTheWay = { written: [], seen: [] };
  const write = history.replaceState;
  history.replaceState = function (state, title, url) {
    window.onTheWay.written.push(String(url).replace(/^.*#/, ''));
    return write.call(history, state, title, url);
  };
  new MutationObserver(() => {
    const place = document.querySelector('.line-now b');
    if (place) window.onTheWay.seen.push(place.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;

/**
 * Every word of the replay with a panel open, seen or heard, and every stroke of its charts; not how the check of the file came
 * out.
 */
async function everythingOn({ page }: Window, tab: (typeof tabs)[number]): Promise<readonly string[]> {
  await page.locator(`.tab-bar [data-tab="${tab}"]`).filter({ visible: true }).click();
  if (tab === 'analysis')
    await expect.poll(() => page.locator('.analysis-figure svg').count()).toBeGreaterThan(7);
  await settled(page);
  return page.locator('.play.player').evaluate((table) => {
    const told = ['aria-label', 'aria-valuetext', 'title', 'max', 'href'];
    const heard = [...table.querySelectorAll('*')].flatMap((one) =>
      told.flatMap((name) => one.getAttribute(name) ?? []),
    );
    const drawn = [...table.querySelectorAll('.scrubber .line, .analysis-figure svg')].map(
      ({ innerHTML }) => innerHTML,
    );
    return [...(table instanceof HTMLElement ? table.innerText.split('\n') : []), ...heard, ...drawn];
  });
}

/** Waits until nothing is said any more that was not said before. */
async function settled(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.locator('.play.player').innerText();
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { interval: 400 },
    )
    .toBe(true);
}
