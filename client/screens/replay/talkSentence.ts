import type { EventOf } from '#shared/session/vocabulary/events.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { spokenWords } from '../../panels/talk/talkThreads.ts';
import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/**
 * What was said, and the host's rules of talk. Private talk with its words for those who heard it, and for those who were there if
 * it opens after the end; without them for viewers who see everything.
 */
export const talkSentences: Sentences<'said' | 'talkSet' | 'silenceDeclared' | 'delegateMuted'> = {
  said: saidSentence,
  talkSet: (_view, { mode }) => words.value.talk.said.mode(words.value.talk.control.modes[mode]),
  silenceDeclared: (_view, { silent, round }) =>
    silent ? words.value.talk.said.silent(round) : words.value.talk.said.notSilent(round),
  delegateMuted: (_view, { muted }) => (muted ? words.value.talk.said.muted : words.value.talk.said.unmuted),
};

function saidSentence(view: View, event: EventOf<'said'>, everything: boolean): string {
  const { said, channel, phrases } = words.value.talk;
  const state = event.seat === null ? '' : seatName(view, event.seat);
  const { kind } = event.channel;
  if (kind === 'plenary' || kind === 'communique')
    return said.openly(state, channel[kind], wordsOf(view, view.table.messages.at(-1)));
  if (kind === 'announcement') return said.announced(wordsOf(view, view.table.messages.at(-1)));
  if (isHeard(view, event)) return said.privately(state, wordsOf(view, view.own?.messages.at(-1)));
  if (!everything) return said.inPrivate;
  return said.privately(state, event.phrase === null ? '…' : phrases[event.phrase]);
}

/** Whether this viewer reads it: it was said to their state, or private talk has opened. */
function isHeard({ own, card }: View, { to }: EventOf<'said'>): boolean {
  return own !== null && (card.privateTalkOpens || to?.includes(own.seat) === true);
}

/** The words of a message, as its reader may read them. */
function wordsOf(view: View, message: MessageView | undefined): string {
  return message === undefined ? '' : spokenWords(view, message);
}
