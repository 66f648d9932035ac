import { assertNever } from '../lib/assertNever.ts';
import type { Order } from './actions.ts';
import type { Bloc, ExclusiveBloc, SeatId, Setting, World } from './world.ts';

/** Why an order is refused; an illegal order is never turned into another one. [model D.2] */
export const orderFaults = [
  'targetsMissing',
  'tooManyTargets',
  'unknownSeat',
  'selfTarget',
  'duplicateTarget',
  'operationWithoutTarget',
  'unknownBloc',
  'wrongBlocKind',
  'wrongField',
  'fieldMissing',
  'notMember',
  'noCamp',
  'pairInvalid',
  'groupsNotAllowed',
  'groupInvalid',
  'nothingToDo',
  'fieldNotCoordinable',
] as const;
/** A reason why an order is not allowed. */
export type OrderFault = (typeof orderFaults)[number];

/** Most targets that a targeted action names at a table of n seats: 1, 2 or 3. [model D] */
export function maxTargets(n: number): number {
  if (n < 8) return 1;
  return n <= 20 ? 2 : 3;
}

/** The first fault of an order, judged by the state at the start of the round, or null if it is legal. [model D.2] */
export function legalityOf(setting: Setting, world: World, seat: number, order: Order): OrderFault | null {
  switch (order.action) {
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
      return order.targets.length === 0 ? 'targetsMissing' : faultOfTargets(setting, seat, order.targets);
    case 'build-force': {
      const { targets = [], operation } = order;
      if (operation !== undefined && targets.length === 0) return 'operationWithoutTarget';
      return faultOfTargets(setting, seat, targets);
    }
    case 'bridge':
      return faultOfBridge(setting, world, seat, order);
    case 'join-functional':
      return faultOfJoiningGroup(world, order);
    case 'join-exclusive': {
      if (order.bloc === undefined) return null;
      const bloc = blocNamed(world, order.bloc);
      return bloc === null ? 'unknownBloc' : bloc.kind === 'exclusive' ? null : 'wrongBlocKind';
    }
    case 'leave': {
      const bloc = blocNamed(world, order.bloc);
      return bloc === null ? 'unknownBloc' : bloc.members.includes(seat) ? null : 'notMember';
    }
    case 'open-bloc':
      return activeCampOf(setting, world, seat) === null ? 'noCamp' : null;
    case 'commit':
    case 'open-standards':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return null;
    default:
      return assertNever(order);
  }
}

function faultOfTargets(setting: Setting, seat: number, targets: readonly SeatId[]): OrderFault | null {
  if (targets.length > maxTargets(setting.seats.length)) return 'tooManyTargets';
  if (targets.some((target) => indexOf(setting, target) < 0)) return 'unknownSeat';
  if (targets.some((target) => indexOf(setting, target) === seat)) return 'selfTarget';
  return new Set(targets).size < targets.length ? 'duplicateTarget' : null;
}

function faultOfJoiningGroup(
  world: World,
  { bloc: id, field }: Extract<Order, { action: 'join-functional' }>,
): OrderFault | null {
  if (id === undefined) return field === undefined ? 'fieldMissing' : null;
  const bloc = blocNamed(world, id);
  if (bloc === null) return 'unknownBloc';
  if (bloc.kind !== 'functional') return 'wrongBlocKind';
  return field === undefined || field === bloc.field ? null : 'wrongField';
}

function faultOfBridge(
  setting: Setting,
  world: World,
  seat: number,
  order: Extract<Order, { action: 'bridge' }>,
): OrderFault | null {
  const { pair, groups, coordinate } = order;
  if (pair === undefined && coordinate === undefined) return 'nothingToDo';
  if (coordinate !== undefined) {
    const groupsOfField = world.blocs.filter(
      (bloc) => bloc.kind === 'functional' && bloc.field === coordinate,
    );
    if (groupsOfField.length < 2) return 'fieldNotCoordinable';
  }
  if (pair === undefined) return groups === undefined ? null : 'groupsNotAllowed';
  const [a, b] = pair.map((end) => indexOf(setting, end));
  if (a === undefined || b === undefined || a < 0 || b < 0) return 'unknownSeat';
  if (pair.length !== 2 || a === b || a === seat || b === seat) return 'pairInvalid';
  return groups === undefined ? null : faultOfGroups(setting, world, seat, [a, b], groups);
}

function faultOfGroups(
  setting: Setting,
  world: World,
  seat: number,
  [a, b]: readonly [number, number],
  groups: readonly [readonly SeatId[], readonly SeatId[]],
): OrderFault | null {
  const camps = [activeCampOf(setting, world, a), activeCampOf(setting, world, b)] as const;
  if (camps[0] === null || camps[1] === null || camps[0].id === camps[1].id) return 'groupsNotAllowed';
  const fits = (group: readonly SeatId[], end: number, camp: ExclusiveBloc) => {
    const seats = group.map((member) => indexOf(setting, member));
    const belong = seats.every((member) => member !== seat && camp.members.includes(member));
    const small = seats.length <= maxTargets(setting.seats.length) + 1;
    return belong && small && seats.includes(end) && new Set(seats).size === seats.length;
  };
  return fits(groups[0], a, camps[0]) && fits(groups[1], b, camps[1]) ? null : 'groupInvalid';
}

function indexOf(setting: Setting, seat: SeatId): number {
  return setting.seats.findIndex(({ id }) => id === seat);
}

function blocNamed(world: World, id: number): Bloc | null {
  return world.blocs.find((bloc) => bloc.id === id) ?? null;
}

/** The camp a seat is in, if it has enough members to be active. [model D.1] */
export function activeCampOf(setting: Setting, world: World, seat: number): ExclusiveBloc | null {
  for (const bloc of world.blocs) {
    if (bloc.kind !== 'exclusive' || !bloc.members.includes(seat)) continue;
    return bloc.members.length >= setting.parameters.campMin ? bloc : null;
  }
  return null;
}
