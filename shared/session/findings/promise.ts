import type { SeatId } from '../../model/world.ts';
import { type Agreement, deedsOf } from '../vocabulary/agreements.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** What a seat promised and did, secret agreements included: they are open once a session has ended. */
export interface PromiseAndDeed {
  readonly seat: SeatId;
  /** Judged rounds in which it kept an agreement, and in which it broke one. */
  readonly kept: number;
  readonly broken: number;
  /** Of these, in secret agreements. */
  readonly secretKept: number;
  readonly secretBroken: number;
  /** The parties it broke its word to, in the order of the seats. */
  readonly towards: readonly SeatId[];
}

/** Promise against deed: one row for every seat that was ever bound. [product D1] */
export function promisesAndDeeds({ seats, agreements }: SessionState): readonly PromiseAndDeed[] {
  const secret = agreements.filter(({ secrecy }) => secrecy === 'secret');
  return seats.flatMap(({ id: seat }): PromiseAndDeed[] => {
    const all = deedsOf(agreements, seat);
    if (all.kept + all.broken === 0) return [];
    const hidden = deedsOf(secret, seat);
    const hurt = new Set(agreements.flatMap((agreement) => hurtBy(agreement, seat)));
    return [
      {
        seat,
        ...all,
        secretKept: hidden.kept,
        secretBroken: hidden.broken,
        towards: seats.map(({ id }) => id).filter((id) => hurt.has(id)),
      },
    ];
  });
}

function hurtBy({ judgements }: Agreement, seat: SeatId): readonly SeatId[] {
  return judgements.flatMap(({ evidence }) =>
    evidence.flatMap((proof) => (proof.seat === seat && !proof.kept ? proof.towards : [])),
  );
}
