/**
 * One line for an error that no command foresaw: its kind, its message and where it arose. A user can read it and a developer can
 * find the place; a stack trace would not help a teacher.
 */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return `Crossroads met a fault of its own: ${String(error)}.`;
  const said = error.message.split('\n')[0] ?? '';
  if (isOfTheDatabase(error)) return `The database could not be read or written: ${said}.`;
  return `Crossroads met a fault of its own: ${error.name}: ${said}${placeOf(error)}. Please report it.`;
}

function isOfTheDatabase(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

function placeOf(error: Error): string {
  const place = /((?:server|shared)\/[\w./-]+:\d+):\d+/.exec(error.stack ?? '')?.[1];
  return place === undefined ? '' : ` (${place})`;
}
