import type { Order } from '#shared/model/actions.ts';
import type { SessionLog } from '#shared/log/line.ts';
import type { BranchFault } from '#shared/run/branchPlan.ts';
import { promisesInRound } from '#shared/session/findings/otherWay.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { orderNamed } from './orderNamed.ts';

/** What somebody typed about a change. */
export interface ChangeOptions {
  readonly round: number;
  readonly order: readonly string[];
  readonly event?: string;
  readonly keep: readonly string[];
  readonly break: readonly string[];
  readonly unmade: readonly string[];
  readonly number: readonly string[];
  readonly hand: readonly string[];
  readonly others: 'recorded' | 'bots';
}

/** The change that somebody typed. `recorded` is the record at its end. Throws a sentence where it makes no sense. */
export function typedChange(log: SessionLog, recorded: SessionState, typed: ChangeOptions): BranchChange {
  const { round } = typed;
  const seats = log.header.seats;
  const orders = {
    ...promised(recorded, round, seats, typed),
    ...ordersOf(typed.order, seats),
  };
  const change: BranchChange = {
    round,
    orders,
    ...(typed.event === undefined ? {} : { event: typed.event === 'none' ? null : typed.event }),
    ...(typed.unmade.length === 0 ? {} : { unmade: typed.unmade }),
    ...(typed.number.length === 0 ? {} : { numbers: numbersOf(typed.number) }),
    ...(typed.hand.length === 0 ? {} : { hand: handOf(typed.hand, seats) }),
  };
  const isNothing = Object.keys(change).length === 2 && Object.keys(orders).length === 0;
  if (isNothing && typed.others === 'recorded')
    throw new CommandFailed('Say what is different, such as --order meridia=hold.', 2);
  return change;
}

function ordersOf(texts: readonly string[], seats: readonly string[]): Readonly<Record<string, Order>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [seat = '', card = ''] = text.split('=', 2);
      return [knownSeat(seat, seats), orderNamed(card, seats)];
    }),
  );
}

function knownSeat(seat: string, seats: readonly string[]): string {
  if (seats.includes(seat)) return seat;
  throw new CommandFailed(`There is no seat "${seat}". Choose from ${seats.join(', ')}.`, 2);
}

/** The orders with which seats keep, or break, what they promised for the round. */
function promised(
  recorded: SessionState,
  round: number,
  seats: readonly string[],
  typed: ChangeOptions,
): Readonly<Record<string, Order>> {
  const all = promisesInRound(recorded, round);
  const other = (seat: string, wasKept: boolean): readonly [string, Order] => {
    const mine = all.filter((one) => one.seat === knownSeat(seat, seats) && one.isKept === wasKept);
    const order = mine.find((one) => one.other !== null)?.other ?? null;
    if (order !== null) return [seat, order];
    const what = wasKept ? 'kept no promise that it could break' : 'broke no promise that it could keep';
    throw new CommandFailed(`${seat} ${what} in round ${round}.`);
  };
  return Object.fromEntries([
    ...typed.keep.map((seat) => other(seat, false)),
    ...typed.break.map((seat) => other(seat, true)),
  ]);
}

function numbersOf(texts: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', value = ''] = text.split('=', 2);
      if (value.trim() === '' || !Number.isFinite(Number(value)))
        throw new CommandFailed(`"${text}" is not a number of the rules, such as eventProb=0.5.`, 2);
      return [name, Number(value)];
    }),
  );
}

function handOf(texts: readonly string[], seats: readonly string[]): NonNullable<BranchChange['hand']> {
  const rounds = new Map<number, string[]>();
  for (const text of texts) {
    const place = text.indexOf(':');
    const round = Number(text.slice(0, Math.max(0, place)));
    if (!Number.isInteger(round) || round < 1)
      throw new CommandFailed(`"${text}" names no round, such as 4:meridia=hold.`, 2);
    rounds.set(round, [...(rounds.get(round) ?? []), text.slice(place + 1)]);
  }
  return [...rounds]
    .toSorted(([a], [b]) => a - b)
    .map(([round, orders]) => ({ round, orders: ordersOf(orders, seats) }));
}

/** Why there is no branch, as a sentence. */
export function faultText(fault: BranchFault, log: SessionLog): string {
  switch (fault.code) {
    case 'roundNotPlayed':
      return 'The record has not resolved that round.';
    case 'orderRefused':
      return `The rules refuse the order of ${fault.seat} in round ${fault.round}: ${fault.refusal}.`;
    case 'unknownEvent':
      return `There is no event "${fault.event}". Choose from none, ${log.header.scenario.events.map(({ id }) => id).join(', ')}.`;
    case 'unknownAgreement':
      return `The record has no agreement "${fault.agreement}".`;
    case 'unknownNumber':
      return `The rules have no number "${fault.name}" that may be set.`;
    case 'numberRefused':
      return `The number ${fault.name} goes from ${fault.from} to ${fault.to}.`;
  }
}
