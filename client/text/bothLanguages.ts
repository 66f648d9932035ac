import { language, type Language } from './language.ts';

/** Stands alone on a line between the English and the Chinese of what a host gives in both. */
const BETWEEN = '———';

/** What a host wrote, in one text: the English first where there are both, else as it is. */
export function inBothLanguages(written: Readonly<Record<Language, string>>): string {
  const en = written.en.trim();
  const zh = written.zh.trim();
  return en === '' || zh === '' ? en + zh : `${en}\n${BETWEEN}\n${zh}`;
}

/** The reader's part of what a host gave in both languages; whatever was given in one is for everybody. */
export function readersPart(text: string, reader: Language = language.value): string {
  const [en = '', zh, ...more] = text.split(`\n${BETWEEN}\n`);
  if (zh === undefined || more.length > 0) return text;
  return reader === 'zh' ? zh : en;
}
