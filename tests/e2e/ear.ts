import type { CDPSession, Page } from 'playwright-core';
import { PATIENCE_MS } from './window.ts';

/** A node of the accessibility tree, as a screen reader receives it. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Level, pressed, checked, expanded, disabled and the like, if the node has them. */
  readonly states: Readonly<Record<string, unknown>>;
  /** The nodes around it, the outermost first. */
  readonly around: readonly Heard[];
  /** The element behind it, for setting the focus. */
  readonly element: number | undefined;
}

/**
 * Records what live regions say; runs in every page before the page's own scripts. A region that arrives with its words is heard
 * only if it is an alert.
 */
export const keepsWhatIsSaid = `
globalThis.said = [];
const known = new WeakMap();
const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]';
const listen = () => {
  for (const region of document.querySelectorAll(live)) {
    const text = region.textContent.replace(/\\s+/g, ' ').trim();
    const isNew = !known.has(region);
    if (known.get(region) === text) continue;
    known.set(region, text);
    if (text !== '' && (!isNew || region.getAttribute('role') === 'alert')) said.push(text);
  }
};
new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** Roles that a user can press, choose or type into. */
const DOES =
  /^(button|link|textbox|searchbox|combobox|checkbox|radio|slider|spinbutton|switch|tab|option|menuitem|DisclosureTriangle)$/;

/** A user who sees nothing: knows the page by its accessibility tree alone and acts on its nodes by keyboard. */
export class Ear {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #unheard: string[] = [];

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async at(page: Page): Promise<Ear> {
    return new Ear(page, await page.context().newCDPSession(page));
  }

  async leave(): Promise<void> {
    await this.#devtools.detach();
  }

  /** The whole tree in reading order. */
  async all(): Promise<readonly Heard[]> {
    const { nodes } = await this.#devtools.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const heard: Heard[] = [];
    const walk = (id: string, around: readonly Heard[]): void => {
      const node = byId.get(id);
      if (!node) return;
      const here: Heard = {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
        description: String(node.description?.value ?? ''),
        states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
        around,
        element: node.backendDOMNodeId,
      };
      if (!node.ignored) heard.push(here);
      for (const child of node.childIds ?? []) walk(child, node.ignored ? around : [...around, here]);
    };
    if (nodes[0]) walk(nodes[0].nodeId, []);
    return heard;
  }

  /** Waits until a usable node of this role has a name that begins so. */
  async find(role: string, name: string, part = ''): Promise<Heard> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const alike = (await this.all()).filter(
        (node) => node.role === role && (part === '' || node.around.some((one) => one.name.startsWith(part))),
      );
      const found =
        alike.find((node) => node.name === name) ?? alike.find((node) => node.name.startsWith(name));
      if (found && found.states['disabled'] !== true) return found;
      if (Date.now() > end) {
        const names = alike.map((node) => node.name).join(' | ');
        throw new Error(`no ${role} "${name}" to be heard, but: ${names}`);
      }
      await this.#page.waitForTimeout(100);
    }
  }

  /** Sets the focus on it and presses a key there. */
  async press(role: string, name: string, key: 'Enter' | 'Space' = 'Enter', part = ''): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const { element } = await this.find(role, name, part);
      const isThere = await this.#devtools
        .send('DOM.focus', element === undefined ? {} : { backendNodeId: element })
        .then(() => true)
        // It may have been drawn again since it was heard.
        .catch(() => false);
      if (isThere) break;
      if (Date.now() > end) throw new Error(`${role} "${name}" does not take the focus`);
    }
    await this.#page.keyboard.press(key);
  }

  /** Everything that can be pressed, chosen or typed into. */
  async doing(): Promise<readonly Heard[]> {
    return (await this.all()).filter(({ role }) => DOES.test(role));
  }

  /** The text of each list item within a part of the page, in reading order. */
  async items(part: string): Promise<readonly string[]> {
    return textsWithin(await this.all(), 'listitem', part);
  }

  /** The same for the rows of a table. */
  async rows(table: string): Promise<readonly string[]> {
    return textsWithin(await this.all(), 'row', table);
  }

  /** All text, in reading order. */
  async text(): Promise<string> {
    const read = (await this.all()).filter(
      ({ role }) => role === 'StaticText' || role === 'image' || role === 'img',
    );
    return read.map(({ name }) => name).join(' ');
  }

  /** Waits until a live region says something with these words, and returns all of it. Then forgets what was said before. */
  async hear(words: string): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      this.#unheard.push(...(await this.#said()));
      const place = this.#unheard.findIndex((sentence) => sentence.includes(words));
      const [found] = place < 0 ? [] : this.#unheard.splice(0, place + 1).slice(-1);
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`"${words}" was not said, but: ${this.#unheard.join(' | ')}`);
      await this.#page.waitForTimeout(100);
    }
  }

  async #said(): Promise<readonly string[]> {
    return this.#page.evaluate(() => {
      const kept = globalThis as typeof globalThis & { said: string[] };
      return kept.said.splice(0);
    });
  }

  /** What would confuse a listener on this screen. */
  async faults(screen: string): Promise<readonly string[]> {
    const all = await this.all();
    return [...nameless(all), ...twins(all), ...headings(all)].map((fault) => `${screen}: ${fault}`);
  }
}

function textsWithin(all: readonly Heard[], role: string, part: string): readonly string[] {
  const wanted = all.filter(
    (node) => node.role === role && node.around.some(({ name }) => name.startsWith(part)),
  );
  const texts = all.filter((node) => node.role === 'StaticText');
  return wanted.map((item) =>
    texts
      .filter(({ around }) => around.includes(item))
      .map(({ name }) => name)
      .join(' '),
  );
}

function nameless(all: readonly Heard[]): readonly string[] {
  return all
    .filter(({ role, name }) => (DOES.test(role) || role === 'image') && name === '')
    .map(
      ({ role, around }) =>
        `a ${role} without a name in ${around.at(-1)?.role ?? ''} ${around.at(-1)?.name ?? ''}`,
    );
}

/** Two nodes of the same role and name, with nothing around either of them that tells them apart. */
function twins(all: readonly Heard[]): readonly string[] {
  const places = all
    .filter(({ role }) => DOES.test(role) && role !== 'option')
    .map(({ role, name, description, around }) => {
      const parts = around.filter(
        (one) =>
          one.name !== '' &&
          /^(region|group|navigation|form|complementary|table|row|dialog|radiogroup)$/.test(one.role),
      );
      return [role, name, description, ...parts.map((part) => part.name)].join(' · ');
    });
  const twice = places.filter((place, index) => places.indexOf(place) !== index);
  return [...new Set(twice)].map((place) => `twice: ${place}`);
}

/** One heading of the first level, and none that skips a level on the way down. */
function headings(all: readonly Heard[]): readonly string[] {
  const found = all.filter(({ role }) => role === 'heading');
  const levels = found.map(({ states }) => Number(states['level']));
  const firsts = levels.filter((level) => level === 1).length;
  const skips = found.filter((_, index) => (levels[index] ?? 0) > (levels[index - 1] ?? 0) + 1);
  return [
    ...(firsts === 1 ? [] : [`${firsts} headings of the first level`]),
    ...skips.map(({ name }) => `the heading "${name}" skips a level`),
  ];
}
