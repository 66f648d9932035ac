import { unpackLedger } from '../../model/ledger.ts';
import type { Reason } from '../../model/reasons.ts';
import type { SeatId } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** The roles in which a state can serve governance. [cai-zhang §4] */
export const badgeIds = ['bridge', 'ruleMaker', 'solutionProvider'] as const;
/** A role that a state has filled. */
export type BadgeId = (typeof badgeIds)[number];

/** A badge that a state holds, and the rounds in which the ledger names its deeds. No badge is a rank. */
export interface Badge {
  readonly badge: BadgeId;
  readonly seat: SeatId;
  readonly rounds: readonly number[];
}

/** What the ledger calls the deeds of each role. */
const deeds: Readonly<Record<BadgeId, readonly Reason[]>> = {
  bridge: ['bridgeBuilt', 'honestBroker', 'recognition'],
  ruleMaker: ['regimeProgress', 'institutionsBuilt'],
  solutionProvider: ['capacityBuilt', 'standardsOpened', 'standardsShared', 'opacityLifted'],
};

/** A role is filled by deeds in at least so many rounds. */
const LEAST_ROUNDS = 2;

/** The badges of a finished session, role by role, in the order of the seats; several states may hold one. [decision 0081] */
export function badgesOf({ seats, rounds }: SessionState): readonly Badge[] {
  const authors = rounds.map(({ round, ledger }) => ({ round, entries: unpackLedger(ledger) }));
  return badgeIds.flatMap((badge) =>
    seats.flatMap(({ id: seat }, index): readonly Badge[] => {
      const done = authors.flatMap(({ round, entries }) =>
        entries.some(({ author, reason }) => author === index && deeds[badge].includes(reason))
          ? [round]
          : [],
      );
      const least =
        badge === 'ruleMaker' ? Math.max(LEAST_ROUNDS, Math.ceil(rounds.length / 2)) : LEAST_ROUNDS;
      return done.length >= least ? [{ badge, seat, rounds: done }] : [];
    }),
  );
}
