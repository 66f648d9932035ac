import type { BlocId, Field, SeatId, Side } from './world.ts';

/** The three families of action in the order the table shows them; `none` holds only *hold*. */
export const families = ['cooperate', 'blocs', 'securitize', 'none'] as const;
/** A family of actions. */
export type Family = (typeof families)[number];

/** Every action a seat may order, in the fixed order of the cards. */
export const actionIds = [
  'dialogue',
  'commit',
  'build-capacity',
  'open-standards',
  'bridge',
  'join-functional',
  'join-exclusive',
  'leave',
  'open-bloc',
  'harden',
  'restrict',
  'localize',
  'build-force',
  'roll-back',
  'hold',
] as const;
/** An action a seat may order. */
export type ActionId = (typeof actionIds)[number];

/**
 * What one seat does in one round. Seats are named by stable id. `side` defaults to the sign of the seat's position;
 * `operation` fixes an outcome that is otherwise drawn and is for scripts only. [model D.2]
 */
export type Order =
  | { readonly action: 'dialogue' | 'build-capacity' | 'restrict'; readonly targets: readonly SeatId[] }
  | {
      readonly action:
        | 'commit'
        | 'open-standards'
        | 'open-bloc'
        | 'harden'
        | 'localize'
        | 'roll-back'
        | 'hold';
    }
  | {
      readonly action: 'bridge';
      readonly pair?: readonly [SeatId, SeatId];
      readonly groups?: readonly [readonly SeatId[], readonly SeatId[]];
      readonly coordinate?: Field;
    }
  | {
      readonly action: 'join-functional';
      readonly field?: Field;
      readonly bloc?: BlocId;
      readonly side?: Side;
    }
  | { readonly action: 'join-exclusive'; readonly bloc?: BlocId; readonly side?: Side }
  | { readonly action: 'leave'; readonly bloc: BlocId }
  | { readonly action: 'build-force'; readonly targets?: readonly SeatId[]; readonly operation?: Operation };

/** Whether the author of a covert operation became known. */
export type Operation = 'attributed' | 'unattributed';

/** The family that an action belongs to. */
export const familyOf: Readonly<Record<ActionId, Family>> = {
  dialogue: 'cooperate',
  commit: 'cooperate',
  'build-capacity': 'cooperate',
  'open-standards': 'cooperate',
  bridge: 'cooperate',
  'join-functional': 'blocs',
  'join-exclusive': 'blocs',
  leave: 'blocs',
  'open-bloc': 'blocs',
  harden: 'securitize',
  restrict: 'securitize',
  localize: 'securitize',
  'build-force': 'securitize',
  'roll-back': 'securitize',
  hold: 'none',
};

/** The order of a seat that gives none. */
export const HOLD: Order = { action: 'hold' };
