import { cleanLine } from './cleanText.ts';

/** A typed name as it is compared: clean, in one form of its characters, without capitals. */
export function plainName(typed: string): string {
  return cleanLine(typed).normalize('NFKC').toLowerCase();
}
