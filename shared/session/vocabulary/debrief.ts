import type { SeatId } from '../../model/world.ts';
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

/** How far the debrief has come, and what people wrote for it; at most one note of each kind per person. */
export interface Debrief extends Readonly<Record<NoteKind, readonly Note[]>> {
  /** The host's step; null before the debrief and while it is paused. */
  readonly step: DebriefStep | null;
  /** The furthest step the host has shown. */
  readonly furthest: DebriefStep | null;
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
