import { type Family, familyOf, type Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { View } from '../../session/views/tableView.ts';
import type { TalkCount } from '../../session/views/wholeTalk.ts';

/** The ways in which a state can be spoken to, in the order of a record's counts. */
export const talkWays = ['public', 'blocs', 'pairs'] as const;
/** To whom something was said: to all, in a bloc, to one state. */
export type TalkWay = (typeof talkWays)[number];

/** How many messages of states a round had on each way. */
export interface TalkRound {
  readonly round: number;
  readonly way: TalkWay;
  readonly count: number;
}

/** The messages of each round from the first to the last of these, zeros included. Talk before the first round is round 0. */
export function talkRounds(counts: readonly TalkCount[], until: number): readonly TalkRound[] {
  const first = counts.some(({ round }) => round === 0) ? 0 : 1;
  return Array.from({ length: Math.max(0, until + 1 - first) }, (_, index) => index + first).flatMap(
    (round) => {
      const own = counts.filter((count) => count.round === round);
      const sum = (of: (count: TalkCount) => number): number => own.reduce((all, one) => all + of(one), 0);
      return [
        { round, way: 'public', count: sum(({ inPublic }) => inPublic) },
        { round, way: 'blocs', count: sum(({ inBlocs }) => inBlocs) },
        { round, way: 'pairs', count: sum(({ toSeat }) => sumOf(toSeat)) },
      ] as const;
    },
  );
}

function sumOf(toSeat: TalkCount['toSeat']): number {
  return Object.values(toSeat).reduce((all, count) => all + count, 0);
}

/** How many messages one state sent to another alone. */
export interface TalkPair {
  readonly by: SeatId;
  readonly to: SeatId;
  readonly count: number;
}

/** Who spoke how often with whom alone, pairs without a word left out. */
export function talkPairs(counts: readonly TalkCount[]): readonly TalkPair[] {
  const sums = new Map<string, TalkPair>();
  for (const { by, toSeat } of counts)
    for (const [to, count] of Object.entries(toSeat)) {
      const key = `${by} ${to}`;
      sums.set(key, { by, to, count: count + (sums.get(key)?.count ?? 0) });
    }
  return [...sums.values()];
}

/** Of the deeds aimed at a state in a family: how many there were, and before how many the two had spoken alone in that round. */
export interface TalkBefore {
  readonly family: Extract<Family, 'cooperate' | 'securitize'>;
  readonly deeds: number;
  readonly spoken: number;
}

/** Whether talk came before deed: for deeds of cooperation and for measures against a state. `rounds` are the views at the reveals. */
export function talkBefore(counts: readonly TalkCount[], rounds: readonly View[]): readonly TalkBefore[] {
  const aimed = rounds.flatMap(({ table, card }) =>
    (table.reveal?.orders ?? []).flatMap((order, index) => {
      const by = card.seats[index]?.id ?? '';
      return aimedAt(order).map((to) => ({
        round: table.reveal?.round ?? 0,
        by,
        to,
        family: familyOf[order.action],
      }));
    }),
  );
  return (['cooperate', 'securitize'] as const).map((family) => {
    const deeds = aimed.filter((deed) => deed.family === family);
    const spoken = deeds.filter(({ round, by, to }) => haveSpoken(counts, round, by, to));
    return { family, deeds: deeds.length, spoken: spoken.length };
  });
}

function aimedAt(order: Order): readonly SeatId[] {
  if ('targets' in order) return order.targets ?? [];
  return order.action === 'bridge' ? (order.pair ?? []) : [];
}

function haveSpoken(counts: readonly TalkCount[], round: number, one: SeatId, other: SeatId): boolean {
  return counts.some(
    (count) =>
      count.round === round &&
      ((count.by === one && (count.toSeat[other] ?? 0) > 0) ||
        (count.by === other && (count.toSeat[one] ?? 0) > 0)),
  );
}
