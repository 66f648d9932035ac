import { sheets as en, type SheetWords } from '../../text/en/sheets.ts';
import { inLanguage } from '../../text/language.ts';
import { sheets as zh } from '../../text/zh/sheets.ts';

/** The words of the sheets in the reader's language. */
export function sheetWords(): SheetWords {
  return inLanguage(en, zh);
}
