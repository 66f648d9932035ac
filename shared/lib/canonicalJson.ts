const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Writes a plain JSON value in the one form of RFC 8785 (keys sorted by UTF-16 code unit, no spaces), so that equal values
 * have equal digests. Keys whose value is `undefined` are left out. Throws on numbers that are not finite, on
 * values that JSON cannot hold and on lone surrogates. [rfc8785]
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return objectText(value);
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return JSON.stringify(value);
}

function stringText(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('text holds a lone surrogate');
  return JSON.stringify(value);
}

function objectText(value: object): string {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, member]) => `${stringText(key)}:${canonicalJson(member)}`).join(',')}}`;
}
