import { canonicalJson } from '../lib/canonicalJson.ts';
import { headerText, type LogHeader } from './header.ts';
import type { FreeText, LogFooter, SessionLog } from './line.ts';

/** The .jsonl text of a whole log, one canonical JSON record per line; without a footer the texts cannot follow and are left out. */
export function logText(log: SessionLog): string {
  return assembleLog(log.header, log.lines.map(canonicalJson), log.footer, log.texts);
}

/** The same from lines that are already text, as a store keeps them. */
export function assembleLog(
  header: LogHeader,
  lineTexts: readonly string[],
  footer: LogFooter | null,
  texts: readonly FreeText[],
): string {
  // Added one by one: a text this long is only laid out in one piece by whoever writes it away.
  let log = `${headerText(header)}\n`;
  for (const text of lineTexts) log += `${text}\n`;
  if (footer === null) return log;
  log += `${canonicalJson(footer)}\n`;
  for (const text of texts) log += `${canonicalJson({ text })}\n`;
  return log;
}
