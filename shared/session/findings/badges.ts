import { unpackLedger } from '../../model/ledger.ts';
import { MICRO } from '../../model/micro.ts';
import type { Reason } from '../../model/reasons.ts';
import type { SeatId } from '../../model/world.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import { authorsOf } from './authors.ts';

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
export function badgesOf(state: SessionState): readonly Badge[] {
  const { seats, rounds } = state;
  const told = rounds.map((record) => ({ record, entries: unpackLedger(record.ledger) }));
  return badgeIds.flatMap((badge) =>
    seats.flatMap(({ id: seat }, index): readonly Badge[] => {
      const done = told.flatMap(({ record, entries }) =>
        (badge !== 'ruleMaker' || rulesGrewIn(state, record)) &&
        entries.some(
          (entry) => deeds[badge].includes(entry.reason) && authorsOf(state, record, entry).includes(index),
        )
          ? [record.round]
          : [],
      );
      const least =
        badge === 'ruleMaker' ? Math.max(LEAST_ROUNDS, Math.ceil(rounds.length / 2)) : LEAST_ROUNDS;
      return done.length >= least ? [{ badge, seat, rounds: done }] : [];
    }),
  );
}

/** Whether enough committed in a round for common rules to grow. */
function rulesGrewIn({ basis }: SessionState, { participation }: RoundRecord): boolean {
  return participation >= basis.setting.parameters.pStar * MICRO;
}
