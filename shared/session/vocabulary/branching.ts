import { z } from 'zod';
import { dispositionIds } from './actors.ts';
import { orderSchema, seatIdSchema } from './orders.ts';

const round = z.int().min(1).max(1000);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const someOrders = z.record(seatIdSchema, orderSchema);

/** Orders that somebody gives by hand in a round after the changed one. */
const handRound = z.strictObject({ round, orders: someOrders });

/**
 * What is different in a branch of a record: other orders in one round, and what else. All that is not named stays as recorded.
 * [decision 0104]
 */
export const branchChangeSchema = z.strictObject({
  /** The round of the change, counted from 1. */
  round,
  /** The orders of some seats in that round. */
  orders: someOrders,
  /** What happens in that round in place of all that happened in it: an event of the deck by its id, or null for nothing. */
  event: z.string().min(1).max(64).nullable().exactOptional(),
  /** Agreements that nobody ever proposed, by their ids in the record. */
  unmade: z.array(z.string().min(1).max(400)).min(1).max(40).readonly().exactOptional(),
  /** Numbers of the rules, by name. A session has one set of rules, so they hold from its first round on. */
  numbers: z.record(z.string().min(1).max(40), z.number().min(-1).max(20)).exactOptional(),
  /** Later rounds in which some seats are played by hand, earliest first. */
  hand: z.array(handRound).min(1).max(40).readonly().exactOptional(),
  /** The characters that go on for people after all that; missing: everybody goes on as recorded. */
  bots: z.record(seatIdSchema, z.enum(dispositionIds)).exactOptional(),
});
/** What is different in a branch of a record. */
export type BranchChange = z.infer<typeof branchChangeSchema>;

/** What happens in a round instead of what would be drawn; null for nothing. */
const otherEventSchema = z.strictObject({ round, event: z.string().min(1).max(64).nullable() });
/** What happens in a round instead of what would be drawn. */
export type OtherEvent = z.infer<typeof otherEventSchema>;

/** Where a branch comes from; the header of its log says it, so that nobody takes it for what was played. */
export const branchOriginSchema = z.strictObject({
  /** Hash of the last line of the record, or of the branch, from which it comes. */
  parent: hash,
  change: branchChangeSchema,
  /** The events of all changes on the way from the record, by round. */
  events: z.array(otherEventSchema).max(40).readonly(),
});
/** Whether a change changes nothing. */
export function changesNothing({ orders, event, unmade, numbers, hand, bots }: BranchChange): boolean {
  const isEmpty = (of: object | undefined): boolean => of === undefined || Object.keys(of).length === 0;
  const isAsRecorded = isEmpty(hand) && bots === undefined;
  return isEmpty(orders) && event === undefined && isEmpty(unmade) && isEmpty(numbers) && isAsRecorded;
}

/** The last round in which a change says what somebody does. */
export function lastChangedRound({ round: first, hand = [] }: BranchChange): number {
  return Math.max(first, ...hand.map(({ round: later }) => later));
}
