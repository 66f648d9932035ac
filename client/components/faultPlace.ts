import { words } from '../text/language.ts';

/** The place of a record's fault, in the reader's language: from `header`, `line 12`, `footer`, `text 3` or `file`. */
export function faultPlace(where: string): string {
  const { fault } = words.value.replay;
  const [kind = '', number = ''] = where.split(' ');
  if (kind === 'line') return fault.line(number);
  if (kind === 'header') return fault.header;
  if (kind === 'footer') return fault.footer;
  return kind === 'text' ? fault.texts : fault.file;
}
