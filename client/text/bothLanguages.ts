import { language, type Language } from './language.ts';

/** A line of its own between the English and the Chinese part of a host's text. */
const BETWEEN = '———';

/** A host's text in one string: the English first if there are both, else as it is. */
export function inBothLanguages(written: Readonly<Record<Language, string>>): string {
  const en = written.en.trim();
  const zh = written.zh.trim();
  return en === '' || zh === '' ? en + zh : `${en}\n${BETWEEN}\n${zh}`;
}

/** The reader's part of a host's text in both languages; a text in one language is for everybody. */
export function readersPart(text: string, reader: Language = language.value): string {
  const [en = '', zh, ...more] = text.split(`\n${BETWEEN}\n`);
  if (zh === undefined || more.length > 0) return text;
  return reader === 'zh' ? zh : en;
}
