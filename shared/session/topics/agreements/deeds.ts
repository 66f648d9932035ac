import type { ActionId, Order } from '../../../model/actions.ts';
import type { SeatId } from '../../../model/world.ts';
import type { Circumstances } from './circumstances.ts';
import type { CarryOutAction, Clause } from '../../vocabulary/clauses.ts';

type DeedClause = Extract<Clause, { readonly byRound: number }>;

/** What a clause asks a seat to do once. Deeds with different `kind` cannot be done by the same order. */
export interface Deed {
  readonly action: ActionId;
  readonly kind: string;
  readonly by: number;
}

/**
 * The deed that a clause asks of a party; null if it asks nothing: the aim owes itself nothing, a member need not join, a group
 * that is gone cannot be joined.
 */
export function deedAsked(clause: DeedClause, seat: SeatId, groups: Circumstances['groups']): Deed | null {
  const deed = (action: ActionId, kind: string = action): Deed => ({ action, kind, by: clause.byRound });
  switch (clause.kind) {
    case 'carryOut':
      return clause.towards === seat ? null : deed(clause.action);
    case 'fund': {
      const gives = clause.to !== seat && (clause.giver === 'parties' || clause.giver === seat);
      return gives ? deed('build-capacity') : null;
    }
    case 'joinGroup': {
      const group = groups.find(({ id }) => id === clause.group);
      if (group === undefined || group.members.includes(seat)) return null;
      return deed('join-functional', `join-functional ${clause.group}`);
    }
    case 'review':
      return deed('dialogue');
  }
}

/** Whether leaving a deed undone breaks the agreement. */
export function isMissable({ kind }: DeedClause): boolean {
  return kind !== 'review';
}

/** Whether an act that can be promised names the state that it is for. */
export function isAimed(action: CarryOutAction): boolean {
  return action === 'dialogue' || action === 'build-capacity' || action === 'bridge';
}

/** Whether an order does what a clause asks. */
export function carriesOut(clause: DeedClause, order: Order, others: readonly SeatId[]): boolean {
  switch (clause.kind) {
    case 'carryOut':
      return (
        order.action === clause.action &&
        (!isAimed(clause.action) || meets(clause.towards, aimsOf(order), others))
      );
    case 'fund':
      return order.action === 'build-capacity' && order.targets.includes(clause.to);
    case 'joinGroup':
      return order.action === 'join-functional' && order.bloc === clause.group;
    case 'review':
      return order.action === 'dialogue' && meets('parties', order.targets, others);
  }
}

function meets(towards: string | null, aims: readonly SeatId[], others: readonly SeatId[]): boolean {
  if (towards === null) return true;
  return towards === 'parties' ? aims.some((aim) => others.includes(aim)) : aims.includes(towards);
}

/** The seats that an order is for: those it names, or the two that a bridge connects. */
function aimsOf(order: Order): readonly SeatId[] {
  if ('targets' in order) return order.targets ?? [];
  return order.action === 'bridge' ? (order.pair ?? []) : [];
}
