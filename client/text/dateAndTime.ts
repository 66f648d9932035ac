import { language } from './language.ts';

/** A moment (ms) as people write it: the day and the time, in the reader's language and time zone. */
export function dateAndTime(ms: number): string {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(ms);
}
