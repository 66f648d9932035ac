import { canonicalJson } from '../lib/canonicalJson.ts';
import type { LogHeader } from './header.ts';
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
  const records = [canonicalJson(header), ...lineTexts];
  if (footer !== null) records.push(canonicalJson(footer), ...texts.map((text) => canonicalJson({ text })));
  return `${records.join('\n')}\n`;
}
