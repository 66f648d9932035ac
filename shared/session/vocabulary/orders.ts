import { z } from 'zod';

/** The id of a seat, as it arrives. */
export const seatIdSchema = z.string().min(1).max(64);
const side = z.literal([1, -1]);
/** The id of a bloc, as it arrives. */
export const blocIdSchema = z.int().min(1).max(1_000_000);
const fieldId = z.literal([0, 1, 2]);
const targets = z.array(seatIdSchema).min(1).max(3).readonly();
const group = z.array(seatIdSchema).min(1).max(4).readonly();

/** The shape of an order as people and bots send it; the rules decide whether it is allowed. They may not send `operation`. */
export const orderSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['dialogue', 'build-capacity', 'restrict']), targets }),
  z.strictObject({
    action: z.enum(['commit', 'open-standards', 'open-bloc', 'harden', 'localize', 'roll-back', 'hold']),
  }),
  z.strictObject({
    action: z.literal('bridge'),
    pair: z.tuple([seatIdSchema, seatIdSchema]).readonly().exactOptional(),
    groups: z.tuple([group, group]).readonly().exactOptional(),
    coordinate: fieldId.exactOptional(),
  }),
  z.strictObject({
    action: z.literal('join-functional'),
    field: fieldId.exactOptional(),
    bloc: blocIdSchema.exactOptional(),
    side: side.exactOptional(),
  }),
  z.strictObject({
    action: z.literal('join-exclusive'),
    bloc: blocIdSchema.exactOptional(),
    side: side.exactOptional(),
  }),
  z.strictObject({ action: z.literal('leave'), bloc: blocIdSchema }),
  z.strictObject({ action: z.literal('build-force'), targets: targets.exactOptional() }),
]);

/** What a seat expects of one rival when it seals; as secret as the order, and used only in the debrief. */
export const expectationSchema = z.strictObject({
  seat: seatIdSchema,
  family: z.enum(['cooperate', 'blocs', 'securitize', 'none']),
});
/** What a delegate expects of another state before sealing. */
export type Expectation = z.infer<typeof expectationSchema>;
