import { CODE_ALPHABET, CODE_LENGTH, codeIn, signsOf } from '#shared/wire/codes.ts';

/** The fault of a text in the code field; null if there is none. */
export type CodeFault = 'symbol' | 'foreign' | 'notFound' | null;

/** The meaning of a text in the code field. */
export interface TypedCode {
  /** The symbols so far; a whole code has six. */
  readonly code: string;
  readonly fault: CodeFault;
}

/**
 * Reads the code field, whose previous content was `before`. Typed text grows symbol by symbol; from pasted text, a link or a
 * sentence, it takes the code. If nothing can be read, the field keeps its content and the fault says why.
 */
export function readField(text: string, before: string): TypedCode {
  const signs = signsOf(text);
  const isPasted = signs.length > CODE_LENGTH;
  const found = isPasted ? codeIn(text) : null;
  if (found !== null) return { code: found, fault: null };
  if (isPasted && before !== '' && text.startsWith(before)) return readAfter(text, before);
  const kept = symbolsOf(signs);
  if (kept.length > CODE_LENGTH || (isPasted && kept !== before)) return { code: before, fault: 'notFound' };
  return { code: kept, fault: faultOf(signs, kept) };
}

/** Something follows a complete code: one symbol too many, or another code that replaces it. */
function readAfter(text: string, before: string): TypedCode {
  const added = text.slice(before.length);
  const signs = signsOf(added);
  const code = codeIn(added) ?? before;
  if (code !== before) return { code, fault: null };
  return { code, fault: signs.length > 1 ? 'notFound' : faultOf(signs, symbolsOf(signs)) };
}

function symbolsOf(signs: string): string {
  return Array.from(signs)
    .filter((symbol) => CODE_ALPHABET.includes(symbol))
    .join('');
}

function faultOf(signs: string, kept: string): CodeFault {
  if (kept === signs) return null;
  return /[01ILO]/.test(signs) ? 'symbol' : 'foreign';
}

/** A code as people read it out: two groups of three. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
