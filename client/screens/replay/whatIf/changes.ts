import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';

type Hand = NonNullable<BranchChange['hand']>;

/** No change yet, in a round. */
export function noChange(round: number): BranchChange {
  return { round, orders: {} };
}

/** The change after which everybody goes on as recorded. */
export function asRecorded({ bots: _gone, ...change }: BranchChange): BranchChange {
  return change;
}

/** The change with another order of a seat in its round; null takes it back. */
export function withOrder(change: BranchChange, seat: SeatId, order: Order | null): BranchChange {
  const { [seat]: _gone, ...others } = change.orders;
  return { ...change, orders: order === null ? others : { ...others, [seat]: order } };
}

/** The change with another event of its round, null for none; undefined leaves what was recorded. */
export function withEvent(change: BranchChange, event: string | null | undefined): BranchChange {
  const { event: _gone, ...rest } = change;
  return event === undefined ? rest : { ...rest, event };
}

/** The change with an agreement that was never made, or with it as recorded. */
export function withUnmade(change: BranchChange, agreement: string, isUnmade: boolean): BranchChange {
  const { unmade = [], ...rest } = change;
  const others = unmade.filter((one) => one !== agreement);
  const all = isUnmade ? [...others, agreement] : others;
  return all.length === 0 ? rest : { ...rest, unmade: all };
}

/** The change with another number of the rules; null takes it back. */
export function withNumber(change: BranchChange, name: string, value: number | null): BranchChange {
  const { numbers = {}, ...rest } = change;
  const { [name]: _gone, ...others } = numbers;
  const all = value === null ? others : { ...others, [name]: value };
  return Object.keys(all).length === 0 ? rest : { ...rest, numbers: all };
}

/** The change with one more round by hand. */
export function withHandRound(change: BranchChange, round: Hand[number]): BranchChange {
  return { ...change, hand: [...(change.hand ?? []), round] };
}

/** The change without its last round by hand. */
export function withoutLastHandRound({ hand = [], ...rest }: BranchChange): BranchChange {
  const kept = hand.slice(0, -1);
  return kept.length === 0 ? rest : { ...rest, hand: kept };
}
