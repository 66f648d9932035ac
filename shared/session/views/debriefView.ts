import type { NoteKind } from '../vocabulary/debrief.ts';
import type { DebriefStep } from '../vocabulary/debriefSteps.ts';
import type { SurveyCounts, SurveyMoves } from '../vocabulary/survey.ts';

/** How far a finished session has been talked over, and what people gave for it, only ever as a whole. */
export interface DebriefView {
  /** The steps that this session has, in their order. */
  readonly steps: readonly DebriefStep[];
  /** Where the host stands, and how far the host has been; null before the debrief, and while it rests. */
  readonly step: DebriefStep | null;
  readonly furthest: DebriefStep | null;
  /** How many people gave each. */
  readonly given: Readonly<Record<NoteKind, number>>;
  /** In the order of the alphabet; empty until the host has come to them. */
  readonly words: readonly string[];
  /** Answers to the question before play and now; null until the host has come to them, or where fewer than three answered. */
  readonly before: SurveyCounts | null;
  readonly after: SurveyCounts | null;
  /** How those moved who answered both times; null as above. */
  readonly moved: SurveyMoves | null;
}
