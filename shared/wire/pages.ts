import { wholeCode } from './codes.ts';

/** Page addresses: for each first word, how many parts may follow it. */
const alone = ['host', 'practice', 'rules', 'replay', 'compare', 'trial', 'privacy', 'shared-record'];
const withOneMore = ['join', 'play', 'replay', 'host', 'screen', 'kit', 'event', 'dials'];

/**
 * Whether a path is the address of a page: a screen's, or a join code alone, so that people can type it after the server's name.
 */
export function isPageAddress(path: string): boolean {
  const [first, second, ...more] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return true;
  if (more.length > 0) return false;
  if (second !== undefined) return withOneMore.includes(first);
  return alone.includes(first) || wholeCode(decoded(first)) !== null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
