import type { Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { Expectation } from './orders.ts';

/** Most people at one state's table. */
export const MAX_DELEGATES = 6;

/** Who decides for the state: the head, anyone, or more than half of the delegation. */
export const decisionRules = ['head', 'anyone', 'majority'] as const;
/** How a delegation decides. */
export type DecisionRule = (typeof decisionRules)[number];

/** What a delegate looks after; all see the same state. The fifth and sixth are advisers. */
export const roles = ['head', 'negotiator', 'security', 'economy', 'adviser'] as const;
/** A role in a delegation. */
export type Role = (typeof roles)[number];

/** A role that somebody has from now on. */
export interface RoleGiven {
  readonly delegate: string;
  readonly role: Role;
}

/** An order that a delegate put before the own delegation, secret to it; the author agrees with it. */
export interface OrderDraft {
  readonly order: Order;
  readonly expects: Expectation | null;
  /** Who agrees, earliest first; each person agrees with at most one draft. */
  readonly agreed: readonly string[];
}

/** A delegate's signature under a wording; the state signs once more than half have. */
export interface Endorsement {
  readonly agreement: string;
  readonly wording: number;
  readonly seat: SeatId;
  readonly delegate: string;
}
