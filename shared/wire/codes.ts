/**
 * Reads codes: a session's and a person's own. Fields, addresses, API and command line all use it. It needs no schema library,
 * because the page that asks for a code is the first one a phone loads.
 */

/** The symbols of codes: capitals and digits that cannot be mistaken for one another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Symbols in a join code. */
export const CODE_LENGTH = 6;
/** Symbols in the personal code of one person in one session. */
export const REJOIN_LENGTH = 8;

/** The letters and digits of a text, in capitals; full-width ones, as Chinese input methods write them, become ordinary ones. */
export function signsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The code in a text, whatever stands between its symbols, or null: `h7k-x4m` and `Ｈ７ＫＸ４Ｍ` are `H7KX4M`. */
export function wholeCode(text: string, length: number = CODE_LENGTH): string | null {
  const signs = signsOf(text);
  return new RegExp(`^[${CODE_ALPHABET}]{${length}}$`).test(signs) ? signs : null;
}

/**
 * The code that a text is or contains: a link to a session, a line of a chat, a code with its heading. Null if there is none, or
 * if two are equally likely.
 */
export function codeIn(text: string, length: number = CODE_LENGTH): string | null {
  const whole = wholeCode(text, length);
  if (whole !== null) return whole;
  const found = candidatesIn(text.normalize('NFKC').replaceAll(HOSTS, ' /'), length);
  const best = Math.max(1, ...found.map(({ weight }) => weight));
  const codes = new Set(found.filter(({ weight }) => weight === best).map(({ code }) => code));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

/** The host name of a link is not a code, even if it looks like one. */
const HOSTS = /[a-z]+:\/\/[^/\s]+|[\w-]+(?:\.[\w-]+)*:\d+(?=\/)|[\w-]+(?:\.[\w-]+)+(?=\/)/gi;
const HEADING = /(?:code|代码|口令|邀请码|恢复码)(?:\s+is)?[\s:=#是为]*$/i;

interface Candidate {
  readonly code: string;
  /** How likely it is a code; an ordinary word of the right length gets nothing. */
  readonly weight: number;
}

function candidatesIn(text: string, length: number): readonly Candidate[] {
  const half = `[${CODE_ALPHABET}]{${length / 2}}`;
  const capitals = `${half}[ -]?${half}`;
  const form = `(${capitals}|${capitals.toLowerCase()})`;
  const places = text.matchAll(new RegExp(`(?<![A-Za-z0-9])(?=${form}(?![A-Za-z0-9]))`, 'g'));
  return Array.from(places, ({ index, 1: written = '' }) => ({
    code: signsOf(written),
    weight: weightOf(written, text.slice(0, index)),
  }));
}

function weightOf(written: string, before: string): number {
  const digits = Math.min(3, written.replaceAll(/\D/g, '').length);
  const isCapital = written === written.toUpperCase();
  const isNamed = HEADING.test(before) ? 5 : 0;
  const isInLink = before.endsWith('/') ? 4 : 0;
  return digits + (isCapital ? 1 : 0) + isNamed + isInLink;
}
