import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { type Channel, closedBecause, type Mute } from '#shared/session/vocabulary/talk.ts';
import { words } from '../../text/language.ts';
import { readersPart } from '../../text/bothLanguages.ts';
import { moveSentence } from './moveSentence.ts';
import { blocName, blocsOf, seatAt, seatName, seatNames, seatView } from '../lookup.ts';

/** One channel for this reader. */
export interface Thread {
  /** The channel's key on this device; talk between two seats has the other seat's key. */
  readonly key: string;
  readonly channel: Channel;
  readonly name: string;
  /** Its readers, as a sentence. */
  readonly readers: string;
  readonly messages: readonly MessageView[];
}

/** The channels that a reader may open: public ones, and with a seat its delegation, its blocs and every other seat. */
export function threadsOf(view: View): readonly Thread[] {
  const { table, own } = view;
  const all = [...table.messages, ...(own?.messages ?? [])];
  const channels: Channel[] = [{ kind: 'plenary' }, { kind: 'communique' }];
  if (table.messages.some(({ channel }) => channel.kind === 'announcement'))
    channels.unshift({ kind: 'announcement' });
  if (own) {
    channels.push({ kind: 'delegation' });
    for (const { id } of blocsOf(view, own.seat)) channels.push({ kind: 'bloc', bloc: id });
    for (const { id } of view.card.seats) if (id !== own.seat) channels.push({ kind: 'bilateral', with: id });
  }
  return channels.map((channel) => {
    const key = keyOf(channel);
    const messages = all.filter((message) => keyOf(channelFor(view, message)) === key);
    return { key, channel, name: channelName(view, channel), readers: readersOf(view, channel), messages };
  });
}

/** A thread's unread messages: what others said after the last message that was read. */
export function unreadOf(view: View, thread: Thread, read: Readonly<Record<string, number>>): number {
  const last = read[thread.key] ?? 0;
  return thread.messages.filter((message) => message.id > last && !isOurs(view, message)).length;
}

/** Whether this reader's side said it: in the delegation's own channel the person, elsewhere the state. */
export function isOurs({ viewer, own }: View, message: MessageView): boolean {
  if (own === null || message.seat !== own.seat) return false;
  if (message.channel.kind !== 'delegation') return true;
  return viewer.kind === 'delegate' && message.delegate === viewer.delegate;
}

/** Why this reader, muted or not, cannot speak on a channel now, as a sentence; null if nothing prevents it. */
export function silencedBy(view: View, { kind }: Channel, mute: Mute | null): string | null {
  const { refusals, talk } = words.value;
  const { table, own } = view;
  if (own === null) return talk.observer;
  const closed = closedBecause(kind, { ...table, ...table.talk });
  if (closed !== null) return refusals.table[closed];
  if (seatView(view, own.seat)?.bot !== null) return refusals.table.seatCovered;
  return mute !== null && kind !== 'delegation' ? mutedSentence(mute) : null;
}

/** The sentence for a muted person, with the host's reason if there is one. */
export function mutedSentence({ reason }: Mute): string {
  const { refusals, talk } = words.value;
  return reason === null ? refusals.table.muted : talk.muted(refusals.table.muted, talk.reasons[reason]);
}

/**
 * A message's words: the phrase or the move in the reader's language, then what was written; of the host's words the reader's
 * part.
 */
export function spokenWords(view: View, { seat, phrase, text, move }: MessageView): string {
  const { phrases, erased } = words.value.talk;
  const written = seat === null && text !== null ? readersPart(text) : text;
  const moved = move === null || seat === null ? '' : moveSentence(view, seat, move);
  const spoken = [phrase === null ? '' : phrases[phrase], moved, written ?? ''].filter(Boolean).join(' ');
  return spoken === '' ? erased : spoken;
}

/** The speaker: the state, and the person if they gave a name. */
export function speakerName(view: View, { seat, delegate }: MessageView): string {
  if (seat === null) return words.value.talk.host;
  const person = seatView(view, seat)?.delegates.find(({ id }) => id === delegate)?.name ?? null;
  return person === null ? seatName(view, seat) : `${seatName(view, seat)} · ${person}`;
}

/** The states that a message names: those sent with it, and those whose names appear in its words. */
export function namedStates(view: View, { mentions, text }: MessageView): readonly string[] {
  const written = text?.toLocaleLowerCase() ?? '';
  return view.card.seats
    .filter(({ id, name }) => {
      const isWritten = [name.en, name.zh].some((one) => written.includes(one.toLocaleLowerCase()));
      return mentions.includes(id) || isWritten;
    })
    .map(({ id }) => id);
}

/** A message's channel for its reader: what another seat said to the own one is talk with that seat. */
function channelFor(view: View, { channel, seat }: MessageView): Channel {
  if (channel.kind !== 'bilateral' || seat === null || seat === view.own?.seat) return channel;
  return { kind: 'bilateral', with: seat };
}

function keyOf(channel: Channel): string {
  if (channel.kind === 'bilateral') return `with ${channel.with}`;
  return channel.kind === 'bloc' ? `bloc ${channel.bloc}` : channel.kind;
}

function channelName(view: View, channel: Channel): string {
  if (channel.kind === 'bilateral') return seatName(view, channel.with);
  if (channel.kind !== 'bloc') return words.value.talk.channel[channel.kind];
  const bloc = view.table.blocs.find(({ id }) => id === channel.bloc);
  return bloc === undefined ? '' : blocName(view, bloc);
}

function readersOf(view: View, channel: Channel): string {
  const { reads } = words.value.talk;
  if (channel.kind === 'bilateral') return reads.bilateral(seatName(view, channel.with));
  if (channel.kind !== 'bloc') return reads[channel.kind];
  const members = view.table.blocs.find(({ id }) => id === channel.bloc)?.members ?? [];
  return reads.bloc(
    seatNames(
      view,
      members.map((index) => seatAt(view, index)),
    ),
  );
}
