import { type Family, families, familyOf, HOLD, type Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** What a seat expected of one rival when it sealed, and what the rival then did. */
export interface FearAndDeed {
  readonly round: number;
  readonly seat: SeatId;
  readonly rival: SeatId;
  readonly expected: Family;
  readonly order: Order;
  readonly done: Family;
}

/** Every expectation beside the deed that followed, and how often each deed followed each expectation. */
export interface Fear {
  readonly rows: readonly FearAndDeed[];
  /** `[expected][done]` in the order of `families`. */
  readonly counts: readonly (readonly number[])[];
  readonly asExpected: number;
  /** Expected a rival to securitize, and it did not. */
  readonly fearedInVain: number;
  /** Expected anything but securitizing, and the rival did it. */
  readonly unforeseen: number;
  /** Neither: expected one thing, and the rival did another that does not securitize. */
  readonly otherwise: number;
}

/** Compares what each seat expected of its rival when it sealed with what the rival did. [product D1] */
export function fearOf(state: SessionState): Fear {
  const rows = state.rounds.flatMap(({ round, expectations, orders }) =>
    state.seats.flatMap(({ id: seat }): FearAndDeed[] => {
      const expectation = expectations[seat];
      if (expectation === undefined) return [];
      const order = orders[expectation.seat] ?? HOLD;
      return [
        {
          round,
          seat,
          rival: expectation.seat,
          expected: expectation.family,
          order,
          done: familyOf[order.action],
        },
      ];
    }),
  );
  const count = (is: (row: FearAndDeed) => boolean): number => rows.filter(is).length;
  return {
    rows,
    counts: families.map((expected) =>
      families.map((done) => count((row) => row.expected === expected && row.done === done)),
    ),
    asExpected: count(({ expected, done }) => expected === done),
    fearedInVain: count(({ expected, done }) => expected === 'securitize' && done !== 'securitize'),
    otherwise: count(
      ({ expected, done }) => expected !== done && expected !== 'securitize' && done !== 'securitize',
    ),
    unforeseen: count(({ expected, done }) => expected !== 'securitize' && done === 'securitize'),
  };
}
