import { language } from './language.ts';

/** Where Chinese characters and digits meet. */
const MEETING = /(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu;

/** A moment (ms) as people write it: the day and the time, in the reader's language and time zone. */
export function dateAndTime(ms: number): string {
  return written(ms, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The day of a moment (ms), in the reader's language and time zone. */
export function dayOf(ms: number): string {
  return written(ms, { dateStyle: 'medium' });
}

function written(ms: number, styles: Intl.DateTimeFormatOptions): string {
  const place = language.value === 'zh' ? 'zh-CN' : 'en';
  return new Intl.DateTimeFormat(place, styles).format(ms).replace(MEETING, ' ');
}
