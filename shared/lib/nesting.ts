/** Deepest nesting that a file may have; our own files have about ten levels. */
export const MOST_NESTED = 64;

const [QUOTE, ESCAPE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125] as const;

/**
 * Whether JSON text nests lists and objects deeper than `most`. Checked before parsing: code that walks the parsed value calls
 * itself once a level and would overflow the stack.
 */
export function isNestedDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let place = 0; place < text.length; place += 1) {
    const symbol = text.charCodeAt(place);
    if (symbol === QUOTE) inText = !inText;
    else if (inText) place += symbol === ESCAPE ? 1 : 0;
    else if (symbol === OPEN_LIST || symbol === OPEN_OBJECT) depth += 1;
    else if (symbol === CLOSE_LIST || symbol === CLOSE_OBJECT) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
