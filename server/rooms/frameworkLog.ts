import { placesIn, type ServerLog } from '../lib/serverLog.ts';

/** The most lines per minute from rooms, and from their framework. */
export const MOST_A_MINUTE = 20;

/**
 * Writes the room framework's messages to our log. They quote what clients send and whole errors, so the log keeps only places in
 * the code, and only a limited number of lines: nobody can fill the disk by sending nonsense.
 */
export function frameworkLog(log: ServerLog): Readonly<Record<string, (...parts: unknown[]) => void>> {
  const mayWrite = atMost(MOST_A_MINUTE);
  const fault = (...parts: unknown[]): void => {
    const where = parts.flatMap(framesOf).slice(0, 8);
    if (mayWrite()) log.warn({ where }, 'the room framework reports a fault');
  };
  return { error: fault, warn: fault, info: nothing, debug: nothing, trace: nothing };
}

/**
 * Redirects what libraries print, such as a line for each invalid text that a client sends, into the log in the same way. Returns
 * the way to restore the console.
 */
export function takeConsole(log: ServerLog): () => void {
  const own = { warn: console.warn, error: console.error };
  const voice = frameworkLog(log);
  const taken = { warn: voice['warn'] ?? nothing, error: voice['error'] ?? nothing };
  Object.assign(console, taken);
  return () => {
    if (console.error === taken.error) Object.assign(console, own);
  };
}

/** How the schema library begins a line about bytes that are no text. */
const SCHEMA_LINE = 'decode.utf8Read()';

/**
 * Keeps the schema library off the console: it prints a line for every invalid text in a message and has no setting against it, so
 * any client could flood the server's output. A limited number of those lines goes into our log. Returns the way to undo this.
 */
export function quietSchema(log: ServerLog): () => void {
  const mayWrite = atMost(MOST_A_MINUTE);
  const before = console.error;
  const instead = (...parts: unknown[]): void => {
    const [line] = parts;
    if (typeof line !== 'string' || !line.startsWith(SCHEMA_LINE)) before(...parts);
    else if (mayWrite()) log.warn('a message held bytes that are no text');
  };
  console.error = instead;
  return () => {
    if (console.error === instead) console.error = before;
  };
}

function nothing(): void {
  // Informational messages of the framework are dropped.
}

/** Allows this many per minute. */
export function atMost(times: number): () => boolean {
  let minute = -1;
  let count = 0;
  return () => {
    const now = Math.floor(performance.now() / 60_000);
    if (now !== minute) [minute, count] = [now, 0];
    count += 1;
    return count <= times;
  };
}

function framesOf(part: unknown): readonly string[] {
  return placesIn(part instanceof Error ? (part.stack ?? '') : typeof part === 'string' ? part : '');
}
