import { canonicalJson } from '../lib/canonicalJson.ts';
import { headerText, type LogHeader } from './header.ts';
import type { FreeText, LogFooter, SessionLog } from './line.ts';

/** The .jsonl text of a whole log, one canonical JSON record per line; without a footer, texts cannot follow and are left out. */
export function logText(log: SessionLog): string {
  return assembleLog(log.header, log.lines.map(canonicalJson), log.footer, log.texts);
}

/** The same from lines that are already text, as a store has them. */
export function assembleLog(
  header: LogHeader,
  lineTexts: readonly string[],
  footer: LogFooter | null,
  texts: readonly FreeText[],
): string {
  // Appended one by one: a string this long becomes one piece only when it is written out.
  let log = `${headerText(header)}\n`;
  for (const text of lineTexts) log += `${text}\n`;
  if (footer === null) return log;
  log += `${canonicalJson(footer)}\n`;
  for (const text of texts) log += `${canonicalJson({ text })}\n`;
  return log;
}
