/** What this device remembers under a key; null where it remembers nothing or may not (private windows). */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a text on this device; where that is not allowed the page works without. */
export function writeStored(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is switched off: nothing is lost but the memory.
  }
}
