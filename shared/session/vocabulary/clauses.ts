import { z } from 'zod';

const seatId = z.string().min(1).max(64);
const blocId = z.int().min(1).max(1_000_000);

/** Acts one can promise not to do. */
export const refrainActions = ['restrict', 'localize', 'build-force', 'join-exclusive'] as const;
/** An act one can promise not to do. */
export type RefrainAction = (typeof refrainActions)[number];

/** Acts one can promise to do; the first three aim at somebody. */
export const carryOutActions = [
  'dialogue',
  'build-capacity',
  'bridge',
  'commit',
  'open-standards',
  'roll-back',
  'harden',
  'join-exclusive',
] as const;
/** An act one can promise to do. */
export type CarryOutAction = (typeof carryOutActions)[number];

const byRound = z.int().min(1).max(1000);

/**
 * A clause, which the rules judge from a round's orders and the world at its start. `against`, `towards` and `giver` are a seat or
 * a word: `parties` (each other, or all of them), `anyone`. A seat that is itself the target owes itself nothing.
 */
const clauseSchema = z.discriminatedUnion('kind', [
  /** The parties neither restrict one another nor run operations against one another. */
  z.strictObject({ kind: z.literal('mutualRestraint') }),
  /** No party restricts any state at all. */
  z.strictObject({ kind: z.literal('noListing') }),
  /** No party runs an operation against another, nor restricts one in a round that opens with an incident. */
  z.strictObject({ kind: z.literal('notification') }),
  /**
   * No party does it. Acts without a target (localizing, joining a camp, force without an operation) count only against `anyone`;
   * the first two always do.
   */
  z.strictObject({ kind: z.literal('refrain'), action: z.enum(refrainActions), against: seatId }),
  /**
   * Every party does it once by that round. `towards` is null for acts without a target, unless the deed is promised to one party:
   * then that party owes nothing. [decision 0076]
   */
  z.strictObject({
    kind: z.literal('carryOut'),
    action: z.enum(carryOutActions),
    towards: seatId.nullable(),
    byRound,
  }),
  /** Data may flow: no party localizes or restricts another; while that is kept, technical barriers among them sink. */
  z.strictObject({ kind: z.literal('corridor') }),
  /** The giver, or every party, builds the capacity of `to` once by that round. */
  z.strictObject({ kind: z.literal('fund'), giver: seatId, to: seatId, byRound }),
  /** Every party that is not in that functional group joins it by that round. */
  z.strictObject({ kind: z.literal('joinGroup'), group: blocId, byRound }),
  /** The rulebooks of two groups of a field are recognised: each group counts as having signed. */
  z.strictObject({
    kind: z.literal('recognition'),
    field: z.literal([0, 1, 2]),
    groups: z.tuple([blocId, blocId]).readonly(),
  }),
  /** The agreement ends in that round unless every party has talked with another by then. This clause cannot be broken. */
  z.strictObject({ kind: z.literal('review'), byRound }),
]);
/** A clause of an agreement. */
export type Clause = z.infer<typeof clauseSchema>;
/** Every kind of clause, in the order in which they are offered. */
export const clauseKinds: readonly Clause['kind'][] = clauseSchema.options.map(
  ({ shape }) => shape.kind.value,
);

/** Most clauses of one agreement. */
export const MAX_CLAUSES = 5;

const round = z.int().min(1).max(1000);

/** What an offer says and an amendment may change; rounds count from 1, both included. */
export const termsSchema = z.strictObject({
  clauses: z.array(clauseSchema).min(1).max(MAX_CLAUSES).readonly(),
  force: z.enum(['pledge', 'binding']),
  fromRound: round,
  untilRound: round,
});
/** What an agreement says. */
export type Terms = z.infer<typeof termsSchema>;

/** Whether an agreement is a pledge or binds. */
export type Force = Terms['force'];
/** Who may read an agreement: everybody, or its parties alone. */
export const secrecies = ['public', 'secret'] as const;
/** Who may know of an agreement. */
export type Secrecy = (typeof secrecies)[number];
/** Whether states that are not party may join an agreement in force. */
export const accessions = ['closed', 'open'] as const;
/** Who may join an agreement later. */
export type Accession = (typeof accessions)[number];
