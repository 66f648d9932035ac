import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';

/** The server's own log. Never contains names, tokens, codes, texts or addresses. */
export type ServerLog = Pick<Logger, 'info' | 'warn' | 'error'>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/');
const MOST_PLACES = 8;

/**
 * The parts of an error that may be logged: the class that made it and the places in this program's files where it arose. Its name
 * and message may quote what people wrote, so the log omits them.
 */
export function faultForLog(error: unknown): { readonly kind: string; readonly where: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, where: [] };
  return { kind: error.constructor.name, where: placesIn(error.stack ?? '').slice(0, MOST_PLACES) };
}

/**
 * The places in this program's files that a stack trace names: `server/live/session.ts:120:5`. A message inside the text may
 * contain lines that look alike; only paths below the program's own folder count, and no other part of a line.
 */
export function placesIn(text: string): readonly string[] {
  return text
    .replaceAll('\\', '/')
    .split('\n')
    .map((line) => /^\s+at .*?((?:file:\/\/)?\/?[^()]*:\d+:\d+)\)?\s*$/.exec(line)?.[1] ?? '')
    .map((place) => place.slice(Math.max(0, place.indexOf(ROOT))))
    .filter((place) => place.startsWith(ROOT) && /^[\w@.+/-]+:\d+:\d+$/.test(place.slice(ROOT.length)))
    .map((place) => place.slice(ROOT.length));
}
