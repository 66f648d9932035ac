import type { SeatId } from '#shared/model/world.ts';
import type { HeardMessage } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { blocName, indexOf, seatName, seatNames } from '../lookup.ts';
import { pairKey } from '../threadKey.ts';
import { type Thread, threadsOf } from './talkThreads.ts';

/**
 * The channels of a record with every message that these eyes may read: those of the own seat where there is one, then what others
 * said to each other. `wanted` is listed even where nothing was said on it.
 */
export function recordedThreads(
  view: View,
  messages: readonly HeardMessage[],
  wanted: string | null,
): readonly Thread[] {
  const byKey = Map.groupBy(messages, (message) => keyIn(view, message));
  const own = threadsOf(view).map((thread) => ({ ...thread, messages: byKey.get(thread.key) ?? [] }));
  const known = new Set(own.map(({ key }) => key));
  const others = [...byKey].flatMap(([key, said]) => (known.has(key) ? [] : [threadOf(view, key, said)]));
  if (wanted !== null && wanted.startsWith('between ') && !byKey.has(wanted))
    others.push(threadOf(view, wanted, []));
  const isOpen = ({ key, channel, messages: said }: Thread): boolean =>
    channel.kind !== 'bilateral' || said.length > 0 || key === wanted;
  return [...own.filter(isOpen), ...others.toSorted((a, b) => orderOf(view, a) - orderOf(view, b))];
}

/** The channel a message belongs to, by its key. */
function keyIn(view: View, { channel, seat, to }: HeardMessage): string {
  const own = view.own?.seat;
  if (channel.kind === 'bilateral') return pairKey(view, seat ?? '', channel.with);
  if (channel.kind === 'bloc') return `bloc ${channel.bloc}`;
  if (channel.kind !== 'delegation' || (own !== undefined && to?.includes(own) === true)) return channel.kind;
  return `delegation ${seat}`;
}

function threadOf(view: View, key: string, messages: readonly HeardMessage[]): Thread {
  const [kind = '', a = '', b = ''] = key.split(' ');
  const { talk } = words.value;
  if (kind === 'between') {
    const readers = talk.reads.between(seatName(view, a), seatName(view, b));
    return { key, channel: { kind: 'bilateral', with: b }, name: pairName(view, a, b), readers, messages };
  }
  if (kind === 'delegation') {
    const name = talk.delegationOf(seatName(view, a));
    return { key, channel: { kind: 'delegation' }, name, readers: talk.reads.oneDelegation, messages };
  }
  const bloc = Number(a);
  const found = view.table.blocs.find(({ id }) => id === bloc);
  const name = found ? blocName(view, found) : words.value.why.someBloc;
  const readers = talk.reads.bloc(seatNames(view, messages.at(-1)?.to ?? []));
  return { key, channel: { kind: 'bloc', bloc }, name, readers, messages };
}

function pairName(view: View, a: SeatId, b: SeatId): string {
  return words.value.talk.pair(seatName(view, a), seatName(view, b));
}

/** Blocs first, then pairs in the order of the seats, then what delegations said among themselves. */
function orderOf(view: View, { key }: Thread): number {
  const [kind = '', a = '', b = ''] = key.split(' ');
  const n = view.card.seats.length;
  if (kind === 'bloc') return Number(a) - 1_000_000;
  if (kind === 'delegation') return n * n + indexOf(view, a);
  return indexOf(view, a) * n + indexOf(view, b);
}
