import { HOLD, type Order } from '../../../model/actions.ts';
import { legalityOf } from '../../../model/legality.ts';
import type { Micro } from '../../../model/micro.ts';
import { measureDirection } from '../../../model/resolve.ts';
import type { SeatId, World } from '../../../model/world.ts';
import type { Clause } from '../../vocabulary/clauses.ts';
import type { RoundRecord, SessionState } from '../../vocabulary/state.ts';
import { type Agreement, isOpenTo } from '../../vocabulary/agreements.ts';
import { inputOf } from '../round.ts';
import { agreedBy } from './atReveal.ts';
import { type Circumstances, circumstancesThen } from './circumstances.ts';
import { deedAsked } from './deeds.ts';
import { evidenceOf, isDeed } from './judge.ts';
import { judgedIn } from './pledges.ts';

/** Who asks: their seat, and whether they may read secret agreements as well. */
interface Reader {
  readonly seat: SeatId | null;
  readonly readsAll: boolean;
}

/**
 * What a state that broke its word moved on the dial in that round: the round as it was played minus the same round if the state
 * had kept its word, by the deed that it owed, or else by holding. Only agreements that the reader may read count, on both sides
 * of the comparison, so that a secret one shows in nothing. `before` is the world at the start of the round, as far as the reader
 * knows it. Null if the reader knows of no broken word.
 */
export function worldCostOf(
  { agreements, seats, basis }: SessionState,
  record: RoundRecord,
  before: World,
  seat: SeatId,
  reader: Reader,
): Micro | null {
  const { round } = record;
  const events = record.events.map(({ event }) => event);
  const about = circumstancesThen(seats, before, events);
  const known = judgedIn(agreements, round).filter(
    (agreement) => reader.readsAll || isOpenTo(agreement, reader.seat),
  );
  const breaks = (order: Order): boolean =>
    known.some((agreement) => evidenceOf(agreement, round, seat, order, about).some(({ kept }) => !kept));
  if (!breaks(record.orders[seat] ?? HOLD)) return null;
  const index = seats.findIndex(({ id }) => id === seat);
  const kept = known
    .flatMap((agreement) => deedsOwed(agreement, round, seat, about))
    .find((order) => !breaks(order) && legalityOf(basis.setting, before, index, order) === null);
  const input = inputOf(basis, record);
  const dialBy = (orders: RoundRecord['orders']): Micro =>
    measureDirection(basis.setting, before, { ...input, orders, ...agreedBy(known, round, orders, about) });
  return dialBy(record.orders) - dialBy({ ...record.orders, [seat]: kept ?? HOLD });
}

/** The orders that would do what an agreement asks of a seat by a round; a bridge can be built in many ways and is left out. */
export function deedsOwed(
  { clauses, parties }: Agreement,
  round: number,
  seat: SeatId,
  { groups }: Circumstances,
): readonly Order[] {
  const partner = parties.find((party) => party !== seat);
  return clauses.flatMap((clause) => {
    if (!isDeed(clause) || clause.byRound !== round || deedAsked(clause, seat, groups) === null) return [];
    return orderFor(clause, partner ?? null) ?? [];
  });
}

function orderFor(clause: Extract<Clause, { byRound: number }>, partner: SeatId | null): Order | null {
  switch (clause.kind) {
    case 'fund':
      return { action: 'build-capacity', targets: [clause.to] };
    case 'joinGroup':
      return { action: 'join-functional', bloc: clause.group };
    case 'review':
      return null;
    case 'carryOut': {
      const target = clause.towards === 'parties' ? partner : clause.towards;
      const { action } = clause;
      if (action === 'bridge') return null;
      if (action !== 'dialogue' && action !== 'build-capacity') return { action };
      return target === null ? null : { action, targets: [target] };
    }
  }
}
