import type { SeatId } from '../../model/world.ts';
import type { TextRef } from './textRef.ts';
import type { DebriefStep } from './debriefSteps.ts';

/** Words that one person gave; they lie beside the log and can be erased. */
export interface Note {
  readonly seat: SeatId;
  readonly delegate: string;
  readonly text: TextRef;
  /** Of a reflection: its writer lets the host read it. Absent, also in older records: nobody but the writer. */
  readonly shared?: true;
}

/** Which notes a person gives: a word of pulse, answers to the question before and after, a reflection. */
export type NoteKind = 'pulses' | 'before' | 'after' | 'reflections';

/** How far a session has been talked over, and what people wrote for it; at most one note of a kind a person. */
export interface Debrief extends Readonly<Record<NoteKind, readonly Note[]>> {
  /** Where the host stands; null before the debrief and while it rests. */
  readonly step: DebriefStep | null;
  /** The furthest step the host has shown. */
  readonly furthest: DebriefStep | null;
}

/** The debrief of a session that nobody has talked over. */
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

/** Most symbols of a word of pulse. */
export const MAX_PULSE = 24;
/** Most symbols of a reflection. */
export const MAX_REFLECTION = 4000;
