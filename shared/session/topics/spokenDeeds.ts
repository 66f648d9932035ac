import type { ActionId, Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { SpokenDeed } from '../vocabulary/moves.ts';

const aimed: readonly ActionId[] = ['dialogue', 'build-capacity', 'restrict'];
const aimable: readonly ActionId[] = [...aimed, 'build-force', 'bridge', 'roll-back'];

/** Whether a deed of this kind names its target: always, sometimes, or never. */
export function aimOf({ does, action }: Pick<SpokenDeed, 'does' | 'action'>): 'needed' | 'possible' | 'none' {
  if (!aimable.includes(action)) return 'none';
  return does === 'act' && aimed.includes(action) ? 'needed' : 'possible';
}

/** Whether an order does the deed that was announced; taking measures back counts for every state they stand against. */
export function doesDeed({ action, target }: SpokenDeed, order: Order): boolean {
  if (order.action !== action) return false;
  return target === null || action === 'roll-back' || namedBy(order).includes(target);
}

/** Whether an order keeps a promise in words: it does what was to be done, or refrains from what was to be left. */
export function keepsDeed(deed: SpokenDeed, order: Order): boolean {
  return deed.does === 'act' ? doesDeed(deed, order) : !doesDeed(deed, order);
}

function namedBy(order: Order): readonly SeatId[] {
  if ('targets' in order) return order.targets ?? [];
  return order.action === 'bridge' ? (order.pair ?? []) : [];
}
