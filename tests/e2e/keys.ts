import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST_STOPS = 90;

/** Walks with Tab and checks at every stop whether it shows the focus. */
export class Keys {
  /** Stops that did not show the focus, or lay out of sight. */
  readonly unseen: string[] = [];
  /** Presses after which nothing had the focus: the pressed element had gone, and nothing took its place. */
  readonly lost: string[] = [];
  readonly #page: Page;
  #pressed: string | null = null;
  readonly #looked = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Tab until something of this kind and name has the focus; gives up after one way around the page. */
  async to(kind: string, name: string): Promise<void> {
    const passed: string[] = [];
    await this.#lookForFocus();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.#page.keyboard.press('Tab');
      const now = await this.#page.evaluate(focusNow, kind);
      if (now.name === null) continue;
      passed.push(now.name);
      const first = !this.#looked.has(now.name);
      this.#looked.add(now.name);
      if (!now.shown && first && !(await this.#changesThePicture())) this.unseen.push(`${now.name}: no mark`);
      if (now.hidden !== null && first) this.unseen.push(`${now.name}: ${now.hidden}`);
      if (!now.isKind || !now.name.includes(name)) continue;
      this.#pressed = now.name;
      return;
    }
    throw new Error(`no way by Tab to ${kind} "${name}"; passed: ${passed.join(' | ')}`);
  }

  /** Walks there and presses it. */
  async press(kind: string, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(kind, name);
    await this.#page.keyboard.press(key);
  }

  /** Walks to a button that must be held, and holds it until its effect is visible. */
  async hold(name: string, key: 'Enter' | 'Space', done: Locator): Promise<void> {
    await this.to('button', name);
    await this.#page.keyboard.down(key);
    await done.waitFor();
    await this.#page.keyboard.up(key);
  }

  async #lookForFocus(): Promise<void> {
    const isLost = await this.#page.evaluate(() => document.activeElement === document.body);
    if (isLost && this.#pressed !== null) this.lost.push(this.#pressed);
    this.#pressed = null;
  }

  /** For elements that show their focus without an outline: the screen looks different without the focus. */
  async #changesThePicture(): Promise<boolean> {
    const here = await this.#page.screenshot();
    const focused = await this.#page.evaluateHandle(() => document.activeElement);
    await focused.evaluate((element) => (element instanceof HTMLElement ? element.blur() : undefined));
    const without = await this.#page.screenshot();
    await focused.evaluate((element) => (element instanceof HTMLElement ? element.focus() : undefined));
    return !here.equals(without);
  }
}

/** The focused element: whether it is of a kind, whether it is outlined, and what is wrong with its position. */
function focusNow(kind: string): {
  name: string | null;
  isKind: boolean;
  shown: boolean;
  hidden: string | null;
} {
  const now = document.activeElement;
  if (now === null || now === document.body) return { name: null, isKind: false, shown: true, hidden: null };
  // A control hidden from the eye is seen as its label, or as the box around it.
  const unseen = now.classList.contains('visually-hidden') ? now.parentElement : null;
  const label = now.closest('label') ?? unseen;
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
