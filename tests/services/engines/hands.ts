import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Library from '@testing-library/dom';
import type { EngineWindow } from './engine.ts';

declare global {
  /** The library that finds elements as people do, injected into the page. */
  var TestingLibraryDom: typeof Library;
}

/** What a person looks for: a role with its name, a text, a field by its label, or a selector. */
export type Sought =
  | {
      readonly role: string;
      readonly name: string;
      /** Matches the beginning of its name: a number follows that a test does not know. */
      readonly begins?: true;
      readonly within?: string;
    }
  | { readonly text: string; readonly within?: string }
  | { readonly label: string }
  | { readonly css: string };

/** A found element: its centre on the screen, and its text. */
interface Found {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly label: string;
  readonly pressed: boolean;
}

/** How long anything may take to appear: shared machines that render in software are slow. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 150;
const library = createRequire(import.meta.url).resolve(
  '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
);
const librarySource = readFileSync(library, 'utf8');

/** Looks once; null if it does not exist or is not visible. */
export async function look(window: EngineWindow, sought: Sought): Promise<Found | null> {
  await bringLibrary(window);
  const told = await window.evaluate(lookHere, JSON.stringify(sought));
  return told;
}

/** Waits until it is there. */
export async function see(window: EngineWindow, sought: Sought, withinMs = PATIENCE_MS): Promise<Found> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look(window, sought);
    if (found !== null) return found;
    if (Date.now() > end) {
      const shown = await window.evaluate(
        () => `${location.href}\n${document.body.innerText.slice(0, 1500)}`,
      );
      throw new Error(`not seen: ${JSON.stringify(sought)}; instead, at ${shown}`);
    }
    await pause(LOOK_AGAIN_MS);
  }
}

/** Waits for the first of several elements; returns its position in the list. */
export async function seeOneOf(window: EngineWindow, ...all: readonly Sought[]): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    for (const [index, sought] of all.entries()) if ((await look(window, sought)) !== null) return index;
    if (Date.now() > end) throw new Error(`none seen of ${JSON.stringify(all)}`);
    await pause(LOOK_AGAIN_MS);
  }
}

/** Presses its centre with the pointer, once it has stopped moving. */
export async function press(window: EngineWindow, sought: Sought, withinMs = PATIENCE_MS): Promise<void> {
  await pointAt(window, sought, withinMs);
  await window.pointerUp();
}

/** Presses a toggle until it is on: on a slow machine a first press may hit a page that still moves. */
export async function turnOn(window: EngineWindow, sought: Sought): Promise<void> {
  for (let presses = 0; presses < 4 && !(await see(window, sought)).pressed; presses += 1) {
    await press(window, sought);
    await pause(1000);
  }
  if (!(await see(window, sought)).pressed) throw new Error(`never on: ${JSON.stringify(sought)}`);
}

/** Holds it down until something else is visible. */
export async function holdUntil(window: EngineWindow, sought: Sought, done: Sought): Promise<void> {
  await pointAt(window, sought);
  await see(window, done);
  await window.pointerUp();
}

/** Types into a field, replacing its content. */
export async function fill(window: EngineWindow, label: string, text: string): Promise<void> {
  await press(window, { label });
  await window.evaluate(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  });
  await window.type(text);
}

/** Moves to it once it has stayed in the same place for three looks. */
async function pointAt(window: EngineWindow, sought: Sought, withinMs = PATIENCE_MS): Promise<void> {
  let at = await see(window, sought, withinMs);
  for (let looks = 0, still = 0; looks < 60 && still < 2; looks += 1) {
    await pause(LOOK_AGAIN_MS);
    const again = await see(window, sought, withinMs);
    still = Math.abs(again.x - at.x) < 1 && Math.abs(again.y - at.y) < 1 ? still + 1 : 0;
    at = again;
  }
  await window.pointerDown(at.x, at.y);
}

async function bringLibrary(window: EngineWindow): Promise<void> {
  if (await window.evaluate(() => 'TestingLibraryDom' in globalThis)) return;
  await window.load(librarySource);
}

/* Runs in the page: it may use nothing from outside itself. */
function lookHere(asked: string): Found | null {
  const sought: Sought = JSON.parse(asked);
  const { queryAllByLabelText, queryAllByRole, queryAllByText } = globalThis.TestingLibraryDom;
  const root = (within: string | undefined): HTMLElement[] =>
    within === undefined ? [document.body] : [...document.querySelectorAll<HTMLElement>(within)];
  const all = (): HTMLElement[] => {
    if ('css' in sought) return [...document.querySelectorAll<HTMLElement>(sought.css)];
    if ('label' in sought) return queryAllByLabelText(document.body, sought.label);
    if ('text' in sought) return root(sought.within).flatMap((one) => queryAllByText(one, sought.text));
    const isNamed = (name: string): boolean =>
      sought.begins === true ? name.startsWith(sought.name) : name.trim() === sought.name;
    return root(sought.within).flatMap((one) => queryAllByRole(one, sought.role, { name: isNamed }));
  };
  const shown = all().find((one) => one.checkVisibility({ visibilityProperty: true }));
  if (shown === undefined) return null;
  const isHit = ({ left, top, width, height }: DOMRect): boolean => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return (
      hit !== null && (shown.contains(hit) || hit.contains(shown) || hit.closest('label')?.control === shown)
    );
  };
  if (!isHit(shown.getBoundingClientRect())) shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = shown.getBoundingClientRect();
  return {
    x: left + width / 2,
    y: top + height / 2,
    text: shown.innerText,
    label: shown.getAttribute('aria-label') ?? '',
    pressed: shown.getAttribute('aria-pressed') === 'true',
  };
}
