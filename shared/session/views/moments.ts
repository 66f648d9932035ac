import { at } from '../../lib/at.ts';
import { type BrokenPromise, worstBroken } from '../findings/broken.ts';
import { momentOfRound, MOMENTS } from '../topics/moments.ts';
import type { MomentKind, MomentRecord } from '../vocabulary/events.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import type { BrokenView, MomentView } from './tableView.ts';
import { tenths } from './tenths.ts';

/** Which moments give way to the broken promise, the first of these first. */
const leastTelling: readonly MomentKind[] = [
  'firstRound',
  'commonRulesGrew',
  'steepestRise',
  'steepestFall',
  'lockOpened',
  'stageReached',
];

/** Cached for an ended session. */
const known = new WeakMap<readonly RoundRecord[], readonly MomentView[]>();

/**
 * The moments of an ended session, at most three. The record holds those found by the dial and the stages; the broken promise that
 * hurt most is computed from agreements and ledger, so that older records show it too. It joins the moment of its round, or is a
 * moment of its own.
 */
export function momentViews(state: SessionState): readonly MomentView[] {
  if (state.phase.name !== 'ended') return [];
  const found = known.get(state.rounds) ?? withBroken(state, state.phase.moments);
  known.set(state.rounds, found);
  return found;
}

function withBroken(state: SessionState, moments: readonly MomentRecord[]): readonly MomentView[] {
  const worst = worstBroken(state);
  if (worst === null) return moments.map((moment) => viewOf(moment, moment.kind, null));
  if (moments.some(({ round }) => round === worst.round))
    return moments.map((moment) => viewOf(moment, moment.kind, moment.round === worst.round ? worst : null));
  const others = moments.length < MOMENTS ? moments : withoutLeast(moments);
  const own = momentOfRound(state, at(state.rounds, worst.round - 1), 'steepestFall');
  return [
    ...others.map((moment) => viewOf(moment, moment.kind, null)),
    viewOf(own, 'promiseBroke', worst),
  ].toSorted((a, b) => a.round - b.round);
}

function withoutLeast(moments: readonly MomentRecord[]): readonly MomentRecord[] {
  const [least] = moments.toSorted((a, b) => leastTelling.indexOf(a.kind) - leastTelling.indexOf(b.kind));
  return moments.filter((moment) => moment !== least);
}

function viewOf(
  { round, direction, stage, seats }: MomentRecord,
  kind: MomentView['kind'],
  broken: BrokenPromise | null,
): MomentView {
  return {
    round,
    kind,
    direction: tenths(direction),
    stage,
    seats: seats.map((witness) => ({ ...witness, effect: tenths(witness.effect) })),
    broken: broken === null ? null : brokenView(broken),
  };
}

function brokenView({ by, towards, clauses, secret, trust, standing }: BrokenPromise): BrokenView {
  return { by, towards, clauses, secret, trust: tenths(trust), standing: tenths(standing) };
}
