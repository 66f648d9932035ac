import { at } from '../../lib/at.ts';
import { unpackLedger } from '../../model/ledger.ts';
import { MICRO, type Micro } from '../../model/micro.ts';
import type { SeatId } from '../../model/world.ts';
import type { Agreement, Evidence } from '../vocabulary/agreements.ts';
import type { Clause } from '../vocabulary/clauses.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** A promise that a state broke, and how much trust the ledger says it lost by that alone. */
export interface BrokenPromise {
  readonly round: number;
  readonly by: SeatId;
  /** The parties towards whom it was broken, in the order of the seats. */
  readonly towards: readonly SeatId[];
  readonly clauses: readonly Clause[];
  readonly secret: boolean;
  /** Change of the trust of those it was broken towards, on average. */
  readonly trust: Micro;
  /** Change of its standing: the trust of all others in it, by weight. */
  readonly standing: Micro;
}

/** A broken promise counts as hurting if its partners' trust fell by three points, or the author's standing by two. */
const HURT = { trust: 0.03 * MICRO, standing: 0.02 * MICRO };

/**
 * Every promise that a state broke in a session, round by round. Includes secret agreements: they are open once the session has
 * ended.
 */
export function brokenPromises(state: SessionState): readonly BrokenPromise[] {
  return state.rounds.flatMap((record) => brokenIn(state, record));
}

/** The broken promise that cost its author most; null if none hurt. */
export function worstBroken(state: SessionState): BrokenPromise | null {
  const hurting = brokenPromises(state).filter(
    ({ trust, standing }) => trust <= -HURT.trust || standing <= -HURT.standing,
  );
  return hurting.toSorted((a, b) => a.standing - b.standing || a.trust - b.trust)[0] ?? null;
}

function brokenIn(state: SessionState, record: RoundRecord): readonly BrokenPromise[] {
  const breaches = breachesIn(state.agreements, record.round);
  if (breaches.length === 0) return [];
  const losses = lossesIn(state, record);
  return state.seats.flatMap(({ id: by }): readonly BrokenPromise[] => {
    const own = breaches.filter(({ proof }) => proof.seat === by);
    if (own.length === 0) return [];
    const hurt = new Set(own.flatMap(({ proof }) => proof.towards));
    const towards = state.seats.map(({ id }) => id).filter((id) => hurt.has(id));
    return [
      {
        round: record.round,
        by,
        towards,
        clauses: clausesOf(own),
        secret: own.every(({ agreement }) => agreement.secrecy === 'secret'),
        ...lossOf(state, losses, by, towards),
      },
    ];
  });
}

interface Breach {
  readonly agreement: Agreement;
  readonly proof: Evidence;
}

function breachesIn(agreements: readonly Agreement[], round: number): readonly Breach[] {
  return agreements.flatMap((agreement) =>
    agreement.judgements
      .filter((judgement) => judgement.round === round)
      .flatMap(({ evidence }) => evidence.filter(({ kept }) => !kept).map((proof) => ({ agreement, proof }))),
  );
}

function clausesOf(breaches: readonly Breach[]): readonly Clause[] {
  return [...new Set(breaches.map(({ agreement, proof }) => at(agreement.clauses, proof.clause)))];
}

/** For each pair of seats, how much broken promises lowered the trust of the first in the second. */
function lossesIn({ seats }: SessionState, record: RoundRecord): readonly Micro[] {
  const losses = seats.flatMap(() => seats.map(() => 0));
  for (const entry of unpackLedger(record.ledger)) {
    if (!('quantity' in entry) || entry.quantity !== 'trust') continue;
    if (entry.reason !== 'pledgeBroken' && entry.reason !== 'pledgeBrokenToAnother') continue;
    losses[entry.at] = at(losses, entry.at) + entry.delta;
  }
  return losses;
}

function lossOf(
  { basis, seats }: SessionState,
  losses: readonly Micro[],
  by: SeatId,
  towards: readonly SeatId[],
): Pick<BrokenPromise, 'trust' | 'standing'> {
  const indexOf = (seat: SeatId): number => seats.findIndex(({ id }) => id === seat);
  const lost = (observer: number): Micro => at(losses, observer * seats.length + indexOf(by));
  const others = basis.setting.seats
    .map(({ weight }, index) => ({ weight, index }))
    .filter(({ index }) => index !== indexOf(by));
  const weights = others.reduce((sum, { weight }) => sum + weight, 0);
  const trust = towards.reduce((sum, seat) => sum + lost(indexOf(seat)), 0) / Math.max(1, towards.length);
  const standing = others.reduce((sum, { weight, index }) => sum + weight * lost(index), 0) / weights;
  return { trust: Math.round(trust), standing: Math.round(standing) };
}
