import { canonicalJson } from '../lib/canonicalJson.ts';

/** SHA-256 of a text's UTF-8 bytes as 64 hex digits; the caller provides it, because `shared` has no cryptography. */
export type Digest = (text: string) => string;

const afterEvents = ',"key":"';

/** The digest that the header carries and that the first line is chained to. `header` is without its `hash`. */
export function headerHash(header: object, digest: Digest): string {
  return digest(canonicalJson(header));
}

/** The link of the chain: previous hash, then the line's canonical text without its own hash. [contracts: log line] */
export function chainHash(previous: string, canonicalLine: string, digest: Digest): string {
  return digest(previous + canonicalLine);
}

/**
 * The canonical text of a line with its hash in place. The names of a line sort as actor, at, command, events, hash, key, seq, so
 * the hash goes before `key`; a quotation mark inside a text is escaped and cannot be mistaken for it.
 */
export function withHash(canonicalLine: string, hash: string): string {
  const place = canonicalLine.lastIndexOf(afterEvents);
  if (place < 0) throw new Error('a log line has no key');
  return `${canonicalLine.slice(0, place)},"hash":"${hash}"${canonicalLine.slice(place)}`;
}

/** The text of a stored line without its hash; null if it does not carry that hash in its place. */
export function withoutHash(lineText: string, hash: string): string | null {
  const member = `,"hash":"${hash}"`;
  const place = lineText.lastIndexOf(member + afterEvents);
  return place < 0 ? null : lineText.slice(0, place) + lineText.slice(place + member.length);
}

/** The salted digest by which the chain knows a free text. Text and salt are kept beside the chain and can be erased. */
export function textDigest(salt: string, value: string, digest: Digest): string {
  return digest(salt + value);
}
