import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { Keys } from './keys.ts';
import { awaitDecision, nameOf, openChannels } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 5;
/** No sentence has more parts. */
const MOST_PARTS = 8;

/** The sizes of texts in px; a reader who doubles the text in the browser doubles each. */
const textSizes = [12, 13, 14, 16, 18, 20, 28];

const ways = [
  { way: 'by keyboard, as wide as a phone', size: 'phone', language: 'en', hand: 'keyboard' },
  { way: 'by touch, on a laptop', size: 'laptop', language: 'zh', hand: 'touch' },
  {
    way: 'by touch, on a phone with text of 200 %',
    size: 'phone',
    language: 'zh',
    hand: 'touch',
    large: true,
  },
  { way: 'by keyboard, on a laptop at 200 %', size: 'laptop', language: 'en', hand: 'keyboard', zoom: true },
] as const;

describe.skipIf(!hasBrowser)('a sentence is built chip by chip and answered', () => {
  const stage = useStage();

  test.each(ways)('$way', { timeout: 300_000 }, async ({ size, language, hand, ...more }) => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/practice`, {
      size,
      language,
      calm: true,
      touch: hand === 'touch',
    });
    showOnFailure(window);
    const { page, words } = window;
    await startPractice(window);
    if ('large' in more) await page.evaluate(doubleTexts, textSizes);
    // A page at 200 % has half as many pixels of its own in the same window.
    if ('zoom' in more) await page.setViewportSize({ width: 640, height: 400 });
    const channels = await openChannels(window);
    await channels.getByRole('button', { name: nameOf('aurelia', language) }).click();
    const keys = new Keys(page);
    const press = async (name: string): Promise<void> => {
      if (hand === 'keyboard') await keys.press('button', name);
      else await page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().tap();
    };
    await press(words.moves.build);
    const builder = page.getByRole('region', { name: words.moves.build });
    await builder.waitFor();
    await press(words.moves.kinds.question);
    await chooseParts(window, press);
    await press(words.moves.sayIt);
    await builder.waitFor({ state: 'hidden' });
    await page.locator('.talk-message.is-ours').first().waitFor();
    await page.locator('.talk-message:not(.is-ours)').first().waitFor();
    expect(await isTooWide(window)).toBe(false);
    expect([...keys.unseen, ...keys.lost]).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});

async function startPractice(window: Window): Promise<void> {
  const { page, words, language } = window;
  const own = nameOf('concordia', language);
  await page.getByRole('group', { name: words.shell.join.yourState }).getByText(own, { exact: true }).click();
  await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
  await awaitDecision(window, 1, ROUNDS);
}

/** Runs in the page: every text twice as large. */
function doubleTexts(sizes: readonly number[]): void {
  for (const size of sizes) document.documentElement.style.setProperty(`--t-${size}`, `${2 * size}px`);
}

/** Takes the first choice of every part that is asked for; each part is a group with a name. */
async function chooseParts({ page, words }: Window, press: (name: string) => Promise<void>): Promise<void> {
  const say = page.getByRole('button', { name: words.moves.sayIt, exact: true });
  for (let part = 0; part < MOST_PARTS && (await say.isDisabled()); part += 1) {
    const open = page.getByRole('region', { name: words.moves.build }).getByRole('group').last();
    await open.waitFor();
    expect(await isTooWide({ page }), 'nothing leaves the screen sideways').toBe(false);
    await press((await open.getByRole('button').first().innerText()).trim());
  }
  expect(await say.isEnabled()).toBe(true);
}

/** Whether the page can be scrolled sideways. */
function isTooWide({ page }: Pick<Window, 'page'>): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
}
