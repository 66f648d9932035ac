import type { HeardMessage } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { speakerName, spokenWords } from '../../panels/talk/talkThreads.ts';

/** Whether a message is what is looked for: its words or its speaker hold every word of the search. */
export function sayable(view: View, message: HeardMessage, wanted: string): boolean {
  const text = `${speakerName(view, message)} ${spokenWords(message)}`.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
