import type { SeatId } from '../../model/world.ts';
import { fearOf, type FearAndDeed } from '../../session/findings/fear.ts';
import type { AgreementView } from '../../session/views/agreementView.ts';
import type { Viewer } from '../../session/vocabulary/actors.ts';
import { deedsOf } from '../../session/vocabulary/agreements.ts';
import type { SessionState } from '../../session/vocabulary/state.ts';

/** How often a state kept and broke its agreements. */
export interface KeptWord {
  readonly seat: SeatId;
  readonly kept: number;
  readonly broken: number;
}

/**
 * Kept and broken rounds of the agreements that somebody may read, up to a round, for every state that was bound; who broke most
 * stands first, then who kept most.
 */
export function keptWords(
  agreements: readonly AgreementView[],
  seats: readonly SeatId[],
  until: number,
): readonly KeptWord[] {
  const judged = agreements.map((one) => ({
    ...one,
    judgements: one.judgements.filter(({ round }) => round <= until),
  }));
  return seats
    .map((seat) => ({ seat, ...deedsOf(judged, seat) }))
    .filter(({ kept, broken }) => kept + broken > 0)
    .toSorted((a, b) => b.broken - a.broken || b.kept - a.kept);
}

/**
 * Expectations beside deeds, as far as these eyes may know them: all once the session has ended and for who asked to see
 * everything, else a state's own.
 */
export function expectationsFor(state: SessionState, viewer: Viewer): readonly FearAndDeed[] {
  const { rows } = fearOf(state);
  if (state.phase.name === 'ended' || viewer.kind === 'host') return rows;
  return viewer.kind === 'observer' ? [] : rows.filter(({ seat }) => seat === viewer.seat);
}
