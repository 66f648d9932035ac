import { CODE_ALPHABET, CODE_LENGTH, codeIn, signsOf } from '#shared/wire/codes.ts';

/** What is wrong with a text in the field for a code; null where nothing is. */
export type CodeFault = 'symbol' | 'foreign' | 'notFound' | null;

/** What a text in the field for a code stands for. */
export interface TypedCode {
  /** The symbols so far; a whole code has six. */
  readonly code: string;
  readonly fault: CodeFault;
}

/**
 * Reads the field for a code, where `before` stood until now. What is typed grows symbol by symbol; out of what is pasted, a
 * link or a sentence, the code is taken. Where nothing can be read the field keeps what it had, and the fault says why.
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

/** Something came after a code that was there: a symbol too many, or another code to take its place. */
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

/** A code as it is read out: two groups of three. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
