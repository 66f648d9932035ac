import fc from 'fast-check';
import { type ActionId, HOLD, type Order, actionIds } from '#shared/model/actions.ts';
import { legalityOf, maxTargets } from '#shared/model/legality.ts';
import {
  type Pledge,
  type Setting,
  type World,
  type WorldEvent,
  worldEventIds,
} from '#shared/model/world.ts';
import type { RoundInput } from '#shared/model/roundInput.ts';

/** A stream of numbers in [0, 1) for test play. */
export type Chance = () => number;

/** A repeatable stream from a seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A legal order of an action, with random arguments; hold if the draw finds none. */
export function orderOf(
  setting: Setting,
  world: World,
  seat: number,
  action: ActionId,
  chance: Chance,
): Order {
  const others = setting.seats.map(({ id }) => id).filter((_, index) => index !== seat);
  const some = (most: number) => {
    const count = 1 + Math.floor(chance() * most);
    return others.toSorted(() => chance() - 0.5).slice(0, count);
  };
  const pick = (): Order => {
    switch (action) {
      case 'dialogue':
      case 'build-capacity':
      case 'restrict':
        return { action, targets: some(maxTargets(setting.seats.length)) };
      case 'build-force':
        return chance() < 0.4 ? { action } : { action, targets: some(maxTargets(setting.seats.length)) };
      case 'bridge': {
        const [a = '', b = ''] = others.toSorted(() => chance() - 0.5);
        const coordinate = chance() < 0.5 ? 0 : 1;
        const bridge: Order = { action, pair: [a, b], coordinate };
        return legalityOf(setting, world, seat, bridge) === null ? bridge : { action, pair: [a, b] };
      }
      case 'join-functional':
        return { action, field: chance() < 0.4 ? 0 : chance() < 0.5 ? 1 : 2, side: chance() < 0.5 ? 1 : -1 };
      case 'join-exclusive':
        return chance() < 0.5 ? { action } : { action, side: chance() < 0.5 ? 1 : -1 };
      case 'leave': {
        const mine = world.blocs.filter(({ members }) => members.includes(seat));
        return { action, bloc: mine[Math.floor(chance() * mine.length)]?.id ?? 0 };
      }
      default:
        return { action };
    }
  };
  const order = pick();
  return legalityOf(setting, world, seat, order) === null ? order : HOLD;
}

/** A whole random round: any action, sometimes an event, pledges and a recognition. */
export function roundOf(
  setting: Setting,
  world: World,
  chance: Chance,
  among = actionIds as readonly ActionId[],
): RoundInput {
  const orders: Record<string, Order> = {};
  for (const [index, { id }] of setting.seats.entries()) {
    const action = among[Math.floor(chance() * among.length)] ?? 'hold';
    orders[id] = orderOf(setting, world, index, action, chance);
  }
  const groups = world.blocs
    .filter((bloc) => bloc.kind === 'functional' && bloc.field === 0)
    .map(({ id }) => id);
  const [a, b] = groups;
  return {
    seed: Math.floor(chance() * 4294967296),
    orders,
    events: chance() < 0.4 ? [eventOf(setting, chance)] : [],
    pledges: pledgesOf(setting, chance),
    recognitions: a !== undefined && b !== undefined && chance() < 0.3 ? [{ field: 0, groups: [a, b] }] : [],
  };
}

function eventOf({ seats }: Setting, chance: Chance): WorldEvent {
  const id = worldEventIds[Math.floor(chance() * worldEventIds.length)] ?? 'cable-cut';
  if (id !== 'misattributed-intrusion') return { id };
  return { id, victim: seats[0]?.id ?? '', blamed: seats[1]?.id ?? '' };
}

function pledgesOf({ seats }: Setting, chance: Chance): readonly Pledge[] {
  const pledges: Pledge[] = [];
  for (const [i, a] of seats.entries()) {
    for (const b of seats.slice(i + 1)) {
      if (chance() > 0.1) continue;
      const breachedBy = chance() < 0.2 ? [a.id] : chance() < 0.2 ? [a.id, b.id] : [];
      pledges.push({ between: [a.id, b.id], breachedBy, public: chance() < 0.6 });
    }
  }
  return pledges;
}

/** Seeds for fast-check: a whole game follows from one. */
export const seeds = fc.integer({ min: 1, max: 0x7fffffff });
