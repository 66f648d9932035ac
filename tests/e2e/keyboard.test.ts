import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { foundBrowser, hasBrowser, showOnFailure } from './browserHere.ts';
import { awaitDecision, dialOf, tenthsOf } from './play.ts';
import { openWindow } from './window.ts';

/** More stops than any screen has. */
const MOST_STOPS = 90;

describe.skipIf(!hasBrowser)('the keyboard alone', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    [browser, program] = await Promise.all([startBrowser(foundBrowser()), startProgram()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  test('plays a round and asks why, and the focus can always be seen', { timeout: 240_000 }, async () => {
    const window = await openWindow(browser, program.joinUrl);
    showOnFailure(window);
    const { page, words } = window;
    const keys = new Keys(page);
    const { orders, play, shell } = words;

    await keys.to('a', shell.home.practice);
    await page.keyboard.press('Enter');
    await page.getByText('Concordia', { exact: true }).waitFor();
    await keys.to('input[name="seat"]', '');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.seat-choice .on').innerText()).toBe('Concordia');
    await keys.to('button', shell.practice.start);
    await page.keyboard.press('Enter');

    await awaitDecision(window, 1, 5);
    await page.locator('.map-frame .map-name').first().waitFor();
    await keys.to('.map-name', 'Aurelia');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: play.state.close }).waitFor();
    await keys.to('button', play.state.close);
    await page.keyboard.press('Space');
    await keys.to('.order-card', orders.cards.dialogue.name);
    await page.keyboard.press('Space');
    await keys.to('.chip', 'Meridia');
    await page.keyboard.press('Space');
    await page.locator('.chip[aria-pressed="true"]').waitFor();
    await keys.to('button', orders.seal);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: play.reveal.title(1) }).waitFor();
    await keys.to('.reveal button', play.reveal.skip);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: play.reveal.again }).waitFor();
    await keys.to('.gauge', play.gauges.efficiency);
    await page.keyboard.press('Enter');
    await page.locator('.cause-sum').waitFor();
    await keys.to('button', words.why.back);
    await page.keyboard.press('Enter');
    await keys.to('.tab-bar button', play.tabs.reveal);
    await page.keyboard.press('Enter');
    const stood = tenthsOf(await page.locator('.dial-move b').last().innerText());
    await keys.to('button', play.continueTo.decision);
    await page.keyboard.press('Enter');
    await awaitDecision(window, 2, 5);
    expect(await dialOf(window)).toBe(stood);
    expect(keys.unseen).toEqual([]);
    await window.context.close();
  });
});

/** Walks with Tab and looks at every stop whether it shows that it has the focus. */
class Keys {
  readonly unseen: string[] = [];
  readonly #page: Page;
  readonly #looked = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Tab until something of this kind and name has the focus; gives up after one way around the page. */
  async to(kind: string, name: string): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.#page.keyboard.press('Tab');
      const now = await this.#page.evaluate(focusNow, kind);
      if (now.name === null) continue;
      passed.push(now.name);
      const first = !this.#looked.has(now.name);
      this.#looked.add(now.name);
      if (!now.shown && first && !(await this.#changesThePicture())) this.unseen.push(`${now.name}: no mark`);
      if (now.hidden !== null && first) this.unseen.push(`${now.name}: ${now.hidden}`);
      if (now.isKind && now.name.includes(name)) return;
    }
    throw new Error(`no way by Tab to ${kind} "${name}"; passed: ${passed.join(' | ')}`);
  }

  /** For what shows its focus in another way than by an outline: the screen looks different without it. */
  async #changesThePicture(): Promise<boolean> {
    const here = await this.#page.screenshot();
    const focused = await this.#page.evaluateHandle(() => document.activeElement);
    await focused.evaluate((element) => (element instanceof HTMLElement ? element.blur() : undefined));
    const without = await this.#page.screenshot();
    await focused.evaluate((element) => (element instanceof HTMLElement ? element.focus() : undefined));
    return !here.equals(without);
  }
}

/** What has the focus, whether it is of a kind, whether it is outlined, and what is wrong with where it lies. */
function focusNow(kind: string): {
  name: string | null;
  isKind: boolean;
  shown: boolean;
  hidden: string | null;
} {
  const now = document.activeElement;
  if (now === null || now === document.body) return { name: null, isKind: false, shown: true, hidden: null };
  const label = now.closest('label');
  const outlined = (element: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  };
  const ring = now.closest('.map-frame')?.querySelector('.map-focus:not([hidden])');
  const shown = outlined(now) || (label !== null && outlined(label)) || (ring !== null && ring !== undefined);
  const place = label ?? now;
  const { left, right, top, bottom } = place.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const isInside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  const above = isInside ? document.elementFromPoint(x, y) : null;
  const isCovered = above !== null && !place.contains(above) && !above.contains(place);
  const hidden = isInside
    ? isCovered
      ? `covered by ${above.getAttribute('class') ?? above.tagName}`
      : null
    : 'off the screen';
  const name = (now.getAttribute('aria-label') ?? now.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return { name: name === '' ? `${now.tagName} ${now.id}` : name, isKind: now.matches(kind), shown, hidden };
}
