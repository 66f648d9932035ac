import type { RoundInput } from '../../model/roundInput.ts';
import type { RoundRecord, SessionBasis } from '../vocabulary/state.ts';

/** The seed of a replayed round, different for each attempt: after a step back the dice fall differently. [contracts, chance] */
export function attemptSeed(seed: number, attempt: number): number {
  return (seed + Math.imul(attempt, 0x9e3779b1)) >>> 0;
}

/** The input from which a recorded round was resolved. */
export function inputOf(basis: SessionBasis, record: RoundRecord): RoundInput {
  return {
    seed: attemptSeed(basis.seed, record.attempt),
    orders: record.orders,
    events: record.events.map(({ event }) => event),
    pledges: record.pledges,
    recognitions: record.recognitions,
    ...(record.corridors ? { corridors: record.corridors } : {}),
    ...(record.expelled === undefined ? {} : { expelled: record.expelled }),
  };
}
