import type { RoundInput } from '../../model/roundInput.ts';
import type { RoundRecord, SessionBasis } from '../vocabulary/state.ts';

/** The seed of a re-played round: stepping back shows nobody the same dice again. [contracts, chance] */
export function attemptSeed(seed: number, attempt: number): number {
  return (seed + Math.imul(attempt, 0x9e3779b1)) >>> 0;
}

/** What a recorded round was resolved from. */
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
