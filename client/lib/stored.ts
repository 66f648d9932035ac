/** The text that this device stores under a key; null if there is none or storage is not allowed (private windows). */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text on this device; if that is not allowed, the page works without it. */
export function writeStored(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is switched off: only the stored text is lost.
  }
}

/** Removes what is stored under a key on this device. */
export function removeStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is switched off: nothing was stored.
  }
}
