import { signal, type ReadonlySignal } from '@preact/signals';

/** The prefix of a tab's name that stores what the browser refuses to. */
const MARK = 'crossroads ';

const inTab = new Map<string, string>(fromTabName());
const onlyTab = signal(inTab.size > 0);

/** The browser refuses to store a pass: it lives as long as this tab. */
export const isKeptInTabOnly: ReadonlySignal<boolean> = onlyTab;

/**
 * Stores a text on this device. If site data are blocked or full, the text stays with the tab: in memory, and over a reload in the
 * tab's own name, which browsers clear when the tab goes to another site. [cases: storage]
 */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    inTab.delete(key);
  } catch {
    inTab.set(key, text);
  }
  remember();
}

/** The text stored under a key, or null. */
export function kept(key: string): string | null {
  const held = inTab.get(key);
  if (held !== undefined) return held;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Removes the text stored under a key. */
export function forget(key: string): void {
  inTab.delete(key);
  remember();
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored there.
  }
}

function remember(): void {
  onlyTab.value = inTab.size > 0;
  if (typeof window === 'undefined') return;
  if (inTab.size > 0) window.name = MARK + JSON.stringify([...inTab]);
  else if (window.name.startsWith(MARK)) window.name = '';
}

function fromTabName(): readonly (readonly [string, string])[] {
  if (typeof window === 'undefined' || !window.name.startsWith(MARK)) return [];
  try {
    const read: unknown = JSON.parse(window.name.slice(MARK.length));
    return Array.isArray(read) ? read.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
