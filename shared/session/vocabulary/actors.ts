import { z } from 'zod';

/** The named characters that can play a seat. */
export const dispositionIds = [
  'unconditional-cooperator',
  'conditional-cooperator',
  'generous-reciprocator',
  'worst-case-planner',
  'hedger',
  'free-rider',
  'bridge',
  'camp-builder',
  'securitizer',
  'random',
  'hold',
  'look-ahead',
] as const;
/** A character of a bot. */
export type DispositionId = (typeof dispositionIds)[number];

const id = z.string().min(1).max(64);

/** Who gives a command. The host is the facilitator; time enters a session only through the clock. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('host'), host: id }),
  z.strictObject({ kind: z.literal('delegate'), delegate: id, seat: id }),
  z.strictObject({ kind: z.literal('bot'), seat: id, disposition: z.enum(dispositionIds) }),
  z.strictObject({ kind: z.literal('clock') }),
  z.strictObject({ kind: z.literal('server') }),
]);
/** Who gives a command. */
export type Actor = z.infer<typeof actorSchema>;
/** The kind of an actor. */
export type ActorKind = Actor['kind'];

/** For whom a view is made. After the end a delegate becomes `participantAfterEnd`. */
export type Viewer =
  | { readonly kind: 'delegate'; readonly seat: string; readonly delegate: string }
  | { readonly kind: 'observer' }
  | { readonly kind: 'host' }
  | { readonly kind: 'participantAfterEnd'; readonly seat: string | null; readonly delegate?: string };
