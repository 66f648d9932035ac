import { strToU8, type Zippable, zipSync } from 'fflate';
import { copyOf } from '../log/copyOf.ts';
import type { ParsedLog } from '../log/parse.ts';
import { fillTables } from './allTables.ts';
import { tableCsv, type TimeText } from './csvText.ts';
import { dataPackage, fileOf } from './dataPackage.ts';
import { dictionaryText } from './dictionary.ts';
import { citationText, readmeText } from './leaflets.ts';
import { type ExportChoice, sessionOf, type SessionTold, tellSession } from './told.ts';

/** How an export is made. */
export interface ExportSettings extends ExportChoice {
  readonly timeText: TimeText;
}

/** Every file in the package gets this time, so that the same records give the same bytes. */
const TIME_OF_FILES = '1980-01-01T00:00:00';

/**
 * Records as one zip: the logs, a table a file, and what explains them. The same records and choice give the same bytes. A record
 * that is given twice counts once. Throws if one cannot be folded. [decision 0084]
 */
export function zipPackage(logs: readonly ParsedLog[], settings: ExportSettings): Uint8Array {
  const told = tellAll(logs, settings);
  const files: [string, string][] = [
    ['README.txt', readmeText(told, settings)],
    ['DATA_DICTIONARY.md', dictionaryText()],
    ['CITATION.cff', citationText(told)],
    ['datapackage.json', `${JSON.stringify(dataPackage(told.map(({ session }) => session)), null, 2)}\n`],
    ...told.map(({ session, log }): [string, string] => [
      told.length === 1 ? 'session.jsonl' : `sessions/${session}.jsonl`,
      recordText(log, settings),
    ]),
    ...fillTables(told).map((filled): [string, string] => [
      fileOf(filled.table),
      tableCsv(filled, settings.timeText),
    ]),
  ];
  const contents: Zippable = {};
  for (const [name, content] of files) contents[name] = strToU8(content);
  return zipSync(contents, { level: 9, mtime: TIME_OF_FILES });
}

/** Records without tables, with the texts that an export may hold: one as its text, several as one zip. */
export function exportedLogs(logs: readonly ParsedLog[], choice: ExportChoice): Uint8Array {
  const different = [...new Map(logs.map((log) => [log.header.hash, log])).values()];
  const [only, ...others] = different.map((log) => [log.header.hash, recordText(log, choice)] as const);
  if (only !== undefined && others.length === 0) return strToU8(only[1]);
  const contents: Zippable = {};
  for (const [hash, content] of only === undefined ? [] : [only, ...others])
    contents[`${sessionOf(hash)}.jsonl`] = strToU8(content);
  return zipSync(contents, { level: 9, mtime: TIME_OF_FILES });
}

/** Plays each record once; the same record counts once. */
export function tellAll(logs: readonly ParsedLog[], choice: ExportChoice): readonly SessionTold[] {
  const different = new Map(logs.map((log) => [log.header.hash, log]));
  return [...different.values()].map((log) => tellSession(log, choice));
}

/** The log with the texts that an export may hold; its lines are byte for byte those of the record. */
function recordText(log: ParsedLog, { names }: ExportChoice): string {
  const { header, lines, texts, rawLines, footer } = log;
  const kept = lines.map(({ hash }, index) => ({ hash, text: rawLines[index] ?? '' }));
  const { status = 'open', damaged } = footer ?? {};
  const end = damaged === true ? { status, damaged } : { status };
  return copyOf({ header, lines, kept, texts }, end, { kind: 'export', names });
}
