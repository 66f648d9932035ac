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
import type { TableTreatment } from '../vocabulary/treatments.ts';
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

/** An order put before the own delegation, and who agrees, its author first. */
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
  /** One of its people asks the host for help; only the host reads the words. */
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

/** A broken promise, and how much trust that alone cost its author. */
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

/** One of up to three moments worth talking about, with its evidence. */
export interface MomentView {
  readonly round: number;
  readonly kind: MomentKind | 'promiseBroke';
  /** Change of the dial in that round. */
  readonly direction: Tenths;
  readonly stage: Stage;
  /** Up to three seats whose orders moved the dial most in the round, and how much. */
  readonly seats: readonly { readonly seat: SeatId; readonly order: Order; readonly effect: Tenths }[];
  /** The broken promise that hurt most in the session, if it fell in this round. */
  readonly broken: BrokenView | null;
}

/** The four named endings of a seat: Nation above or below par, World turned well or not. */
export const quadrants = ['sharedSuccess', 'kingOfTheRuins', 'paidThePrice', 'lostTogether'] as const;
/** One of the four endings: did the nation do well, did the world do well. */
export type Quadrant = (typeof quadrants)[number];

/** How far a seat has come with a secret objective. */
export interface ObjectiveView {
  readonly id: ObjectiveId;
  /** Progress, and what the objective asks for; a counted deed is one point. Null: not shown before the end. */
  readonly reached: Tenths | null;
  readonly goal: Tenths;
  /** Something other than the number is in the way: the seat sits in a camp, or its camp is dormant. */
  readonly barred: boolean;
  readonly done: boolean;
  /** The seats that the number is about: the two rivals, the leaders of the camps, the partner. */
  readonly about: readonly SeatId[];
}

/**
 * Nation beside World, never summed, never ranked. `par` and `nation` are null while no usual score is measured. A cancelled
 * session has no seats and no moments here.
 */
export interface EndingView {
  readonly because: EndedBecause;
  readonly seats: readonly {
    readonly seat: SeatId;
    readonly score: Tenths;
    readonly par: Tenths | null;
    /** The range of the middle half of the simulated games; null if only the mean was measured. */
    readonly range: readonly [Tenths, Tenths] | null;
    readonly nation: Tenths | null;
    readonly quadrant: Quadrant | null;
    /** Secret until now. */
    readonly objectives: readonly [ObjectiveView, ObjectiveView];
  }[];
  /** The world counts as having turned well. */
  readonly turnedWell: boolean;
  readonly moments: readonly MomentView[];
  /** What was tried at this table of an event whose tables differed in one setting. Secret until now. */
  readonly treatment: TableTreatment | null;
}

/** A message as a reader sees it. `text` is null if nothing was written or it was erased. */
export interface MessageView {
  /** Number among the public, or the private, messages that this viewer sees, from 1. */
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
  /** Share of rule-making weight that has announced in public this round that it will commit. */
  readonly pledgedWeight: Tenths;
}

/** What everybody sees. Matrices are flat by seat index; lists of pairs go (0,1), (0,2) … (n−2,n−1). */
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
  /** The people who wait for a seat; `name` is null if none was given, `wish` if any seat will do. */
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
  /** n × n, i's trust in j at i * n + j; empty if this viewer may not see everybody's. */
  readonly trust: readonly Tenths[];
  /** n × n, by i on j. */
  readonly restriction: readonly Tenths[];
  /** By pair: strength of the link and openness of its three layers. */
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
  /** Its trust in each seat and each seat's in it, by seat index; null if the table shows everybody's. */
  readonly trust: OwnTrust | null;
  readonly order: Order | null;
  readonly expects: Expectation | null;
  /** Orders put before the delegation, earliest first. */
  readonly drafts: readonly DraftView[];
  /** Delegates of this seat who have signed an offer that their state has not signed yet. */
  readonly endorsed: readonly { readonly agreement: string; readonly delegates: readonly string[] }[];
  readonly bet: 1 | 2 | 3 | 4 | 5 | null;
  /** Actions whose card is dealt and that the rules could accept now. */
  readonly open: readonly ActionId[];
  /** Actions whose card is dealt in a later round, with that round. */
  readonly later: readonly { readonly action: ActionId; readonly round: number }[];
  /** Seats that engaged this one in the last round and can be answered in one tap. */
  readonly answerable: readonly SeatId[];
  /** How many of its people are muted; only they learn who and why (`mutes`). */
  readonly muted: number;
  /** The latest private messages this seat heard. */
  readonly messages: readonly MessageView[];
  /** Secret agreements and offers of this seat. */
  readonly agreements: readonly AgreementView[];
  /** Last round in which this seat may make no new pledge, or null. */
  readonly bannedUntil: number | null;
  readonly score: Tenths;
  /** What the seat usually has by now; null if it was not measured. */
  readonly usual: Tenths | null;
  /** The last round's payoff by component; null before the first. */
  readonly payoff: Readonly<Record<PayoffPart | 'total', Tenths>> | null;
}

/** All that one viewer may see at one moment; live and recorded sessions give the same. */
export interface View {
  readonly viewer: Viewer;
  readonly card: ScenarioCard;
  readonly table: TableView;
  readonly own: OwnView | null;
}
