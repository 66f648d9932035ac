import { language } from './language.ts';

/** Where Chinese characters and digits meet. */
const MEETING = /(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu;

/** A moment (ms) as people write it: the day and the time, in the reader's language and time zone. */
export function dateAndTime(ms: number): string {
  const written = new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(ms);
  return written.replace(MEETING, ' ');
}
