import type { Order } from '../../model/actions.ts';
import type { PackedLedger } from '../../model/ledger.ts';
import type { Micro } from '../../model/micro.ts';
import type {
  Corridor,
  Expulsion,
  Indicators,
  Payoff,
  Pledge,
  Recognition,
  SeatId,
  Stage,
  WorldEvent,
} from '../../model/world.ts';
import type { DispositionId } from './actors.ts';
import type { Agreement, AgreementStatus, Judgement } from './agreements.ts';
import type { BookmarkEvent } from './bookmarks.ts';
import type { Ballot, BlocDecision, Charter } from './charters.ts';
import type { Terms } from './clauses.ts';
import type { BetWay, Note, WhatIfProposal } from './debrief.ts';
import type { DebriefStep } from './debriefSteps.ts';
import type { RoleGiven } from './delegations.ts';
import type { EntryEvent } from './entryEvents.ts';
import type { HandEvent } from './handEvents.ts';
import type { Expectation } from './orders.ts';
import type { RoundPhase } from './phases.ts';
import type { Quizzed } from './quiz.ts';
import type { Message, MuteReason, TalkMode } from './talk.ts';
import type { TextRef } from './textRef.ts';
import type { UsualScores } from './usual.ts';

/** Why a moment of the session is worth talking about. */
export const momentKinds = [
  'stageReached',
  'lockOpened',
  'steepestFall',
  'steepestRise',
  'commonRulesGrew',
  'firstRound',
] as const;
/** A kind of moment. */
export type MomentKind = (typeof momentKinds)[number];

/** A moment picked at the end, with its evidence: how far the dial moved and whose orders moved it most, in micro-units. */
export interface MomentRecord {
  readonly round: number;
  readonly kind: MomentKind;
  readonly direction: Micro;
  readonly stage: Stage;
  readonly seats: readonly { readonly seat: SeatId; readonly order: Order; readonly effect: Micro }[];
}

/** Why a session is over; `cancelled`: it was opened by mistake and never began. */
export type EndedBecause = 'lastRound' | 'host' | 'cancelled';

/** Why a phase closed. */
export type ClosedBecause = 'deadline' | 'host' | 'allSealed';

/** What has happened, in the past tense. It holds everything that later code must agree on. */
export type Event =
  | {
      readonly type: 'seatTaken';
      readonly seat: SeatId;
      readonly delegate: string;
      readonly name: TextRef | null;
      /** The roles that follow; absent in older records, where they are filled in when the record is read. [decision 0048] */
      readonly roles?: readonly RoleGiven[];
    }
  | {
      readonly type: 'seatCovered';
      readonly seat: SeatId;
      readonly disposition: DispositionId;
      /** Its people are unreachable and get it back when they return. */
      readonly untilReturn?: true;
    }
  | { readonly type: 'seatHandedBack'; readonly seat: SeatId }
  | { readonly type: 'sessionStarted' }
  /** The event drawn for this round, shown before decisions. `attempt` counts re-plays of the round. */
  | {
      readonly type: 'roundOpened';
      readonly round: number;
      readonly attempt: number;
      readonly event: WorldEvent | null;
    }
  /** The host brings an event into a round; `text` belongs to a written event, and its first line is the title. */
  | {
      readonly type: 'eventInjected';
      readonly number: number;
      readonly round: number;
      readonly given: number;
      readonly event: WorldEvent;
      readonly text: TextRef | null;
    }
  | { readonly type: 'injectCancelled'; readonly number: number; readonly round: number }
  /** `seconds` is the length of the phase; null has no deadline. */
  | {
      readonly type: 'phaseOpened';
      readonly phase: RoundPhase;
      readonly round: number;
      readonly seconds: number | null;
    }
  | { readonly type: 'phaseClosed'; readonly phase: RoundPhase; readonly because: ClosedBecause }
  | {
      readonly type: 'ordersSealed';
      readonly seat: SeatId;
      readonly delegate: string | null;
      readonly order: Order;
      readonly expects: Expectation | null;
    }
  | { readonly type: 'ordersWithdrawn'; readonly seat: SeatId }
  /** A delegate agrees with this order; the first to do so put it forward. */
  | {
      readonly type: 'orderDrafted';
      readonly seat: SeatId;
      readonly delegate: string;
      readonly order: Order;
      readonly expects: Expectation | null;
    }
  | { readonly type: 'draftWithdrawn'; readonly seat: SeatId; readonly delegate: string }
  /** The roles of everybody at a seat from now on. */
  | {
      readonly type: 'rolesSet';
      readonly seat: SeatId;
      readonly roles: readonly RoleGiven[];
    }
  /** A member has voted; the question as it stands with that vote. */
  | { readonly type: 'ballotCast'; readonly ballot: Ballot }
  | { readonly type: 'charterAdopted'; readonly charter: Charter }
  | ({ readonly type: 'stateAdmitted' } & BlocDecision)
  | ({ readonly type: 'stateExpelled' } & BlocDecision)
  | ({ readonly type: 'blocNoticeGiven' } & BlocDecision)
  | { readonly type: 'betPlaced'; readonly seat: SeatId; readonly band: 1 | 2 | 3 | 4 | 5 }
  /** The outcome of a round: who gave which order (a seat without one holds) and everything that changed. */
  | {
      readonly type: 'roundResolved';
      readonly round: number;
      readonly orders: Readonly<Record<SeatId, Order>>;
      /** Agreements as the rules took them: a judged pledge per pair, and the rulebooks recognised. */
      readonly pledges: readonly Pledge[];
      readonly recognitions: readonly Recognition[];
      /** Absent for none. */
      readonly corridors?: readonly Corridor[];
      /** Members that their blocs expelled; absent: none. */
      readonly expelled?: readonly Expulsion[];
      readonly ledger: PackedLedger;
      readonly indicators: Indicators;
      /** By seat index. */
      readonly payoffs: readonly Payoff[];
      readonly participation: Micro;
    }
  /** Somebody said something; who hears it is part of the event. */
  | ({ readonly type: 'said' } & Message)
  | { readonly type: 'talkSet'; readonly mode: TalkMode }
  | { readonly type: 'silenceDeclared'; readonly round: number; readonly silent: boolean }
  | {
      readonly type: 'delegateMuted';
      readonly delegate: string;
      readonly muted: boolean;
      readonly reason?: MuteReason;
    }
  /** The table is back at the start of that round; a round is opened next. What happened since stays in the log. */
  | { readonly type: 'roundRewound'; readonly toRound: number; readonly attempt: number }
  | { readonly type: 'phaseExtended'; readonly seconds: 60 | 180 }
  /** `from` is the old seat, `seat` the new one. */
  | {
      readonly type: 'delegateMoved';
      readonly delegate: string;
      readonly from: SeatId;
      readonly seat: SeatId;
      readonly roles?: readonly RoleGiven[];
    }
  | {
      readonly type: 'delegateRemoved';
      readonly delegate: string;
      readonly seat: SeatId;
      readonly roles?: readonly RoleGiven[];
    }
  | EntryEvent
  | HandEvent
  | ({ readonly type: 'quizAnswered'; readonly seat: SeatId } & Quizzed)
  | { readonly type: 'agreementProposed'; readonly agreement: Agreement }
  | {
      readonly type: 'agreementAmended';
      readonly agreement: string;
      readonly seat: SeatId;
      readonly terms: Terms;
      readonly wording: number;
      /** The delegation that worded it has not signed it yet. */
      readonly unsigned?: true;
    }
  /** One delegate has signed where a majority decides; the state has not yet. */
  | {
      readonly type: 'agreementEndorsed';
      readonly agreement: string;
      readonly wording: number;
      readonly seat: SeatId;
      readonly delegate: string;
    }
  | { readonly type: 'agreementSigned'; readonly agreement: string; readonly seat: SeatId }
  | { readonly type: 'agreementUnsigned'; readonly agreement: string; readonly seat: SeatId }
  /** All have signed. */
  | { readonly type: 'agreementEntered'; readonly agreement: string; readonly round: number }
  | { readonly type: 'agreementWithdrawn'; readonly agreement: string; readonly round: number }
  /** `untilRound` is the last round that still binds; null ends a pledge at once. */
  | {
      readonly type: 'agreementLeft';
      readonly agreement: string;
      readonly seat: SeatId;
      readonly round: number;
      readonly untilRound: number | null;
    }
  /** A state has joined; it is bound from that round on. */
  | {
      readonly type: 'agreementJoined';
      readonly agreement: string;
      readonly seat: SeatId;
      readonly fromRound: number;
    }
  /** A party agrees, in that round, to a term until `untilRound`. */
  | {
      readonly type: 'agreementRenewalAgreed';
      readonly agreement: string;
      readonly seat: SeatId;
      readonly round: number;
      readonly untilRound: number;
    }
  /** All have. */
  | { readonly type: 'agreementRenewed'; readonly agreement: string; readonly untilRound: number }
  | { readonly type: 'agreementLapsed'; readonly agreement: string; readonly round: number }
  /** `ends` is the status with which this judgement ended it, null while it goes on. */
  | {
      readonly type: 'agreementJudged';
      readonly agreement: string;
      readonly judgement: Judgement;
      readonly ends: AgreementStatus | null;
    }
  /** Null pauses the debrief. */
  | { readonly type: 'debriefStepSet'; readonly step: DebriefStep | null }
  | { readonly type: 'whatIfProposed'; readonly proposal: WhatIfProposal }
  | { readonly type: 'whatIfBet'; readonly delegate: string; readonly way: BetWay }
  | { readonly type: 'whatIfShown' }
  | ({ readonly type: 'pulseGiven' } & Note)
  | ({ readonly type: 'surveyAnswered'; readonly when: 'before' | 'after' } & Note)
  | ({ readonly type: 'reflectionWritten' } & Note)
  | BookmarkEvent
  | { readonly type: 'usualNoted'; readonly usual: UsualScores }
  | { readonly type: 'sessionPaused'; readonly remainingMs: number | null }
  | { readonly type: 'sessionResumed' }
  | { readonly type: 'sessionReopened'; readonly remainingMs: number | null }
  | {
      readonly type: 'sessionEnded';
      readonly because: EndedBecause;
      /** Final score by seat index, with the legacy of the last state of the world. */
      readonly finalScores: readonly Micro[];
      readonly moments: readonly MomentRecord[];
    };
/** The name of an event. */
export type EventType = Event['type'];
/** The event of this name. */
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>;

/** An event of one of those types, written so that the compiler matches a row of a table with its event. */
export type TypedEvent<Type extends EventType> = {
  readonly [One in Type]: { readonly type: One } & EventOf<One>;
}[Type];
