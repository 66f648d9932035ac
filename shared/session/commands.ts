import { z } from 'zod';
import { dispositionIds } from './actors.ts';

const seatId = z.string().min(1).max(64);
const side = z.literal([1, -1]);
const blocId = z.int().min(1).max(1_000_000);
const fieldId = z.literal([0, 1, 2]);
const targets = z.array(seatId).min(1).max(3).readonly();
const group = z.array(seatId).min(1).max(4).readonly();

/** The shape of an order as people and bots send it; whether it is allowed is for the rules. `operation` is not theirs. */
export const orderSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['dialogue', 'build-capacity', 'restrict']), targets }),
  z.strictObject({
    action: z.enum(['commit', 'open-standards', 'open-bloc', 'harden', 'localize', 'roll-back', 'hold']),
  }),
  z.strictObject({
    action: z.literal('bridge'),
    pair: z.tuple([seatId, seatId]).readonly().exactOptional(),
    groups: z.tuple([group, group]).readonly().exactOptional(),
    coordinate: fieldId.exactOptional(),
  }),
  z.strictObject({
    action: z.literal('join-functional'),
    field: fieldId.exactOptional(),
    bloc: blocId.exactOptional(),
    side: side.exactOptional(),
  }),
  z.strictObject({
    action: z.literal('join-exclusive'),
    bloc: blocId.exactOptional(),
    side: side.exactOptional(),
  }),
  z.strictObject({ action: z.literal('leave'), bloc: blocId }),
  z.strictObject({ action: z.literal('build-force'), targets: targets.exactOptional() }),
]);

/** A free text that lies beside the log: the command carries only its salted digest, so the text can be erased. */
const textRefSchema = z.strictObject({ id: z.string().min(1).max(64), digest: z.string().length(64) });
export type TextRef = z.infer<typeof textRefSchema>;

/** What a seat expects of one rival while it seals; as secret as the order, read only by the debrief. */
const expectationSchema = z.strictObject({
  seat: seatId,
  family: z.enum(['cooperate', 'blocs', 'securitize', 'none']),
});
export type Expectation = z.infer<typeof expectationSchema>;

const remainingMs = z.int().min(0).max(86_400_000).nullable();

/** Every command, in the imperative. Who may give which one when is the table in `authority.ts`. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('takeSeat'),
    seat: seatId,
    delegate: z.string().min(1).max(64),
    name: textRefSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('coverSeat'), seat: seatId, disposition: z.enum(dispositionIds) }),
  z.strictObject({ type: z.literal('handBackSeat'), seat: seatId }),
  z.strictObject({ type: z.literal('startSession') }),
  z.strictObject({
    type: z.literal('sealOrders'),
    order: orderSchema,
    expects: expectationSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('withdrawOrders') }),
  z.strictObject({ type: z.literal('betOnDial'), band: z.literal([1, 2, 3, 4, 5]) }),
  z.strictObject({ type: z.literal('closePhase'), because: z.enum(['deadline', 'host', 'allSealed']) }),
  z.strictObject({ type: z.literal('pauseSession'), remainingMs }),
  z.strictObject({ type: z.literal('resumeSession') }),
  z.strictObject({ type: z.literal('reopenSession'), remainingMs }),
  z.strictObject({ type: z.literal('endSession') }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
