import { assertNever } from '../lib/assertNever.ts';
import { type ActionId, HOLD, type Order } from '../model/actions.ts';
import { bridgeOrder, capacityTargets, dialogueTargets, operationTargets, restrictTargets } from './aims.ts';
import { ownBlocs, type Reading, ownSide } from './reading.ts';
import type { Chance } from '../session/views/sight.ts';

/**
 * Substitutes for a card that is not dealt: the nearest of the same character that newcomers have too. After the last comes
 * *hold*.
 */
const substitutes: Readonly<Record<ActionId, readonly ActionId[]>> = {
  dialogue: ['commit'],
  commit: ['dialogue'],
  'build-capacity': ['dialogue', 'commit'],
  'open-standards': ['commit', 'dialogue'],
  bridge: ['dialogue', 'commit'],
  'join-functional': [],
  'join-exclusive': ['harden'],
  leave: [],
  'open-bloc': ['dialogue', 'commit'],
  harden: [],
  restrict: ['harden'],
  localize: ['harden'],
  'build-force': ['restrict', 'harden'],
  'roll-back': ['dialogue', 'commit'],
  hold: [],
};

/**
 * The order for an action that the bot wants to play, with the targets it would name; a closed card is replaced by its substitute.
 */
export function choose(reading: Reading, chance: Chance, wanted: ActionId): Order {
  for (const action of [wanted, ...substitutes[wanted]]) {
    if (!reading.sight.open.includes(action)) continue;
    const order = orderFor(reading, chance, action);
    if (order !== null) return order;
  }
  return HOLD;
}

/** A choice by one draw: the first action whose bound exceeds it, otherwise the last resort. */
export function byDraw(
  draw: number,
  table: readonly (readonly [number, ActionId])[],
  otherwise: ActionId,
): ActionId {
  for (const [bound, action] of table) if (draw < bound) return action;
  return otherwise;
}

/** The order of an action as a bot plays it, dealt or not; null if there is nobody to name. */
export function orderFor(reading: Reading, chance: Chance, action: ActionId): Order | null {
  switch (action) {
    case 'dialogue':
      return { action, targets: dialogueTargets(reading, chance) };
    case 'build-capacity':
      return { action, targets: capacityTargets(reading, chance) };
    case 'restrict': {
      const targets = restrictTargets(reading);
      return targets.length === 0 ? null : { action, targets };
    }
    case 'build-force':
      return { action, targets: operationTargets(reading) };
    case 'bridge':
      return bridgeOrder(reading, chance);
    case 'join-functional':
      return { action, field: chance() < 0.5 ? 0 : 1, side: ownSide(reading) };
    case 'join-exclusive':
      return { action, side: ownSide(reading) };
    case 'leave': {
      const [bloc] = ownBlocs(reading);
      return bloc === undefined ? null : { action, bloc: bloc.id };
    }
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return { action };
    default:
      return assertNever(action);
  }
}
