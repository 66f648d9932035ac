import { at } from '../../lib/at.ts';
import type { SeatId } from '../../model/world.ts';
import type { Viewer } from '../vocabulary/actors.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { Message } from '../vocabulary/talk.ts';
import type { HeardMessage } from './hostView.ts';
import { messageViews } from './talk.ts';

/** How often a seat spoke in a round: in public, in its blocs, and to each other seat alone. */
export interface TalkCount {
  readonly by: SeatId;
  readonly round: number;
  readonly inPublic: number;
  readonly inBlocs: number;
  readonly toSeat: Readonly<Record<SeatId, number>>;
}

/** Something said in a record, with its number among all that was said by then, from 0. */
export interface RecordedMessage extends HeardMessage {
  readonly nth: number;
}

/**
 * All that was said, for the eyes of a record: public talk for everybody, private talk for who heard it, for every seat where the
 * session was opened with *private talk opens after the end*, and, as far as the file has the words, for who asked to see
 * everything. Numbered from 1. [decisions 11, 87]
 */
export function wholeTalk(state: SessionState, viewer: Viewer, textOf: TextOf): readonly RecordedMessage[] {
  const opens = state.basis.options.privateTalkOpens;
  const shown = [...state.messages.entries()].filter(([, message]) =>
    isShownTo(message, viewer, opens, textOf),
  );
  const views = messageViews(
    shown.map(([, message]) => message),
    textOf,
  );
  return views.map((view, index) => {
    const [nth, { to }] = at(shown, index);
    return { ...view, to, nth };
  });
}

function isShownTo({ to, text, phrase }: Message, viewer: Viewer, opens: boolean, textOf: TextOf): boolean {
  if (to === null) return true;
  if (viewer.kind === 'host') return phrase !== null || (text !== null && textOf(text.id) !== null);
  if (viewer.kind === 'observer' || viewer.seat === null) return false;
  return opens || to.includes(viewer.seat);
}

/** Who spoke how often with whom, round by round, whoever may read the words; people of one delegation among themselves apart. */
export function talkCounts({ messages }: SessionState): readonly TalkCount[] {
  const counts = new Map<string, Counting>();
  for (const { seat, round, channel } of messages) {
    if (seat === null || channel.kind === 'delegation' || channel.kind === 'announcement') continue;
    const key = `${round} ${seat}`;
    const count = counts.get(key) ?? { by: seat, round, inPublic: 0, inBlocs: 0, toSeat: {} };
    counts.set(key, count);
    if (channel.kind === 'bilateral') count.toSeat[channel.with] = (count.toSeat[channel.with] ?? 0) + 1;
    else if (channel.kind === 'bloc') count.inBlocs += 1;
    else count.inPublic += 1;
  }
  return [...counts.values()];
}

interface Counting {
  readonly by: SeatId;
  readonly round: number;
  inPublic: number;
  inBlocs: number;
  readonly toSeat: Record<SeatId, number>;
}
