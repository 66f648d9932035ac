import type { Locator } from 'playwright-core';
import { type ActionId, familyOf } from '#shared/model/actions.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Window } from './window.ts';

/** An order as a person enters it: a card, and the names of the states to tap. */
export interface Choice {
  readonly action: ActionId;
  readonly targets?: readonly string[];
  /** The subject to choose, if the card needs one. */
  readonly field?: string;
}

/** A shown number in tenths: `−1.8` is -18; a true minus sign counts, a plus sign is ignored. */
export function tenthsOf(text: string): number {
  const match = /([+\u2212-]?)(\d+)\.(\d)/.exec(text);
  if (!match) throw new Error(`no number with one decimal in "${text}"`);
  const size = Number(match[2]) * 10 + Number(match[3]);
  return match[1] === '\u2212' || match[1] === '-' ? 0 - size : size;
}

/** The card's button in the deck: its name, then its cost. */
export function cardButton({ page, words }: Window, action: ActionId): Locator {
  const { name } = words.orders.cards[action];
  return page.locator('.deck').getByRole('button', { name, includeHidden: true });
}

/** Waits until a round's decision is open and the deck is visible. */
export async function awaitDecision(window: Window, round: number, rounds: number): Promise<void> {
  const { page, words } = window;
  await turnTo(window, page.getByRole('heading', { name: words.orders.title }));
  await page.waitForFunction(
    (text) => document.querySelector('.play-phase')?.textContent.includes(text) ?? false,
    words.play.round(round, rounds),
  );
}

/** Waits for what the panel of the moment shows; from another panel the notice of the new phase leads there. */
async function turnTo({ page }: Window, shown: Locator): Promise<void> {
  const notice = page.locator('.phase-notice button');
  await shown.or(notice).first().waitFor();
  if (await notice.isVisible()) await notice.click();
  await shown.waitFor();
}

/** Chooses a card and its targets, and seals the order. */
export async function sealOrder(window: Window, choice: Choice): Promise<void> {
  await takeCard(window, choice);
  await window.page.getByRole('button', { name: window.words.orders.seal }).click();
}

/** Opens a card and chooses what it needs. On a phone it chooses the family first. */
export async function takeCard(window: Window, choice: Choice): Promise<void> {
  const { page, words } = window;
  const card = cardButton(window, choice.action);
  await card.waitFor({ state: 'attached' });
  if (!(await card.isVisible())) await openFamilyOf(window, choice.action);
  await press(card);
  const detail = page.getByRole('region', { name: words.orders.cards[choice.action].name });
  await detail.waitFor();
  for (const name of [...(choice.targets ?? []), ...(choice.field === undefined ? [] : [choice.field])]) {
    const chip = detail.getByRole('button', { name, exact: true });
    await press(chip);
    await chip.and(page.locator('[aria-pressed="true"]')).waitFor();
  }
}

/** Presses a button unless it is pressed: a draft survives when the host goes back to the start of a round. */
async function press(button: Locator): Promise<void> {
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

async function openFamilyOf({ page, words }: Window, action: ActionId): Promise<void> {
  await page
    .getByRole('group', { name: words.orders.title })
    .getByRole('button', { name: words.orders.families[familyOf[action]] })
    .click();
}

/** A card of the reveal, in the ids of the rules, whatever language it was read in. */
export interface ShownOrder {
  readonly seat: string | undefined;
  readonly action: string | undefined;
  readonly targets: readonly string[];
}

/** The results in a reveal, once it has been skipped to its end. */
export interface Shown {
  /** The dial before and after, in tenths. */
  readonly was: number;
  readonly is: number;
  /** Every state's order, in the order of the table. */
  readonly orders: readonly ShownOrder[];
}

/** Waits for a round's reveal and skips it to its end. */
export async function skipReveal(window: Window, round: number): Promise<Shown> {
  const { page, words } = window;
  const { reveal } = words.play;
  await turnTo(window, page.getByRole('heading', { name: reveal.title(round) }));
  const again = page.getByRole('button', { name: reveal.again });
  const skip = page.getByRole('button', { name: reveal.skip, exact: true });
  await skip.or(again).waitFor();
  // It may come to its end by itself while we reach for the button.
  if (await skip.isVisible()) await skip.click({ timeout: 5000 }).catch(() => undefined);
  await again.waitFor();
  return readReveal(window);
}

/** Reads a reveal that has come to its end. */
async function readReveal(window: Window): Promise<Shown> {
  const { page, words } = window;
  const [was = '', is = ''] = await page.locator('.dial-move b').allInnerTexts();
  const cards = await page
    .locator('.reveal-card')
    .evaluateAll((all) =>
      all.map((card) => ['b', 'em', 'small'].map((part) => card.querySelector(part)?.textContent ?? '')),
    );
  const shown = cards.map(([seat = '', card = '', targets = '']): ShownOrder => {
    const action = Object.entries(words.orders.cards).find(([, { name }]) => name === card)?.[0];
    return { seat: seatsIn(window, seat)[0], action, targets: seatsIn(window, targets) };
  });
  const holding = (await page.locator('.reveal-held').allInnerTexts()).flatMap((text) =>
    seatsIn(window, text),
  );
  const held = holding.map((seat): ShownOrder => ({ seat, action: 'hold', targets: [] }));
  const orders = [...shown, ...held].toSorted((a, b) => (a.seat ?? '').localeCompare(b.seat ?? ''));
  return { was: tenthsOf(was), is: tenthsOf(is), orders };
}

/** The states of *Archipelago* that a text names. */
function seatsIn({ language }: Window, text: string): readonly string[] {
  const seats = scenarioById('archipelago')?.seats ?? [];
  return seats.filter(({ name }) => text.includes(name[language])).map(({ id }) => id);
}

/** The dial's needle, from its text for screen readers, in tenths. */
export async function dialOf({ page, words }: Window): Promise<number> {
  const label = await page.getByRole('img', { name: words.play.dial.label }).getAttribute('aria-label');
  return tenthsOf(label ?? '');
}

/** Opens a panel by its tab. */
export async function openTab(
  { page, words }: Window,
  tab: keyof Window['words']['play']['tabs'],
): Promise<void> {
  await page
    .getByRole('navigation', { name: words.play.tabsLabel })
    .filter({ visible: true })
    // Its name ends with a count if something waits there.
    .getByRole('button', { name: new RegExp(`^${words.play.tabs[tab]}`) })
    .click();
}

/**
 * Opens the talk at its list of channels. Where something waits to be read, the tab leads to that channel itself, and on a phone the
 * list is then one step back.
 */
export async function openChannels(window: Window): Promise<Locator> {
  const { page, words } = window;
  await openTab(window, 'talk');
  const channels = page.getByRole('navigation', { name: words.talk.channels });
  const back = page.getByRole('button', { name: words.talk.back, exact: true });
  await channels.or(back).first().waitFor();
  if (await back.isVisible()) await back.click();
  return channels;
}

/** The answer to *why* on the screen, in tenths. */
export interface Stair {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly steps: readonly number[];
  readonly sum: number;
  readonly up: number;
  readonly down: number;
}

/** Reads the open list of causes. */
export async function readStair({ page }: Window): Promise<Stair> {
  await page.locator('.cause-sum').waitFor();
  const [from = '', to = ''] = await page.locator('.from-to b').allInnerTexts();
  const steps = await page.locator('.causes > li b.num').allInnerTexts();
  const split = await page.locator('.cause-sum > span.num').innerText();
  const [up = '', down = ''] = split.match(/\d+\.\d/g) ?? [];
  return {
    from: tenthsOf(from),
    to: tenthsOf(to),
    change: tenthsOf(await page.locator('.from-to em').innerText()),
    steps: steps.map(tenthsOf),
    sum: tenthsOf(await page.locator('.cause-sum b').innerText()),
    up: tenthsOf(up),
    down: tenthsOf(down),
  };
}

/** Latin words on a Chinese page that are no names: untranslated text. */
export async function untranslated({ page }: Window): Promise<readonly string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  return [...new Set(text.match(/[A-Za-z]{3,}/g))].filter((word) => word !== 'jsonl');
}

/** A text without its line breaks. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A state's name in *Archipelago*, in the reader's language. */
export function nameOf(seat: string, language: 'en' | 'zh'): string {
  const found = scenarioById('archipelago')?.seats.find(({ id }) => id === seat);
  if (!found) throw new Error(`no seat ${seat}`);
  return found.name[language];
}
