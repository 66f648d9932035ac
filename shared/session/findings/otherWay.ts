import { HOLD, type Order } from '../../model/actions.ts';
import { at } from '../../lib/at.ts';
import { legalityOf } from '../../model/legality.ts';
import type { SeatId } from '../../model/world.ts';
import { deedsOwed } from '../topics/agreements/brokenWord.ts';
import { type Circumstances, circumstancesThen } from '../topics/agreements/circumstances.ts';
import { evidenceOf, isRestraint } from '../topics/agreements/judge.ts';
import { judgedIn } from '../topics/agreements/pledges.ts';
import { deckOf } from '../topics/deck.ts';
import { type Agreement, partiesIn } from '../vocabulary/agreements.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** A promise of a state in a resolved round, what became of it, and an order with which the other would have. */
export interface PromiseInRound {
  readonly agreement: string;
  readonly seat: SeatId;
  readonly isKept: boolean;
  /** An order with which a broken word would have been kept, or a kept one broken; null if the rules leave none. */
  readonly other: Order | null;
}

/** Every promise that was due in a resolved round, secret ones included, by agreement. */
export function promisesInRound(state: SessionState, round: number): readonly PromiseInRound[] {
  const record = state.rounds.find((one) => one.round === round);
  if (record === undefined) return [];
  const events = record.events.map(({ event }) => event);
  const about = circumstancesThen(state.seats, at(state.roundStarts, round - 1), events);
  const judged = judgedIn(state.agreements, round);
  return judged.flatMap((agreement) =>
    partiesIn(agreement, round).flatMap((seat): readonly PromiseInRound[] => {
      const due = dueOf(agreement, record, seat, about);
      if (due === null) return [];
      const other = due
        ? orderThatBreaks(state, record, agreement, seat, about)
        : orderThatKeeps(state, record, judged, seat, about);
      return [{ agreement: agreement.id, seat, isKept: due, other }];
    }),
  );
}

/** Whether a word that was due was kept; null if nothing was due. */
function dueOf(
  agreement: Agreement,
  { round, orders }: RoundRecord,
  seat: SeatId,
  about: Circumstances,
): boolean | null {
  const evidence = evidenceOf(agreement, round, seat, orders[seat] ?? HOLD, about);
  if (evidence.some(({ kept }) => !kept)) return false;
  return evidence.length > 0 || agreement.clauses.some(isRestraint) ? true : null;
}

/** The deed that is owed, or else *hold*, as far as it breaks no other word of the seat. */
function orderThatKeeps(
  state: SessionState,
  { round }: RoundRecord,
  judged: readonly Agreement[],
  seat: SeatId,
  about: Circumstances,
): Order | null {
  const owed = judged.flatMap((agreement) => deedsOwed(agreement, round, seat, about));
  const keepsAll = (order: Order): boolean =>
    judged.every((agreement) => !isBroken(agreement, round, seat, order, about));
  return [...owed, HOLD].find((order) => keepsAll(order) && isOpen(state, round, seat, order)) ?? null;
}

/** *Hold* where a deed was due, or else the first thing that was promised not to be done. A binding word cannot be broken. */
function orderThatBreaks(
  state: SessionState,
  { round }: RoundRecord,
  agreement: Agreement,
  seat: SeatId,
  about: Circumstances,
): Order | null {
  if (agreement.force === 'binding') return null;
  const others = state.seats.map(({ id }) => id).filter((id) => id !== seat);
  const partnersFirst = others.toSorted(
    (a, b) => Number(agreement.parties.includes(b)) - Number(agreement.parties.includes(a)),
  );
  const blows: readonly Order[] = [
    HOLD,
    ...partnersFirst.map((target): Order => ({ action: 'restrict', targets: [target] })),
    ...partnersFirst.map((target): Order => ({ action: 'build-force', targets: [target] })),
    { action: 'localize' },
    { action: 'join-exclusive' },
  ];
  const breaks = (order: Order): boolean => isBroken(agreement, round, seat, order, about);
  return blows.find((order) => breaks(order) && isOpen(state, round, seat, order)) ?? null;
}

function isBroken(
  agreement: Agreement,
  round: number,
  seat: SeatId,
  order: Order,
  about: Circumstances,
): boolean {
  return evidenceOf(agreement, round, seat, order, about).some(({ kept }) => !kept);
}

/** Whether the seat held the card in that round and might play it so. */
function isOpen(
  { basis, roundStarts, seats }: SessionState,
  round: number,
  seat: SeatId,
  order: Order,
): boolean {
  const before = at(roundStarts, round - 1);
  const index = seats.findIndex(({ id }) => id === seat);
  const { open } = deckOf(basis.setting, basis.options.openDeck, before, round, index);
  return open.includes(order.action) && legalityOf(basis.setting, before, index, order) === null;
}
