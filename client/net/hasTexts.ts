/**
 * Whether a value parsed from JSON is an object with a text under each of these keys. The first page of a phone must be small, so
 * the two shapes that it reads are checked here instead of by the schema library.
 */
export function hasTexts<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Readonly<Record<Key, string>> {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return keys.every((key) => typeof fields.get(key) === 'string');
}
