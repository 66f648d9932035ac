import { actionIds, type ActionId, type Order } from '#shared/model/actions.ts';
import { orderSchema } from '#shared/session/vocabulary/orders.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

/**
 * The order that somebody typed: a card, and after a colon whom it is for (`dialogue:concordia,meridia`), the bloc to leave
 * (`leave:2`) or join, or the side of a camp (`join-exclusive:-1`). Throws a sentence that says what is possible.
 */
export function orderNamed(text: string, seats: readonly string[]): Order {
  const [card = '', rest = ''] = text.split(':', 2);
  const action = actionIds.find((id) => id === card);
  if (action === undefined)
    throw new CommandFailed(`There is no card "${card}". Choose from ${actionIds.join(', ')}.`, 2);
  const names = rest === '' ? [] : rest.split(',');
  const order = orderSchema.safeParse(shapeOf(action, names));
  if (!order.success)
    throw new CommandFailed(`"${text}" is not an order: ${action} needs ${needs(action)}.`, 2);
  const unknown = names.find((name) => isAimed(action) && !seats.includes(name));
  if (unknown !== undefined)
    throw new CommandFailed(`There is no seat "${unknown}". Choose from ${seats.join(', ')}.`, 2);
  return order.data;
}

function isAimed(action: ActionId): boolean {
  return ['dialogue', 'build-capacity', 'restrict', 'build-force', 'bridge'].includes(action);
}

function shapeOf(action: ActionId, names: readonly string[]): object {
  if (names.length === 0) return { action };
  if (action === 'bridge') return { action, pair: names };
  if (isAimed(action)) return { action, targets: names };
  if (action === 'leave') return { action, bloc: Number(names[0]) };
  if (action === 'join-functional') return { action, field: Number(names[0]) };
  if (action === 'join-exclusive') return { action, side: Number(names[0]) };
  return { action, unexpected: names };
}

function needs(action: ActionId): string {
  if (action === 'leave') return 'the number of a bloc, such as leave:2';
  if (action === 'join-functional') return 'nothing, or a field, 0 or 1';
  if (action === 'join-exclusive') return 'nothing, or a side, -1 or 1';
  if (action === 'bridge') return 'two states, such as bridge:aurelia,meridia';
  return isAimed(action) ? `states, such as ${action}:aurelia,meridia` : 'nothing after it';
}
