import { z } from 'zod';
import { actionIds } from '../../model/actions.ts';
import { refrainActions } from './clauses.ts';

const seatId = z.string().min(1).max(64);
const seat = seatId.nullable();
const round = z.int().min(1).max(1000);

/** Something that a state does, or refrains from. `target` is null for acts without one. */
const spokenDeedSchema = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('act'), action: z.enum(actionIds), target: seat }),
  z.strictObject({ does: z.literal('refrain'), action: z.enum(refrainActions), target: seat }),
]);
/** A deed or a restraint that a move speaks of. */
export type SpokenDeed = z.infer<typeof spokenDeedSchema>;

/** Something that the record proves: nobody can cite what did not happen. Rounds are resolved ones, except for events. */
const factSchema = z.discriminatedUnion('fact', [
  /** A state ordered that, at that state. */
  z.strictObject({
    fact: z.literal('order'),
    round,
    by: seatId,
    action: z.enum(actionIds),
    target: seat,
  }),
  /** A measure of one state against another stands now. */
  z.strictObject({ fact: z.literal('measure'), by: seatId, on: seatId }),
  /** A state broke a signed agreement in that round. */
  z.strictObject({ fact: z.literal('broken'), by: seatId, round, agreement: z.string().min(1).max(400) }),
  /** A state announced that it would do this in that round, and did not. */
  z.strictObject({ fact: z.literal('unkept'), by: seatId, round, deed: spokenDeedSchema }),
  /** What happened to the world in that round. */
  z.strictObject({ fact: z.literal('event'), round }),
]);
/** Something that the record proves. */
export type SpokenFact = z.infer<typeof factSchema>;

/** Reasons that need no proof; the sentences are in `client/text`. */
export const plainReasons = [
  'trust',
  'threat',
  'interest',
  'cost',
  'othersFirst',
  'otherPlans',
  'sealed',
  'cardMissing',
  'barred',
  'noPromises',
  'noBinding',
  'tooLate',
  'secret',
] as const;
/** A reason that needs no proof. */
export type PlainReason = (typeof plainReasons)[number];

const reasonSchema = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('plain'), code: z.enum(plainReasons) }),
  z.strictObject({ why: z.literal('fact'), fact: factSchema }),
  /** The speaker has promised that state. */
  z.strictObject({ why: z.literal('promised'), to: seatId }),
]);
/** Why somebody does something or does not. */
export type SpokenReason = z.infer<typeof reasonSchema>;

/** We will do this in that round. Without `to` it is said to all who hear it. */
const announce = z.strictObject({ kind: z.literal('announce'), to: seat, deed: spokenDeedSchema, round });
/** If you do that by that round, we do this by then. */
const offer = z.strictObject({
  kind: z.literal('offer'),
  to: seatId,
  ifYou: spokenDeedSchema,
  thenWe: spokenDeedSchema,
  byRound: round,
});
const ask = z.strictObject({ kind: z.literal('ask'), to: seat, deed: spokenDeedSchema, round });
const warn = z.strictObject({
  kind: z.literal('warn'),
  to: seatId,
  ifYou: spokenDeedSchema,
  thenWe: spokenDeedSchema,
});
const amends = z.strictObject({ kind: z.literal('amends'), to: seatId, deed: spokenDeedSchema, round });

const proposalSchema = z.discriminatedUnion('kind', [announce, offer, ask, warn, amends]);
/** What one can agree to or refuse. */
export type SpokenProposal = z.infer<typeof proposalSchema>;

/** Why something was done, what is planned, what it takes to sign. */
const inquirySchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('why'), fact: factSchema }),
  z.strictObject({ ask: z.literal('plans'), round }),
  /** What it takes to sign: that offer, or any. */
  z.strictObject({ ask: z.literal('terms'), agreement: z.string().min(1).max(400).nullable() }),
]);

/** What a question asks for. */
export type SpokenInquiry = z.infer<typeof inquirySchema>;

/**
 * A move: one sentence of negotiation, made from parts and kept as data, so that each reader reads it in their own language. Its
 * parts are codes, rounds, seats and agreements; none is free text. `about` is the proposal that is answered, null for the last
 * thing said.
 */
export const moveSchema = z.discriminatedUnion('kind', [
  announce,
  offer,
  ask,
  warn,
  z.strictObject({ kind: z.literal('question'), to: seatId, about: inquirySchema }),
  z.strictObject({ kind: z.literal('reason'), to: seat, reason: reasonSchema }),
  z.strictObject({ kind: z.literal('reproach'), to: seatId, fact: factSchema }),
  amends,
  z.strictObject({ kind: z.literal('agree'), to: seatId, about: proposalSchema.nullable() }),
  z.strictObject({
    kind: z.literal('refuse'),
    to: seatId,
    about: proposalSchema.nullable(),
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('undecided'),
    to: seatId,
    about: proposalSchema.nullable(),
    reason: reasonSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('thank'), to: seatId }),
  /** What the speaker knows of a third state, or expects of it. */
  z.strictObject({ kind: z.literal('report'), to: seat, fact: factSchema }),
  z.strictObject({ kind: z.literal('expect'), to: seat, of: seatId, deed: spokenDeedSchema, round }),
]);
/** One sentence of negotiation, made from parts. */
export type TalkMove = z.infer<typeof moveSchema>;
/** The kind of a move. */
export type MoveKind = TalkMove['kind'];

/** How people speak in a session: free words and moves, moves only, or moves only and without conditions. */
export const talkLevels = ['words', 'moves', 'plainMoves'] as const;
/** How people speak in a session. */
export type TalkLevel = (typeof talkLevels)[number];

/** Whether a move sets a condition: *if you, then we*. */
export function setsCondition(move: TalkMove): boolean {
  if (move.kind === 'offer' || move.kind === 'warn') return true;
  return move.kind === 'agree' && move.about !== null && setsCondition(move.about);
}

/** Whether one can agree to a move or refuse it. */
export function isProposal(move: TalkMove): move is SpokenProposal {
  return proposalSchema.safeParse(move).success;
}
