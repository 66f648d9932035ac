const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Writes a plain JSON value in the one form of RFC 8785 (keys sorted by UTF-16 code unit, no spaces), so that equal values
 * have equal digests. Keys whose value is `undefined` are left out. Throws on numbers that are not finite, on
 * values that JSON cannot hold and on lone surrogates. [rfc8785]
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (typeof value !== 'object') throw new TypeError(`not a JSON value: ${typeof value}`);
  return Array.isArray(value) ? listText(value) : objectText(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return String(value);
}

/** JSON text without an escape holds no lone surrogate, because lone surrogates are escaped. */
function stringText(value: string): string {
  if (isPlain(value)) return `"${value}"`;
  const text = JSON.stringify(value);
  if (text.length !== value.length + 2 && LONE_SURROGATE.test(value))
    throw new TypeError('text holds a lone surrogate');
  return text;
}

/** Longer texts are left to the platform, which is faster at them. */
const SHORT = 48;

/** Whether a text is short and stands in JSON as it is, as names and ids do: printable ASCII without quotes or backslashes. */
function isPlain(value: string): boolean {
  if (value.length > SHORT) return false;
  for (let k = 0; k < value.length; k++) {
    const unit = value.charCodeAt(k);
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false;
  }
  return true;
}

function listText(list: readonly unknown[]): string {
  if (list.every(isNumeric)) return JSON.stringify(list);
  let text = '[';
  for (let k = 0; k < list.length; k++) {
    if (k > 0) text += ',';
    text += canonicalJson(list[k]);
  }
  return `${text}]`;
}

/** Whether JSON can write a value in one way only: numbers, and lists of numbers, such as ledgers. */
function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || (Array.isArray(value) && value.every(isNumeric));
}

function objectText(value: object): string {
  const members = recordOf(value);
  const keys = Object.keys(members);
  if (!isSorted(keys)) keys.sort();
  let text = '';
  for (const key of keys) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '{' : ','}${stringText(key)}:${canonicalJson(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function isSorted(keys: readonly string[]): boolean {
  for (let k = 1; k < keys.length; k++) if ((keys[k - 1] ?? '') > (keys[k] ?? '')) return false;
  return true;
}

/** The same object, typed so that its members can be read by name. */
function recordOf(value: object): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value);
}
