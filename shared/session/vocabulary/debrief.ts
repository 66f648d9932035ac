import { z } from 'zod';
import type { SeatId } from '../../model/world.ts';
import { orderSchema, seatIdSchema } from './orders.ts';
import type { TextRef } from './textRef.ts';
import type { DebriefStep } from './debriefSteps.ts';

/** Words that one person gave; they are kept beside the log and can be erased. */
export interface Note {
  readonly seat: SeatId;
  readonly delegate: string;
  readonly text: TextRef;
  /** Of a reflection: its writer lets the host read it. Absent (also in older records): only the writer reads it. */
  readonly shared?: true;
}

/** Which notes a person gives: a word of pulse, answers to the question before and after, a reflection. */
export type NoteKind = 'pulses' | 'before' | 'after' | 'reflections';

/** Where the dial would have ended with a change: more than a point higher, about where it did, or more than a point lower. */
export const betWays = ['up', 'same', 'down'] as const;
/** A bet on a change. */
export type BetWay = (typeof betWays)[number];

/**
 * A change of the record that the host puts to the class: other orders of some states in a round that counts. `about` says where it
 * comes from: the pivotal order as *hold*, a broken promise kept, or the host's own idea.
 */
export const proposalSchema = z.strictObject({
  about: z.enum(['pivotal', 'promise', 'own']),
  round: z.int().min(1).max(1000),
  orders: z.record(seatIdSchema, orderSchema),
});
/** A change that the host puts to the class. */
export type WhatIfProposal = z.infer<typeof proposalSchema>;

/** The change that is put to the class, who bet what on it, and whether the answer is shown. */
export interface DebriefWhatIf {
  readonly proposal: WhatIfProposal;
  /** At most one a person. */
  readonly bets: readonly { readonly delegate: string; readonly way: BetWay }[];
  readonly isShown: boolean;
}

/** How far the debrief has come, and what people wrote for it; at most one note of each kind per person. */
export interface Debrief extends Readonly<Record<NoteKind, readonly Note[]>> {
  /** The host's step; null before the debrief and while it is paused. */
  readonly step: DebriefStep | null;
  /** The furthest step the host has shown. */
  readonly furthest: DebriefStep | null;
  /** Absent before the host has put a change to the class. */
  readonly whatIf?: DebriefWhatIf;
}

/** A debrief that has not begun. */
export const NO_DEBRIEF: Debrief = {
  step: null,
  furthest: null,
  pulses: [],
  before: [],
  after: [],
  reflections: [],
};

/** The note of a kind that a person gave, or null. */
export function noteOf(debrief: Debrief, kind: NoteKind, delegate: string): Note | null {
  return debrief[kind].find((note) => note.delegate === delegate) ?? null;
}

/** Most characters of a person's one word. */
export const MAX_PULSE = 24;
/** Most characters of a reflection. */
export const MAX_REFLECTION = 4000;
