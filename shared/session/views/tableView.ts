import type { ActionId, Order } from '../../model/actions.ts';
import type { BlocId, Field, PayoffPart, SeatId, Side, Stage } from '../../model/world.ts';
import type { Bilingual, ObjectiveId } from '../../scenario/schema.ts';
import type { DispositionId, Viewer } from '../vocabulary/actors.ts';
import type { AgreementView } from './agreementView.ts';
import type { Role } from '../vocabulary/delegations.ts';
import type { Clause } from '../vocabulary/clauses.ts';
import type { EntryRules } from '../vocabulary/entry.ts';
import type { EndedBecause, MomentKind } from '../vocabulary/events.ts';
import type { TalkMove } from '../vocabulary/moves.ts';
import type { Expectation } from '../vocabulary/orders.ts';
import type { RoundPhase } from '../vocabulary/phases.ts';
import type { Channel, PhraseId, TalkMode } from '../vocabulary/talk.ts';
import type { ScenarioCard } from './cardView.ts';
import type { BlocMatters } from './charterView.ts';
import type { DebriefView } from './debriefView.ts';
import type { EventView } from './eventView.ts';
import type { OwnTrust } from './ownTrust.ts';
import type { Tenths } from './tenths.ts';
import type { Trail } from './trail.ts';

/** A person at a state's table. */
export interface DelegateView {
  readonly id: string;
  readonly name: string | null;
  readonly role: Role;
}

/** An order that somebody of the own delegation put forward, and who agrees, its author first. */
export interface DraftView {
  readonly order: Order;
  readonly agreed: readonly string[];
}

/** A state as everybody sees it. */
export interface SeatView {
  readonly id: SeatId;
  /** Names the delegates gave themselves; null where a name was erased or not given. */
  readonly delegates: readonly DelegateView[];
  readonly bot: DispositionId | null;
  readonly sealed: boolean;
  /** Somebody of it asks the host for help; the words are the host's alone. */
  readonly handRaised: boolean;
  readonly development: Tenths;
  readonly defence: Tenths;
  readonly localization: Tenths;
  readonly force: Tenths;
  readonly shock: Tenths;
  readonly threat: Tenths;
  readonly securitization: Tenths;
  /** How the others see it: their mean trust in it, by weight. */
  readonly trusted: Tenths;
}

/** A bloc as everybody sees it. */
export interface BlocView {
  readonly id: BlocId;
  readonly kind: 'functional' | 'exclusive';
  readonly side: Side;
  /** Null for a camp. */
  readonly field: Field | null;
  /** Seat indices. */
  readonly members: readonly number[];
  /** Zero for a functional group. */
  readonly depth: Tenths;
  readonly dormant: boolean;
  readonly coordinated: boolean;
  readonly age: number;
  /** Charter and votes; null where there are none. */
  readonly matters: BlocMatters | null;
}

/** What the last resolved round showed; present from its reveal on. */
export interface RevealView {
  readonly round: number;
  readonly events: readonly EventView[];
  /** By seat index. */
  readonly orders: readonly Order[];
  /** How many seats bet on each of the five bands. */
  readonly bets: readonly [number, number, number, number, number];
}

/** A promise that was broken, and what that alone cost its author in trust. */
export interface BrokenView {
  readonly by: SeatId;
  /** In the order of the seats. */
  readonly towards: readonly SeatId[];
  readonly clauses: readonly Clause[];
  readonly secret: boolean;
  /** Change of the trust of those it was broken towards, on average. */
  readonly trust: Tenths;
  /** Change of how all others see the author. */
  readonly standing: Tenths;
}

/** One of three moments worth talking about, picked with its evidence. */
export interface MomentView {
  readonly round: number;
  readonly kind: MomentKind | 'promiseBroke';
  /** Change of the dial in that round. */
  readonly direction: Tenths;
  readonly stage: Stage;
  /** Up to three seats whose orders of the round moved the dial most, with how much. */
  readonly seats: readonly { readonly seat: SeatId; readonly order: Order; readonly effect: Tenths }[];
  /** The promise whose breaking hurt most in the session, where it fell in this round. */
  readonly broken: BrokenView | null;
}

/** The four named endings of a seat: Nation above or below par, World turned well or not. */
export const quadrants = ['sharedSuccess', 'kingOfTheRuins', 'paidThePrice', 'lostTogether'] as const;
/** One of the four endings: did the nation do well, did the world do well. */
export type Quadrant = (typeof quadrants)[number];

/** How far a seat has come with a secret objective, as the record is now. */
export interface ObjectiveView {
  readonly id: ObjectiveId;
  /** What is reached, and what the objective asks for; a deed that is counted is one point. Null: not shown before the end. */
  readonly reached: Tenths | null;
  readonly goal: Tenths;
  /** Whatever the number says, something else is in the way: the seat sits in a camp, or its camp is dormant. */
  readonly barred: boolean;
  readonly done: boolean;
  /** The seats whose numbers these are: the two rivals, the leaders of the camps, the partner. */
  readonly about: readonly SeatId[];
}

/**
 * Nation beside World, never summed, never ranked. `par` and `nation` are null while no usual score is measured. Of a cancelled session
 * there is nothing to tell: no seat, no moment.
 */
export interface EndingView {
  readonly because: EndedBecause;
  readonly seats: readonly {
    readonly seat: SeatId;
    readonly score: Tenths;
    readonly par: Tenths | null;
    /** Between these half of the simulated games end; null where only their mean was measured. */
    readonly range: readonly [Tenths, Tenths] | null;
    readonly nation: Tenths | null;
    readonly quadrant: Quadrant | null;
    /** Secret until now. */
    readonly objectives: readonly [ObjectiveView, ObjectiveView];
  }[];
  /** The world counts as having turned the right way. */
  readonly turnedWell: boolean;
  readonly moments: readonly MomentView[];
}

/** Something that was said, as who may read it reads it. `text` is null where nothing was written or it was erased. */
export interface MessageView {
  /** Counts what these eyes see of public talk, or of private talk, from 1. */
  readonly id: number;
  readonly round: number;
  readonly phase: RoundPhase;
  readonly channel: Channel;
  /** Null for the host. */
  readonly seat: SeatId | null;
  /** Null for the host and for bots. */
  readonly delegate: string | null;
  readonly text: string | null;
  readonly phrase: PhraseId | null;
  readonly move: TalkMove | null;
  readonly mentions: readonly SeatId[];
}

/** How talk is regulated now. */
export interface TalkView {
  readonly mode: TalkMode;
  /** The round was declared silent. */
  readonly silent: boolean;
  /** Share of rule-making weight that has said in public this round that it will commit. */
  readonly pledgedWeight: Tenths;
}

/** What lies open on the table for everybody. Matrices are flat by seat index; `pairs` lists go (0,1), (0,2) … (n−2,n−1). */
export interface TableView {
  readonly phase: 'lobby' | RoundPhase | 'ended';
  /** 0 in the lobby. */
  readonly round: number;
  /** Length of the phase in seconds; null without a deadline. */
  readonly seconds: number | null;
  readonly paused: boolean;
  readonly stage: Stage;
  readonly locked: boolean;
  /** What happens to the world in this round, in the order of the effects. */
  readonly events: readonly EventView[];
  readonly seats: readonly SeatView[];
  readonly entry: EntryRules;
  /** Who waits for a seat; `name` is null where none was given, `wish` where any seat will do. */
  readonly waiting: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly wish: string | null;
  }[];
  readonly blocs: readonly BlocView[];
  readonly regime: Tenths;
  readonly institutions: Tenths;
  readonly opacity: Tenths;
  readonly competition: Tenths;
  /** n × n, i's trust in j at i * n + j; empty where these eyes may not read everybody's. */
  readonly trust: readonly Tenths[];
  /** n × n, by i on j. */
  readonly restriction: readonly Tenths[];
  /** Pairs: strength of the link and openness of its three layers. */
  readonly link: readonly Tenths[];
  readonly technical: readonly Tenths[];
  readonly political: readonly Tenths[];
  readonly commercial: readonly Tenths[];
  readonly trail: Trail;
  readonly talk: TalkView;
  /** The latest public messages: plenary, communiqués, announcements. */
  readonly messages: readonly MessageView[];
  /** Public agreements and offers, the judged ones included. */
  readonly agreements: readonly AgreementView[];
  readonly reveal: RevealView | null;
  readonly ending: EndingView | null;
  /** Null before the end. */
  readonly debrief: DebriefView | null;
}

/** What only one seat may see. */
export interface OwnView {
  readonly seat: SeatId;
  readonly brief: Bilingual;
  readonly objectives: readonly [ObjectiveView, ObjectiveView];
  /** Its trust in each seat and each seat's in it, by seat index; null where the table shows everybody's. */
  readonly trust: OwnTrust | null;
  readonly order: Order | null;
  readonly expects: Expectation | null;
  /** Orders put forward inside the delegation, the earliest first. */
  readonly drafts: readonly DraftView[];
  /** Delegates of this seat who have signed an offer that their state has not. */
  readonly endorsed: readonly { readonly agreement: string; readonly delegates: readonly string[] }[];
  readonly bet: 1 | 2 | 3 | 4 | 5 | null;
  /** Actions whose card lies in the deck now and that the rules could accept. */
  readonly open: readonly ActionId[];
  /** Actions whose card will be dealt in a later round, with that round. */
  readonly later: readonly { readonly action: ActionId; readonly round: number }[];
  /** Seats that engaged this one in the last round and can be answered in one tap. */
  readonly answerable: readonly SeatId[];
  /** How many of its people are muted; who and why is answered to them alone (`mutes`). */
  readonly muted: number;
  /** The latest private messages this seat heard. */
  readonly messages: readonly MessageView[];
  /** Secret agreements and offers of this seat. */
  readonly agreements: readonly AgreementView[];
  /** Last round in which this seat may make no new pledge, or null. */
  readonly bannedUntil: number | null;
  readonly score: Tenths;
  /** What the seat usually has by now; null where it was not measured. */
  readonly usual: Tenths | null;
  /** The last round's payoff by component; null before the first. */
  readonly payoff: Readonly<Record<PayoffPart | 'total', Tenths>> | null;
}

/** All that one pair of eyes may see at one moment; live and recorded sessions give the same. */
export interface View {
  readonly viewer: Viewer;
  readonly card: ScenarioCard;
  readonly table: TableView;
  readonly own: OwnView | null;
}
