import { effectsOf } from '../../model/eventDeck.ts';
import type { RoundEvent } from '../vocabulary/injects.ts';
import type { EventView, WrittenEvent } from './eventView.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';

/** An event of the world, with the words that the host wrote. */
export function eventView({ event, number, text }: RoundEvent, textOf: TextOf): EventView {
  return {
    id: event.id,
    number,
    victim: event.victim ?? null,
    blamed: event.blamed ?? null,
    written: text === null ? null : { ...wordsOf(textOf(text.id)), effects: effectsOf(event) },
  };
}

/** The first line is the title, the rest the text. */
function wordsOf(words: string | null): Pick<WrittenEvent, 'title' | 'text'> {
  if (words === null) return { title: null, text: null };
  const end = words.indexOf('\n');
  if (end < 0) return { title: words, text: null };
  return { title: words.slice(0, end), text: words.slice(end + 1).trim() };
}
