import type { ParsedLog } from '../log/parse.ts';
import { csvText } from './csvText.ts';
import { tellAll } from './zipPackage.ts';

/** Who is behind each pseudonym, as CSV: a file of its own, for the host alone; never part of a package. */
export function codebookText(logs: readonly ParsedLog[]): string {
  const rows = tellAll(logs, { names: true }).flatMap(({ session, people }) =>
    people.map(({ person, id, name }) => [session, person, id, name]),
  );
  return csvText([['session', 'person', 'log_id', 'name'], ...rows], { bom: true });
}
