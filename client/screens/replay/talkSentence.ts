import type { EventOf } from '#shared/session/vocabulary/events.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

type TalkEvent = EventOf<'said' | 'talkSet' | 'silenceDeclared' | 'delegateMuted'>;

/** What a line of the record says about talk. Private talk with its words for who heard it, and for who was there where it opens after the end; without them for whoever sees everything. */
export function talkSentence(view: View, event: TalkEvent, everything: boolean): string {
  const { said, control } = words.value.talk;
  switch (event.type) {
    case 'said':
      return saidSentence(view, event, everything);
    case 'talkSet':
      return said.mode(control.modes[event.mode]);
    case 'silenceDeclared':
      return event.silent ? said.silent(event.round) : said.notSilent(event.round);
    case 'delegateMuted':
      return event.muted ? said.muted : said.unmuted;
  }
}

function saidSentence(view: View, event: EventOf<'said'>, everything: boolean): string {
  const { said, channel, phrases } = words.value.talk;
  const state = event.seat === null ? '' : seatName(view, event.seat);
  const { kind } = event.channel;
  if (kind === 'plenary' || kind === 'communique')
    return said.openly(state, channel[kind], wordsOf(view.table.messages.at(-1)));
  if (kind === 'announcement') return said.announced(wordsOf(view.table.messages.at(-1)));
  if (isHeard(view, event)) return said.privately(state, wordsOf(view.own?.messages.at(-1)));
  if (!everything) return said.inPrivate;
  return said.privately(state, event.phrase === null ? '…' : phrases[event.phrase]);
}

/** Whether these eyes read it: it was said to their state, or private talk has opened. */
function isHeard({ own, card }: View, { to }: EventOf<'said'>): boolean {
  return own !== null && (card.privateTalkOpens || to?.includes(own.seat) === true);
}

/** The words of a message: its phrase, then what was written. */
function wordsOf(message: MessageView | undefined): string {
  const { phrases, erased } = words.value.talk;
  if (message === undefined) return '';
  const phrase = message.phrase === null ? [] : [phrases[message.phrase]];
  const spoken = [...phrase, ...(message.text === null ? [] : [message.text])].join(' ');
  return spoken === '' ? erased : spoken;
}
