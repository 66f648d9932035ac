import { describe, expect, test } from 'vitest';
import { scenarioById } from '#shared/scenario/packs.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { awaitDecision, cardButton, nameOf, openTab, sealOrder, skipReveal, takeCard } from './play.ts';
import { useStage } from './stage.ts';
import { textFaultsOn } from './textFaults.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 5;

const seats = scenarioById('archipelago')?.seats.map(({ id }) => id) ?? [];

const widths = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const;

describe.skipIf(!hasBrowser)('texts and boxes of the play screen, at four widths', () => {
  const stage = useStage();

  test.for(['en', 'zh'] as const)(
    '%s: no word broken, no label under another, no cards that touch',
    {
      timeout: 900_000,
    },
    async (language) => {
      const window = await openWindow(stage.browser, `${stage.program.joinUrl}/practice`, {
        language,
        size: 'laptop',
        calm: true,
      });
      showOnFailure(window);
      const found: string[] = [];
      const names = seats.map((seat) => nameOf(seat, language));
      const look = async (where: string): Promise<void> => {
        for (const size of widths) {
          await window.page.setViewportSize(size);
          await settled(window);
          for (const fault of await textFaultsOn(window.page, names))
            found.push(`${size.width} ${where}: ${fault}`);
        }
        await window.page.setViewportSize({ width: 1280, height: 800 });
        await settled(window);
      };
      await playAndLook(window, look);
      expect(found.join('\n')).toBe('');
      await window.context.close();
    },
  );
});

/** Plays one round with every panel and looks at each screen. */
async function playAndLook(window: Window, look: (where: string) => Promise<void>): Promise<void> {
  const { page, words, language } = window;
  const own = nameOf('concordia', language);
  const other = nameOf('aurelia', language);
  await page.getByRole('group', { name: words.shell.join.yourState }).getByText(own, { exact: true }).click();
  await look('practice');
  await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
  await awaitDecision(window, 1, ROUNDS);
  await look('cards');
  await takeCard(window, { action: 'dialogue', targets: [other] });
  await page.locator('.effect').waitFor();
  await look('a card laid open');
  for (const tab of ['talk', 'agreements', 'brief', 'why'] as const) {
    await openTab(window, tab);
    await look(tab);
  }
  await openTab(window, 'agreements');
  await page.locator('.offer-open').getByRole('button', { name: other }).click();
  await page.locator('.offer-builder').waitFor();
  await look('an offer');
  await openTab(window, 'orders');
  await cardButton(window, 'dialogue').waitFor();
  await sealOrder(window, { action: 'dialogue', targets: [other] });
  await skipReveal(window, 1);
  await look('reveal');
  await openTab(window, 'why');
  await page.locator('.why').getByRole('button').first().click();
  await page.locator('.cause-sum').waitFor();
  await look('causes');
  await lookAtTheMap(window, look);
  await lookAtTheEnd(window, look);
}

/** The card of a state and the table of links; on a phone both are behind the tab of the map. */
async function lookAtTheMap({ page, words }: Window, look: (where: string) => Promise<void>): Promise<void> {
  const { map, state } = words.play;
  await page.getByRole('button', { name: map.asTable }).click();
  await page.setViewportSize(widths[0]);
  await page
    .getByRole('navigation', { name: words.play.tabsLabel })
    .filter({ visible: true })
    .getByRole('button', { name: new RegExp(`^${words.play.tabs.map}`) })
    .click();
  await look('the table of links');
  await page.getByRole('button', { name: map.asMap }).click();
  await look('the map');
  await page.getByRole('button', { name: state.close }).waitFor({ state: 'detached' });
}

/** Plays on without looking, then looks at the ending and at each step of the debrief, whose last text must be readable. */
async function lookAtTheEnd(window: Window, look: (where: string) => Promise<void>): Promise<void> {
  const { page, words } = window;
  await openTab(window, 'reveal');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const name = round < ROUNDS ? words.play.continueTo.decision : words.play.continueTo.next;
    await page.getByRole('button', { name, exact: true }).click();
    if (round === ROUNDS) break;
    await awaitDecision(window, round + 1, ROUNDS);
    await sealOrder(window, { action: 'hold' });
    await skipReveal(window, round + 1);
  }
  await page.locator('.ending h2').first().waitFor();
  await look('ending');
  await page.getByRole('button', { name: words.debrief.doorSolo }).click();
  const next = page.getByRole('button', { name: words.debrief.next, exact: true });
  await next
    .or(page.getByRole('button', { name: words.debrief.finish }))
    .first()
    .waitFor();
  for (let step = 1; ; step += 1) {
    await page.getByText(words.debrief.looking).waitFor({ state: 'detached' });
    await look(`step ${step} of the debrief`);
    await page.locator('#main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    expect(await page.evaluate(lastTextIsSeen), `the end of step ${step}`).toBe(true);
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await page.getByRole('button', { name: words.debrief.finish }).click();
  await lookAtTheReplay(window, look);
}

/** The replay in the third round, whose tape is drawn under no name. */
async function lookAtTheReplay(window: Window, look: (where: string) => Promise<void>): Promise<void> {
  const { page, words } = window;
  await page.getByRole('link', { name: words.play.ending.replay }).click();
  for (let round = 1; round <= 3; round += 1)
    await page.getByRole('button', { name: words.replay.transport.onRound }).click();
  await page.locator('.record-check').filter({ hasText: /\d/ }).waitFor();
  await look('replay');
  for (const size of widths) {
    await page.setViewportSize(size);
    await settled(window);
    expect(await page.evaluate(namesOnTheTape), `names on the tape at ${size.width}`).toEqual([]);
  }
}

/** Runs in the page: the names and rounds that lie on the tape's line or leave the screen. */
function namesOnTheTape(): string[] {
  const line = document.querySelector('.scrubber .line')?.getBoundingClientRect();
  if (line === undefined) return ['there is no tape'];
  return [...document.querySelectorAll('.scrubber .zone-name, .scrubber .tick-label')]
    .filter((name) => name.getClientRects().length > 0)
    .filter((name) => {
      const box = name.getBoundingClientRect();
      const isOver = Math.min(box.right, line.right) - Math.max(box.left, line.left) > 1;
      const isLevel = Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top) > 1;
      return (isOver && isLevel) || box.left < 0 || box.right > innerWidth || box.top < 0;
    })
    .map((name) => name.textContent ?? '');
}

/** Runs in the page: whether the last text of a scrolled page ends above its footer. */
function lastTextIsSeen(): boolean {
  const main = document.querySelector('#main');
  const last = [...(main?.querySelectorAll('p, li, td, button, label') ?? [])].findLast(
    (one) => one.getClientRects().length > 0 && (one.textContent ?? '').trim() !== '',
  );
  const foot = document.querySelector('.debrief-page > footer')?.getBoundingClientRect().top ?? innerHeight;
  return last !== undefined && last.getBoundingClientRect().bottom <= foot;
}

/** Two frames after the last change of size. */
async function settled({ page }: Window): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );
}
