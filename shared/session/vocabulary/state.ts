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
  Setting,
  World,
  WorldEvent,
} from '../../model/world.ts';
import type { Plan, Scenario } from '../../scenario/schema.ts';
import type { DispositionId } from './actors.ts';
import type { OtherEvent } from './branching.ts';
import type { Agreement } from './agreements.ts';
import type { Endorsement, OrderDraft, Role } from './delegations.ts';
import type { Bookmark } from './bookmarks.ts';
import type { BlocRules } from './charters.ts';
import type { EntryRules } from './entry.ts';
import type { OptionsInForce } from './options.ts';
import type { Expectation } from './orders.ts';
import type { TextRef } from './textRef.ts';
import type { Debrief } from './debrief.ts';
import type { EndedBecause, MomentRecord } from './events.ts';
import type { RoundPhase } from './phases.ts';
import type { Quizzed } from './quiz.ts';
import type { Inject, RoundEvent } from './injects.ts';
import type { Message, TalkRules } from './talk.ts';
import type { UsualScores } from './usual.ts';

/** Everything about a session before its first command; the log's header holds it. */
export interface SessionBasis {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly options: OptionsInForce;
  readonly seed: number;
  readonly setting: Setting;
  /** Events of single rounds in place of those that would be drawn; only a branch has them. */
  readonly otherEvents?: readonly OtherEvent[];
}

/** A person at a state's table; the name is a free text beside the log. */
export interface Delegate {
  readonly id: string;
  readonly name: TextRef | null;
  readonly role: Role;
}

/** A person who has joined and has no seat yet. */
export interface WaitingPerson extends Pick<Delegate, 'id' | 'name'> {
  /** The seat they would like; absent: any. */
  readonly wish?: SeatId;
}

/** A seat: the people who sit there, and the bot that plays while `bot` is set. */
export interface SeatState {
  readonly id: SeatId;
  readonly delegates: readonly Delegate[];
  readonly bot: DispositionId | null;
  /** The bot only stands in for people who are unreachable. */
  readonly untilReturn?: true;
}

/** A raised hand: somebody asks the host for help. Its line of text is kept beside the log. */
export interface Hand {
  readonly seat: SeatId;
  readonly delegate: string;
  readonly text: TextRef | null;
}

/** What a seat has sealed for the round: its order and what it expects of one rival. */
export interface SealedOrders {
  readonly order: Order;
  readonly expects: Expectation | null;
}

/** What is kept of a resolved round, for the reveal, the ending, *why* and the replay. */
export interface RoundRecord {
  readonly round: number;
  readonly attempt: number;
  /** Position in `messages` of the first of this attempt at the round. */
  readonly talkFrom: number;
  readonly events: readonly RoundEvent[];
  readonly orders: Readonly<Record<SeatId, Order>>;
  readonly expectations: Readonly<Record<SeatId, Expectation>>;
  readonly bets: Readonly<Record<SeatId, 1 | 2 | 3 | 4 | 5>>;
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  readonly corridors?: readonly Corridor[];
  readonly expelled?: readonly Expulsion[];
  readonly ledger: PackedLedger;
  readonly indicators: Indicators;
  readonly payoffs: readonly Payoff[];
  readonly participation: Micro;
}

/** The phase of the session: lobby, a phase of a round, or ended. */
export type Phase =
  | { readonly name: 'lobby' }
  | { readonly name: RoundPhase; readonly round: number; readonly seconds: number | null }
  | {
      readonly name: 'ended';
      readonly because: EndedBecause;
      readonly finalScores: readonly Micro[];
      readonly moments: readonly MomentRecord[];
    };

/** The whole state of a session at one moment; plain JSON. */
export interface SessionState {
  readonly basis: SessionBasis;
  readonly phase: Phase;
  /** Set while paused; `remainingMs` is null if the phase has no deadline. */
  readonly paused: { readonly remainingMs: number | null } | null;
  readonly seats: readonly SeatState[];
  /** Who may join, and how. */
  readonly entry: EntryRules;
  /** The people who have joined and have no seat yet, oldest first. */
  readonly waiting: readonly WaitingPerson[];
  readonly world: World;
  /** The event drawn for the current round; `eventsOfRound` adds the host's. */
  readonly event: WorldEvent | null;
  /** What the host brought in, past and to come. */
  readonly injects: readonly Inject[];
  readonly attempt: number;
  readonly sealed: Readonly<Record<SeatId, SealedOrders>>;
  readonly bets: Readonly<Record<SeatId, 1 | 2 | 3 | 4 | 5>>;
  /** Orders put before delegations this round, earliest first. */
  readonly drafts: Readonly<Record<SeatId, readonly OrderDraft[]>>;
  /** Signatures of single delegates this round, where a majority has to sign. */
  readonly endorsements: readonly Endorsement[];
  /** Charters, votes and decisions of blocs. */
  readonly blocRules: BlocRules;
  /** Every agreement from its offer on, the ended ones included. */
  readonly agreements: readonly Agreement[];
  readonly rounds: readonly RoundRecord[];
  /** The world at the start of each round, so that a round can be explained or restored; index r is round r + 1. */
  readonly roundStarts: readonly World[];
  /** The rules of blocs at the start of each round, in the same order. */
  readonly blocRuleStarts: readonly BlocRules[];
  readonly talk: TalkRules;
  /** Everything that was said, in order. */
  readonly messages: readonly Message[];
  /** Raised hands, the oldest first; only the host reads them. */
  readonly hands: readonly Hand[];
  /** The host's last answer in words to each person; only that person and the host read it. */
  readonly handAnswers: readonly { readonly delegate: string; readonly text: TextRef }[];
  /** Answers to the rules check, in order. */
  readonly quiz: readonly Quizzed[];
  /** The moments that the host has marked, in order. */
  readonly bookmarks: readonly Bookmark[];
  /** The indicators before the first round. */
  readonly openingIndicators: Indicators;
  readonly debrief: Debrief;
  /** What the seats usually score, once it has been measured. */
  readonly usual?: UsualScores;
}
