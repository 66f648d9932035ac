import { type ActionId, type Operation, type Order, HOLD } from '../actions.ts';
import { effectsOf, isReferenceEvent, referenceEvents } from '../eventDeck.ts';
import type { Reason } from '../reasons.ts';
import type { RoundInput } from '../roundInput.ts';
import {
  type BlocId,
  type Pledge,
  type Recognition,
  type SeatId,
  type Setting,
  type Side,
  type WorldEffect,
  type WorldEvent,
  WRITTEN_EVENT,
  sideOf,
} from '../world.ts';
import { NO_INDEX } from './book.ts';
import { profilesFor } from './profiles.ts';

/** How the outcome of an operation is found: given, drawn, or taken at its expected effect (previews). */
export type OperationOutcome = Operation | 'drawn' | 'expected';

/** An order with seats as indices and every argument present; −1 stands for a missing number. */
export interface Move {
  readonly action: ActionId;
  readonly targets: readonly number[];
  /** Seats that this move engages. [model D.2] */
  readonly engages: readonly number[];
  /** The two seats of a bridge. */
  readonly pair: readonly [number, number] | null;
  readonly groups: readonly [readonly number[], readonly number[]] | null;
  readonly coordinate: number;
  readonly field: number;
  readonly bloc: number;
  readonly side: Side;
  readonly outcome: OperationOutcome;
}

/** A pledge with seats as indices. */
export interface IndexedPledge {
  readonly between: readonly [number, number];
  readonly breachedBy: readonly number[];
  readonly public: boolean;
}

/** A world event with seats as indices, −1 where it names none. */
export interface IndexedEvent {
  readonly reason: Reason;
  /** Its place among the events of the round if the reason does not tell which it is, else −1. */
  readonly place: number;
  readonly effects: readonly WorldEffect[];
  readonly victim: number;
  readonly blamed: number;
}

/** Everything that a round is resolved from, with seats as indices. */
export interface RoundPlan {
  readonly seed: number;
  readonly moves: readonly Move[];
  readonly events: readonly IndexedEvent[];
  readonly pledges: readonly IndexedPledge[];
  readonly recognitions: readonly Recognition[];
  readonly corridors: readonly (readonly [number, number])[];
  readonly expelled: readonly { readonly seat: number; readonly bloc: BlocId }[];
}

/** Turns a round's input into indices; `operations` says how open outcomes are found. Throws on an unknown seat. */
export function planRound(
  setting: Setting,
  input: RoundInput,
  operations: 'drawn' | 'expected' = 'drawn',
): RoundPlan {
  const { index } = profilesFor(setting.seats);
  const find = (seat: SeatId): number => {
    const i = index.get(seat);
    if (i === undefined) throw new Error(`no seat ${seat}`);
    return i;
  };
  for (const seat of Object.keys(input.orders)) find(seat);
  return {
    seed: input.seed,
    moves: setting.seats.map(({ id, position }) => {
      const order = Object.hasOwn(input.orders, id) ? (input.orders[id] ?? HOLD) : HOLD;
      return moveOf(order, sideOf(position), find, operations);
    }),
    events: input.events.map((event, place) => indexedEvent(event, place, find)),
    pledges: input.pledges.map((pledge) => indexedPledge(pledge, find)),
    recognitions: input.recognitions,
    corridors: (input.corridors ?? []).map(([a, b]) => [find(a), find(b)] as const),
    expelled: (input.expelled ?? []).map(({ seat, bloc }) => ({ seat: find(seat), bloc })),
  };
}

const NOBODY: readonly number[] = [];

function moveOf(
  order: Order,
  lean: Side,
  find: (seat: SeatId) => number,
  operations: 'drawn' | 'expected',
): Move {
  switch (order.action) {
    case 'dialogue':
    case 'build-capacity':
      return targeted(order.action, order.targets.map(find), true);
    case 'restrict':
      return targeted('restrict', order.targets.map(find), false);
    case 'build-force': {
      const outcome = operations === 'expected' ? operations : (order.operation ?? operations);
      return { ...targeted('build-force', (order.targets ?? []).map(find), false), outcome };
    }
    case 'bridge':
      return { ...plain('bridge'), ...bridgeOf(order, find) };
    case 'join-functional':
      return {
        ...plain(order.action),
        bloc: order.bloc ?? NO_INDEX,
        side: order.side ?? lean,
        field: order.field ?? NO_INDEX,
      };
    case 'join-exclusive':
      return { ...plain(order.action), bloc: order.bloc ?? NO_INDEX, side: order.side ?? lean };
    case 'leave':
      return { ...plain(order.action), bloc: order.bloc };
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return plain(order.action);
  }
}

function plain(action: ActionId): Move {
  return targeted(action, NOBODY, false);
}

function targeted(action: ActionId, targets: readonly number[], engaging: boolean): Move {
  return {
    action,
    targets,
    engages: engaging ? targets : NOBODY,
    pair: null,
    groups: null,
    coordinate: NO_INDEX,
    field: NO_INDEX,
    bloc: NO_INDEX,
    side: 1,
    outcome: 'drawn',
  };
}

function bridgeOf(order: Extract<Order, { action: 'bridge' }>, find: (seat: SeatId) => number) {
  const coordinate = order.coordinate ?? NO_INDEX;
  if (!order.pair) return { coordinate };
  const pair = [find(order.pair[0]), find(order.pair[1])] as const;
  const groups = order.groups
    ? ([order.groups[0].map(find), order.groups[1].map(find)] as const)
    : ([[pair[0]], [pair[1]]] as const);
  return { coordinate, pair, groups, engages: pair };
}

function indexedEvent(event: WorldEvent, place: number, find: (seat: SeatId) => number): IndexedEvent {
  const { id, victim, blamed } = event;
  const named = {
    effects: effectsOf(event),
    victim: victim === undefined ? NO_INDEX : find(victim),
    blamed: blamed === undefined ? NO_INDEX : find(blamed),
  };
  if (event.effects === undefined && isReferenceEvent(id))
    return { ...named, reason: referenceEvents[id].reason, place: NO_INDEX };
  return { ...named, reason: id === WRITTEN_EVENT ? 'inject' : 'scenarioEvent', place };
}

function indexedPledge(pledge: Pledge, find: (seat: SeatId) => number): IndexedPledge {
  const between = [find(pledge.between[0]), find(pledge.between[1])] as const;
  const breachedBy = [...new Set(pledge.breachedBy.map(find))];
  return { between, breachedBy, public: pledge.public };
}

/** The moves of the second and later passes of a round: no operation and no change of membership. [model D.10] */
export function laterMoves(moves: readonly Move[]): readonly Move[] {
  return moves.map((move) => {
    if (move.action === 'build-force') return { ...move, targets: [] };
    return move.action === 'join-functional' || move.action === 'leave' ? plain('hold') : move;
  });
}

/** Whether one seat's move engages another. [model D.2] */
export function engages(moves: readonly Move[], who: number, whom: number): boolean {
  return moves[who]?.engages.includes(whom) === true;
}
