/**
 * The symbols of a join code. Copied from the wire's contract, because the page that asks for a code is the first one a
 * phone loads and has no use for the whole validator; a test holds the two together.
 */
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** How many symbols a code has. */
export const codeLength = 6;

/** What somebody typed or pasted as the symbols of a code: any case, no spaces or hyphens, nothing else dropped in. */
export function typedCode(text: string): string {
  const kept = Array.from(text.toUpperCase()).filter((symbol) => symbols.includes(symbol));
  return kept.slice(0, codeLength).join('');
}

/** The whole code a text stands for, or null: `h7k-x4m` is `H7KX4M`. */
export function wholeCode(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[\s-]/g, '');
  return bare.length === codeLength && typedCode(bare) === bare ? bare : null;
}

/** A code as it is read out: two groups of three. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
