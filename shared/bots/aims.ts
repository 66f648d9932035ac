import { at } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import type { Field, SeatId } from '../model/world.ts';
import {
  activeCamp,
  activeCamps,
  idOf,
  othersOf,
  quantityOf,
  type Reading,
  spokeTo,
  threatFrom,
  towards,
  weightOf,
} from './reading.ts';
import type { Chance } from '../session/views/sight.ts';

/**
 * Whom to open a dialogue with: heavy states that I trust little and that trust me; first of all those who spoke to me. [model
 * D.8]
 */
export function dialogueTargets(reading: Reading, chance: Chance): SeatId[] {
  const { me } = reading;
  const callers = spokeTo(reading);
  return highest(reading, reading.reach, othersOf(reading), (j) => {
    const worth = weightOf(reading, j) * (1 - towards(reading, 'trust', me, j));
    const called = callers.includes(j) ? 1.2 : 0;
    return worth * (0.3 + towards(reading, 'trust', j, me)) + called + 0.3 * chance();
  });
}

/** Whom to build capacity in: the least developed, with a little chance. [model D.8] */
export function capacityTargets(reading: Reading, chance: Chance): SeatId[] {
  return highest(reading, reading.reach, othersOf(reading), (j) => {
    return 1 - quantityOf(reading, 'development', j) + 0.3 * chance();
  });
}

/** Whom to restrict: the threatening, the heavy and the not yet restricted; never a camp-mate. [model D.8] */
export function restrictTargets(reading: Reading): SeatId[] {
  const mates = activeCamp(reading)?.members ?? [];
  const seats = othersOf(reading).filter((j) => !mates.includes(j));
  return highest(reading, reading.reach, seats, (j) => {
    const free = 1 - towards(reading, 'restriction', reading.me, j);
    return threatFrom(reading, j) * (0.5 + weightOf(reading, j)) * free;
  });
}

/** Whom an operation hits: the most threatening, half as many as an order may name. [model D.8] */
export function operationTargets(reading: Reading): SeatId[] {
  const count = Math.floor((reading.reach + 1) / 2);
  return highest(reading, count, othersOf(reading), (j) => threatFrom(reading, j));
}

/**
 * Whom to bring together: two active camps through their heaviest members; else the heavy pair with least trust in each other
 * whose lesser trust in me is largest; and which rulebooks to link. [model D.8]
 */
export function bridgeOrder(reading: Reading, chance: Chance): Order {
  const field = fieldToCoordinate(reading);
  const coordinate = field === null ? {} : { coordinate: field };
  const camps = bridgeOfCamps(reading);
  if (camps !== null) return { action: 'bridge', ...camps, ...coordinate };
  const [a, b] = estrangedPair(reading, chance);
  return { action: 'bridge', pair: [idOf(reading, a), idOf(reading, b)], ...coordinate };
}

/**
 * The bridge that a promise asks for: between that state and the one that it and the other trust each other least, or between the
 * two most estranged; without dice. Null without two others.
 */
export function promisedBridge(reading: Reading, seat: SeatId | null): Order | null {
  const pairs = pairsOf(reading).filter(
    (pair) => seat === null || pair.some((end) => idOf(reading, end) === seat),
  );
  if (pairs.length === 0) return null;
  const [a, b] = estrangedPair(reading, () => 0.5, pairs);
  return { action: 'bridge', pair: [idOf(reading, a), idOf(reading, b)] };
}

function pairsOf(reading: Reading): readonly (readonly [number, number])[] {
  const seats = othersOf(reading);
  return seats.flatMap((a) => seats.filter((b) => b > a).map((b) => [a, b] as const));
}

function bridgeOfCamps(reading: Reading) {
  const [first, second] = activeCamps(reading);
  if (first === undefined || second === undefined) return null;
  const left = heaviest(reading, first.members);
  const right = heaviest(reading, second.members);
  const [a] = left;
  const [b] = right;
  if (a === undefined || b === undefined) return null;
  return { pair: [a, b] as const, groups: [left, right] as const };
}

function heaviest(reading: Reading, members: readonly number[]): SeatId[] {
  const seats = members.filter((member) => member !== reading.me);
  return highest(reading, reading.reach + 1, seats, (j) => weightOf(reading, j));
}

function estrangedPair(
  reading: Reading,
  chance: Chance,
  pairs = pairsOf(reading),
): readonly [number, number] {
  const { me } = reading;
  let best = at(pairs, 0);
  let most = -1;
  for (const [a, b] of pairs) {
    const mutual = (towards(reading, 'trust', a, b) + towards(reading, 'trust', b, a)) / 2;
    const inMe = Math.min(towards(reading, 'trust', a, me), towards(reading, 'trust', b, me));
    const value = weightOf(reading, a) * weightOf(reading, b) * (1 - mutual) * inMe;
    const noisy = value * (0.8 + 0.4 * chance());
    if (noisy > most) {
      most = noisy;
      best = [a, b];
    }
  }
  return best;
}

/** The first field in which two groups exist and one of them is not coordinated. */
function fieldToCoordinate(reading: Reading): Field | null {
  const groups = reading.sight.world.blocs.filter((bloc) => bloc.kind === 'functional');
  const open = groups.find(
    (group) => !group.coordinated && groups.filter(({ field }) => field === group.field).length > 1,
  );
  return open?.field ?? null;
}

/** The ids of the seats with the highest values, best first; among equals the one seated first. */
function highest(
  reading: Reading,
  count: number,
  seats: readonly number[],
  valueOf: (seat: number) => number,
): SeatId[] {
  const best: Ranked[] = [];
  for (const seat of seats) {
    const ranked = { seat, value: valueOf(seat) };
    let place = best.length;
    while (place > 0 && isBefore(ranked, at(best, place - 1))) place -= 1;
    if (place >= count) continue;
    best.splice(place, 0, ranked);
    if (best.length > count) best.pop();
  }
  return best.map(({ seat }) => idOf(reading, seat));
}

interface Ranked {
  readonly seat: number;
  readonly value: number;
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.value > b.value || (a.value === b.value && a.seat < b.seat);
}
