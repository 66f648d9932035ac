import { at } from '../../lib/at.ts';
import type { Entry } from '../../model/entries.ts';
import type { Micro } from '../../model/micro.ts';
import type { Setting, World } from '../../model/world.ts';
import type { Viewer } from '../vocabulary/actors.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TrustSight } from '../vocabulary/trustSeen.ts';

/** Whose trust each state sees while the session runs, as chosen at the opening. */
export function trustSeenOf({ basis }: Pick<SessionState, 'basis'>): TrustSight {
  return basis.options.trustSeen;
}

/** Whether everybody sees everybody's trust now: always, or once the session has ended. */
export function isTrustOpen(state: SessionState): boolean {
  return trustSeenOf(state) === 'all' || state.phase.name === 'ended';
}

/** A state as the record shows it: trust that was hidden while the session ran is visible. */
export function withTrustOpen(state: SessionState): SessionState {
  if (trustSeenOf(state) === 'all') return state;
  return { ...state, basis: { ...state.basis, options: { ...state.basis.options, trustSeen: 'all' } } };
}

/** Whether a viewer sees everybody's trust now; the host always does. */
export function seesAllTrust(state: SessionState, viewer: Viewer): boolean {
  return isTrustOpen(state) || viewer.kind === 'host' || viewer.kind === 'participantAfterEnd';
}

/**
 * A world as the seat with that index knows it. Trust between two other seats is replaced by the mean trust, by weight, that all
 * seats but this one have in the second. That mean follows from public averages and the seat's own numbers, so nothing computed
 * from this world reveals more.
 */
export function worldKnownTo(setting: Setting, world: World, seat: number): World {
  return worldOf(world, { trust: trustKnownTo(setting, world, seat), score: world.score });
}

/** Trust as the seat with that index knows it. */
export function trustKnownTo({ seats }: Setting, world: World, seat: number): World['trust'] {
  const n = seats.length;
  const means = seats.map((_, about) => meanOfOthers(seats, world, seat, about));
  return world.trust.map((trust, cell) => (isBetweenOthers(n, cell, seat) ? at(means, cell % n) : trust));
}

/**
 * A world made of the open quantities and the given trust and scores. A new quantity of the world does not compile until it stands
 * here.
 */
export function worldOf(open: Omit<World, 'trust' | 'score'>, known: Pick<World, 'trust' | 'score'>): World {
  return {
    round: open.round,
    passes: open.passes,
    development: open.development,
    defence: open.defence,
    localization: open.localization,
    force: open.force,
    shock: open.shock,
    score: known.score,
    trust: known.trust,
    restriction: open.restriction,
    barrier: open.barrier,
    grievance: open.grievance,
    engaged: open.engaged,
    regime: open.regime,
    institutions: open.institutions,
    opacity: open.opacity,
    competition: open.competition,
    blocs: open.blocs,
    nextBloc: open.nextBloc,
    stage: open.stage,
    locked: open.locked,
    counters: open.counters,
  };
}

function meanOfOthers(seats: Setting['seats'], world: World, seat: number, about: number): Micro {
  let sum = 0;
  let weights = 0;
  seats.forEach(({ weight }, holder) => {
    if (holder === about || holder === seat) return;
    sum += weight * at(world.trust, holder * seats.length + about);
    weights += weight;
  });
  return Math.round(sum / weights);
}

/**
 * The changes of a round, with changes of trust between others merged: they keep their size, not their cause. `seat` is the index
 * of the viewer; −1 without a seat.
 */
export function withoutOthersTrust(n: number, seat: number, entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) =>
    'quantity' in entry && entry.quantity === 'trust' && isBetweenOthers(n, entry.at, seat)
      ? { reason: 'undisclosed', quantity: entry.quantity, at: entry.at, delta: entry.delta }
      : entry,
  );
}

/** Whether a cell of the trust matrix lies between two other seats. */
function isBetweenOthers(n: number, cell: number, seat: number): boolean {
  const [holder, about] = [Math.floor(cell / n), cell % n];
  return holder !== about && holder !== seat && about !== seat;
}
