import { cleanLine } from '#shared/lib/cleanText.ts';

/** A typed name, cleaned: one line of at most 40 symbols. Null if nothing is left. */
export function cleanName(typed: string): string | null {
  const short = Array.from(cleanLine(typed)).slice(0, 40).join('').trim();
  return short === '' ? null : short;
}
