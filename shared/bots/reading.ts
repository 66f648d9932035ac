import { at, num } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import { type Derived, derive } from '../model/indicators.ts';
import { activeCampOf, maxTargets } from '../model/legality.ts';
import { toUnits } from '../model/micro.ts';
import type { Bloc, ExclusiveBloc, SeatId, Side, World } from '../model/world.ts';
import type { Sight } from '../session/views/sight.ts';

/** A bot's sight with helpers. Derived numbers are computed on first use, once. */
export interface Reading {
  readonly sight: Sight;
  /** Number of seats. */
  readonly n: number;
  /** The bot's own seat index. */
  readonly me: number;
  /** k: most targets that one order may name. */
  readonly reach: number;
  readonly derived: () => Derived;
}

/** Starts reading a sight. */
export function readingOf(sight: Sight): Reading {
  const n = sight.setting.seats.length;
  let known: Derived | null = sight.derived ?? null;
  const derived = () => {
    known ??= derive(sight.setting, sight.world);
    return known;
  };
  return { sight, n, me: sight.seat, reach: maxTargets(n), derived };
}

/** The stable id of a seat index. */
export function idOf(reading: Reading, seat: number): SeatId {
  return at(reading.sight.seats, seat);
}

/** Weight of a seat in the world, mean 1. */
export function weightOf(reading: Reading, seat: number): number {
  return at(reading.sight.setting.seats, seat).weight;
}

type SeatQuantity = 'development' | 'defence' | 'localization' | 'force';

/** One of a seat's own quantities, 0..1. */
export function quantityOf(reading: Reading, quantity: SeatQuantity, seat: number): number {
  return toUnits(at(reading.sight.world[quantity], seat));
}

/** Trust or restriction that one seat holds towards another, 0..1. */
export function towards(reading: Reading, quantity: 'trust' | 'restriction', i: number, j: number): number {
  return toUnits(at(reading.sight.world[quantity], i * reading.n + j));
}

/** Threat that the bot feels as a whole, 0..1. */
export function threatFelt(reading: Reading): number {
  return num(reading.derived().threat, reading.me);
}

/** Threat that the bot feels from one seat, 0..1. */
export function threatFrom(reading: Reading, seat: number): number {
  return num(reading.derived().threatBy, reading.me * reading.n + seat);
}

/** The bot's mean trust in the others by their weight, 0..1. */
export function meanTrust(reading: Reading): number {
  const { n, me } = reading;
  let weight = 0;
  let trust = 0;
  for (let j = 0; j < n; j += 1) {
    if (j === me) continue;
    weight += weightOf(reading, j);
    trust += weightOf(reading, j) * towards(reading, 'trust', me, j);
  }
  return trust / weight;
}

/** The bot's restrictions on others, weighted by whom they hit; a share of the world. */
export function ownRestrictions(reading: Reading): number {
  const { n, me } = reading;
  let sum = 0;
  for (let j = 0; j < n; j += 1) {
    if (j !== me) sum += (towards(reading, 'restriction', me, j) * weightOf(reading, j)) / n;
  }
  return sum;
}

/** All seat indices but the bot's own. */
export function othersOf(reading: Reading): number[] {
  const seats: number[] = [];
  for (let j = 0; j < reading.n; j += 1) if (j !== reading.me) seats.push(j);
  return seats;
}

/** The side to which the bot's own position inclines. */
export function ownSide(reading: Reading): Side {
  return at(reading.sight.setting.seats, reading.me).position >= 0 ? 1 : -1;
}

/** The camp that the bot is a member of, dormant or not. */
export function ownCamp(reading: Reading): ExclusiveBloc | null {
  return campsIn(reading.sight.world).find((camp) => camp.members.includes(reading.me)) ?? null;
}

/** The camp that the bot is in, if it has enough members to be active. */
export function activeCamp(reading: Reading): ExclusiveBloc | null {
  return activeCampOf(reading.sight.setting, reading.sight.world, reading.me);
}

/** The camps with enough members to be active, by id. */
export function activeCamps(reading: Reading): readonly ExclusiveBloc[] {
  const least = reading.sight.setting.parameters.campMin;
  return campsIn(reading.sight.world).filter((camp) => camp.members.length >= least);
}

/** The blocs that the bot is a member of, camp first. */
export function ownBlocs(reading: Reading): readonly Bloc[] {
  const mine = reading.sight.world.blocs.filter((bloc) => bloc.members.includes(reading.me));
  return [
    ...mine.filter((bloc) => bloc.kind === 'exclusive'),
    ...mine.filter((bloc) => bloc.kind === 'functional'),
  ];
}

/** Whether the bot is in a functional group of any field. */
export function isInGroup(reading: Reading): boolean {
  return ownBlocs(reading).some((bloc) => bloc.kind === 'functional');
}

/** Who restricted the bot or ran an operation against it in the last round, by seat index. */
export function hitBy(reading: Reading): number[] {
  return authorsOf(reading, (order) => {
    const hostile = order.action === 'restrict' || order.action === 'build-force';
    return hostile && (order.targets ?? []).includes(idOf(reading, reading.me));
  });
}

/** Who opened a dialogue with the bot in the last round, by seat index. */
export function spokeTo(reading: Reading): number[] {
  return authorsOf(reading, (order) => {
    return order.action === 'dialogue' && order.targets.includes(idOf(reading, reading.me));
  });
}

function authorsOf(reading: Reading, picks: (order: Order) => boolean): number[] {
  const authors: number[] = [];
  (reading.sight.lastOrders ?? []).forEach((order, j) => {
    if (j !== reading.me && picks(order)) authors.push(j);
  });
  return authors;
}

function campsIn(world: World): ExclusiveBloc[] {
  return world.blocs.filter((bloc) => bloc.kind === 'exclusive');
}
