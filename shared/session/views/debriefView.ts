import type { BetWay, NoteKind, WhatIfProposal } from '../vocabulary/debrief.ts';
import type { RoundPhase } from '../vocabulary/phases.ts';
import type { DebriefStep } from '../vocabulary/debriefSteps.ts';
import type { SurveyCounts, SurveyMoves } from '../vocabulary/survey.ts';

/** A moment that the host has marked. */
export interface BookmarkView {
  readonly number: number;
  readonly round: number;
  readonly phase: RoundPhase;
  /** Null if there is none or it was erased. */
  readonly note: string | null;
  /** Everybody sees it in the debrief. */
  readonly shown: boolean;
}

/** A change that is put to the class. */
export interface WhatIfView extends WhatIfProposal {
  /** How many people have bet. */
  readonly betters: number;
  /** How many bet each way; null until the answer is shown, so that nobody follows the crowd. */
  readonly bets: Readonly<Record<BetWay, number>> | null;
}

/** How far the debrief has come, and what people gave for it, only in sum. */
export interface DebriefView {
  /** The steps that this session has, in their order. */
  readonly steps: readonly DebriefStep[];
  /** The host's step, and the furthest step shown; null before the debrief and while it is paused. */
  readonly step: DebriefStep | null;
  readonly furthest: DebriefStep | null;
  /** The change that the host puts to the class; null before. */
  readonly whatIf: WhatIfView | null;
  /** How many people gave each kind of note. */
  readonly given: Readonly<Record<NoteKind, number>>;
  /** Sorted alphabetically; empty until the host has come to them. */
  readonly words: readonly string[];
  /** Answers to the question before play and now; null until the host has come to them, or if fewer than three answered. */
  readonly before: SurveyCounts | null;
  readonly after: SurveyCounts | null;
  /** How people who answered both times have moved; null as above. */
  readonly moved: SurveyMoves | null;
  /** The host's bookmarks that everybody sees. */
  readonly bookmarks: readonly BookmarkView[];
}
