import { newKey } from './newKey.ts';

/** Unanswered requests, by what they ask for. */
const unanswered = new Map<string, string>();

const nameOf = (what: string): string => `crossroads:press:${what}`;

/**
 * The key of a request: the same until it is answered, also after a reload, so that a lost answer does not make the server do it
 * twice.
 */
export function pressKey(what: string): string {
  const key = unanswered.get(what) ?? stored(what) ?? newKey();
  unanswered.set(what, key);
  try {
    sessionStorage.setItem(nameOf(what), key);
  } catch {
    // Storage is not allowed here: the key lasts as long as the page.
  }
  return key;
}

/** The request is answered; the next one is a new one. */
export function pressAnswered(what: string): void {
  unanswered.delete(what);
  try {
    sessionStorage.removeItem(nameOf(what));
  } catch {
    // Nothing was stored.
  }
}

function stored(what: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(what));
  } catch {
    return null;
  }
}
