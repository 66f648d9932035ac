/**
 * Every text of a module of words that needs no name or number, and the result of each one-argument function for an empty
 * argument.
 */
export function screenWords(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return madeBy(words);
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap((part: unknown) => screenWords(part));
}

function madeBy(words: Function): readonly string[] {
  try {
    const made: unknown = Reflect.apply(words, undefined, ['', '', '', '']);
    return typeof made === 'string' ? [made] : [];
  } catch {
    return [];
  }
}
