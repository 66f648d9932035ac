import { type ActionId, actionIds } from '../../model/actions.ts';
import { at } from '../../lib/at.ts';
import { MICRO } from '../../model/micro.ts';
import type { Setting, World } from '../../model/world.ts';

/** In sessions of so few rounds, all cards are open from the start. */
export const LONG_SESSION = 12;

/**
 * The round in which each card is dealt. Cards that need a membership, or something to roll back, are dealt when there is an
 * occasion.
 */
export const dealtIn: Readonly<Record<ActionId, number>> = {
  dialogue: 1,
  commit: 1,
  'build-capacity': 3,
  'open-standards': 3,
  bridge: 4,
  'join-functional': 1,
  'join-exclusive': 1,
  leave: 1,
  'open-bloc': 1,
  harden: 1,
  restrict: 1,
  localize: 3,
  'build-force': 4,
  'roll-back': 1,
  hold: 1,
};

const deal = actionIds.map((action) => ({ action, from: dealtIn[action] }));

/** What the deck of one seat holds in a round, in the fixed order of the cards. */
export interface Deck {
  readonly open: readonly ActionId[];
  readonly later: readonly { readonly action: ActionId; readonly round: number }[];
}

/** The cards of a seat (by index) in a round counted from 1. [product, the deck] */
export function deckOf(setting: Setting, openDeck: boolean, world: World, round: number, seat: number): Deck {
  const open = openCards(setting, openDeck, world, round, seat);
  const later = actionIds
    .filter((action) => !open.includes(action) && hasOccasion(setting, world, seat, action))
    .map((action) => ({ action, round: dealtIn[action] }));
  return { open, later };
}

/** The cards that a seat (by index) may play in a round, in their fixed order. */
export function openCards(
  setting: Setting,
  openDeck: boolean,
  world: World,
  round: number,
  seat: number,
): readonly ActionId[] {
  const all = openDeck || setting.parameters.rounds >= LONG_SESSION;
  const open: ActionId[] = [];
  for (const { action, from } of deal) {
    if ((all || from <= round) && hasOccasion(setting, world, seat, action)) open.push(action);
  }
  return open;
}

function hasOccasion(setting: Setting, world: World, seat: number, action: ActionId): boolean {
  if (action === 'leave') return world.blocs.some((bloc) => bloc.members.includes(seat));
  if (action === 'open-bloc') return isInActiveCamp(setting, world, seat);
  if (action === 'roll-back') return hasMeasures(setting, world, seat);
  return true;
}

function isInActiveCamp(setting: Setting, world: World, seat: number): boolean {
  const least = setting.parameters.campMin;
  return world.blocs.some(
    (bloc) => bloc.kind === 'exclusive' && bloc.members.length >= least && bloc.members.includes(seat),
  );
}

function hasMeasures(setting: Setting, world: World, seat: number): boolean {
  const n = setting.seats.length;
  const floor = setting.parameters.rollFloor * MICRO;
  if (at(world.localization, seat) > 0.15 * MICRO || at(world.force, seat) > 0.2 * MICRO) return true;
  for (let j = 0; j < n; j++) if (at(world.restriction, seat * n + j) > floor) return true;
  return false;
}
