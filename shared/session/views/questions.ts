import { z } from 'zod';
import type { Order } from '../../model/actions.ts';
import type { Explanation } from '../../model/explain.ts';
import type { Preview } from '../../model/preview.ts';
import type { Indicators, SeatId } from '../../model/world.ts';
import type { Micro } from '../../model/micro.ts';
import type { Badge } from '../findings/badges.ts';
import type { FactorStory } from '../findings/factors.ts';
import type { Findings } from '../findings/findings.ts';
import type { TrendRound } from '../findings/kinds.ts';
import type { Paid } from '../findings/paid.ts';
import type { BetWay } from '../vocabulary/debrief.ts';
import type { SurveyAnswers } from '../vocabulary/survey.ts';
import type { QuizAnswer, QuizQuestion } from '../vocabulary/quiz.ts';
import { orderSchema } from '../vocabulary/orders.ts';
import type { Mute } from '../vocabulary/talk.ts';
import type { BookmarkView } from './debriefView.ts';
import type { EventView } from './eventView.ts';
import type { Heard, SeatStanding } from './hostView.ts';
import type { WordView } from './wordView.ts';

/**
 * What a viewer may ask in addition to the view. `subject` is a key such as `trust:concordia:meridia` or `indicator:efficiency`;
 * `round` counts from 1.
 */
export const questionSchema = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('why'),
    round: z.int().min(1).max(1000),
    subject: z.string().min(1).max(120),
  }),
  z.strictObject({ ask: z.literal('preview'), order: orderSchema }),
  z.strictObject({ ask: z.literal('effect'), round: z.int().min(1).max(1000) }),
  z.strictObject({
    ask: z.literal('brokenWord'),
    round: z.int().min(1).max(1000),
    seat: z.string().min(1).max(64),
  }),
  z.strictObject({ ask: z.literal('rounds') }),
  z.strictObject({ ask: z.literal('hands') }),
  z.strictObject({ ask: z.literal('handAnswer') }),
  z.strictObject({ ask: z.literal('findings') }),
  z.strictObject({ ask: z.literal('paid') }),
  z.strictObject({ ask: z.literal('kinds') }),
  z.strictObject({ ask: z.literal('myNotes') }),
  z.strictObject({ ask: z.literal('reflections') }),
  z.strictObject({ ask: z.literal('bookmarks') }),
  z.strictObject({ ask: z.literal('quiz') }),
  z.strictObject({ ask: z.literal('mutes') }),
  z.strictObject({ ask: z.literal('injects') }),
  z.strictObject({ ask: z.literal('lastRound') }),
  z.strictObject({ ask: z.literal('standings') }),
  z.strictObject({ ask: z.literal('heard') }),
  z.strictObject({ ask: z.literal('words') }),
]);
/** A question that a viewer may ask. */
export type Question = z.infer<typeof questionSchema>;
/** The kind of a question. */
export type Ask = Question['ask'];

/** A resolved round as everybody may read it. */
export interface RoundSummary {
  readonly round: number;
  readonly events: readonly EventView[];
  readonly orders: Readonly<Record<SeatId, Order>>;
  readonly indicators: Indicators;
}

/** A raised hand as the host reads it; `text` is null if nothing was written. */
export interface HandRaised {
  readonly seat: SeatId;
  readonly delegate: string;
  readonly text: string | null;
}

/** What one person wrote for the debrief; null for nothing, or if it was erased. */
export interface MyNotes {
  readonly word: string | null;
  readonly before: SurveyAnswers | null;
  readonly after: SurveyAnswers | null;
  readonly reflection: string | null;
  /** The host may read the reflection too. */
  readonly reflectionShared: boolean;
  /** The bet on the change that the host has put to the class; null for none. */
  readonly bet: BetWay | null;
}

/** The state of one question of the rules check. */
export interface QuizStanding {
  readonly question: QuizQuestion;
  readonly own: { readonly answer: QuizAnswer; readonly right: boolean } | null;
  /** In the order of `quizAnswers`; for the host alone. */
  readonly counts: readonly [number, number, number] | null;
}

/** An explanation with the events of its round, so that a part can name the event it came from. */
export interface Explained extends Explanation {
  readonly events: readonly EventView[];
}

/** An event that the host has brought in and that can still be taken back. */
export interface PendingInject {
  readonly number: number;
  /** The round in which it happens. */
  readonly round: number;
  readonly event: EventView;
}

/** What the paper names, as the record shows it so far. */
export interface PaperKinds {
  readonly trends: readonly TrendRound[];
  readonly factors: FactorStory;
  /** None before the end. */
  readonly badges: readonly Badge[];
}

/** The answer to each question. Numbers in micro-units. */
export interface Answers {
  readonly why: Explained;
  readonly preview: Preview;
  /** What the own order did: the resolved round compared with the same round if that order had been *hold*. */
  readonly effect: { readonly you: Micro; readonly world: Micro };
  /** What a state that broke its word moved on the dial, compared with keeping it; for those who may read the promise. */
  readonly brokenWord: Micro;
  readonly rounds: readonly RoundSummary[];
  /** For the host alone: who asks for help, the oldest first, with what they wrote. */
  readonly hands: readonly HandRaised[];
  /** The host's answer in words to this person's last question; null for none, or if it was erased. */
  readonly handAnswer: string | null;
  /** The findings about a finished session; open to all. */
  readonly findings: Findings;
  /** Who paid for the ending of a finished session, in the order of the seats; open to all. */
  readonly paid: readonly Paid[];
  /** The kinds of the trends, the factors and the badges; open to all. */
  readonly kinds: PaperKinds;
  /** What this person wrote for the debrief. */
  readonly myNotes: MyNotes;
  /** For the host alone: the reflections that people let the host read. */
  readonly reflections: readonly HandRaised[];
  /** For the host alone: the moments it has marked. */
  readonly bookmarks: readonly BookmarkView[];
  /** The rules check: for a delegate with the own answers, for the host with how many gave each. */
  readonly quiz: readonly QuizStanding[];
  /** The host reads who is muted and why; a delegate reads only their own mute, if any. */
  readonly mutes: readonly Mute[];
  /** The last round: for the host, and for all once the session has ended. */
  readonly lastRound: number;
  /** For the host alone: the events it has brought in and can still take back, oldest first. */
  readonly injects: readonly PendingInject[];
  /** For the host alone: points and objectives of every seat. */
  readonly standings: readonly SeatStanding[];
  /** For the host alone: what was said; private talk only if the session was opened so. */
  readonly heard: Heard;
  /** Promises in words only that reveals have judged, the earliest given first. */
  readonly words: readonly WordView[];
}

/** Why a question is not answered. */
export type QuestionRefusal = 'notYours' | 'unknownRound' | 'unknownSubject' | 'orderIllegal' | 'notNow';

/** The answer to a question of this kind, or why there is none. */
export type Answer<A extends Ask> =
  | { readonly ok: true; readonly answer: Answers[A] }
  | { readonly ok: false; readonly refusal: QuestionRefusal };
