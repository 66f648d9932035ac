import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import { bindsIn, deedsOf, partiesIn } from '#shared/session/vocabulary/agreements.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import type { View } from '#shared/session/views/tableView.ts';

/** A promise broken in public: when, towards whom, which clause, by which order. */
interface BrokenWord {
  readonly round: number;
  readonly towards: readonly SeatId[];
  readonly clause: Clause | null;
  readonly order: Order;
}

/** A state's public promises: rounds kept and broken, agreements in force, and the broken ones with their evidence. */
interface Promises {
  readonly kept: number;
  readonly broken: number;
  readonly running: number;
  readonly breaches: readonly BrokenWord[];
}

/** Promises and deeds of one state, from public information. */
export function promisesOf(view: View, seat: SeatId): Promises {
  const { agreements, round } = view.table;
  const running = agreements.filter(
    (agreement) => bindsIn(agreement, round) && partiesIn(agreement, round).includes(seat),
  );
  const breaches = agreements.flatMap(({ clauses, judgements }) =>
    judgements.flatMap(({ round: when, evidence }) =>
      evidence
        .filter((proof) => !proof.kept && proof.seat === seat)
        .map(({ clause, towards, order }) => ({
          round: when,
          towards,
          clause: clauses[clause] ?? null,
          order,
        })),
    ),
  );
  return { ...deedsOf(agreements, seat), running: running.length, breaches };
}
