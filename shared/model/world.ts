import type { Micro } from './micro.ts';
import type { Parameters } from './parameters.ts';

/** The stable name of a seat, a slug such as `aurelia`; its position in `Setting.seats` is its index everywhere else. */
export type SeatId = string;
/** The number of a bloc; given once in a session, from 1. */
export type BlocId = number;
/** The field of a functional group: 0 cybercrime, 1 data, 2 infrastructure in the shipped scenarios. */
export type Field = 0 | 1 | 2;
/** The side of a bloc: +1 or −1 on the axis of policy positions. */
export type Side = 1 | -1;

/** What never changes about a seat: attributes 0.05..1 in units, position −1..1, weight > 0 with mean 1. [model D.1] */
export interface SeatProfile {
  readonly id: SeatId;
  readonly capability: number;
  readonly market: number;
  readonly dependence: number;
  readonly exposure: number;
  readonly rulemaking: number;
  readonly position: number;
  readonly weight: number;
}

/** What a session fixes before its first round: the seats and the numbers of the rules. */
export interface Setting {
  readonly seats: readonly SeatProfile[];
  readonly parameters: Parameters;
  /** The deck of events; absent: the reference deck. */
  readonly deck?: readonly DeckEvent[];
}

interface BlocBase {
  readonly id: BlocId;
  readonly side: Side;
  /** Seat indices, ascending. */
  readonly members: readonly number[];
  /** Rounds resolved since it exists. */
  readonly age: number;
}

/** A group on one field; `coordination` 0..1 are points towards the permanent mark `coordinated`. */
export interface FunctionalBloc extends BlocBase {
  readonly kind: 'functional';
  readonly field: Field;
  readonly coordination: Micro;
  readonly coordinated: boolean;
}

/** A camp; `depth` is 0.10..1. With fewer than `campMin` members it is dormant. */
export interface ExclusiveBloc extends BlocBase {
  readonly kind: 'exclusive';
  readonly depth: Micro;
}

/** A bloc: an issue group or a camp. */
export type Bloc = FunctionalBloc | ExclusiveBloc;

/** The stages of the world; the third and fourth are its two endings. [cai-zhang §3] */
export const stages = ['emergence', 'selection', 'governance', 'predicament'] as const;
/** A stage of the world, from the predicament to good governance. */
export type Stage = (typeof stages)[number];

/**
 * Every stored quantity, as integers. Lists are by seat index (length n); matrices are flat, length n × n, `i * n + j` is what i
 * holds towards j, zero on the diagonal. Plain JSON. [model D.1]
 */
export interface World {
  /** Resolved rounds. */
  readonly round: number;
  /** Resolved passes. */
  readonly passes: number;
  readonly development: readonly Micro[];
  readonly defence: readonly Micro[];
  readonly localization: readonly Micro[];
  readonly force: readonly Micro[];
  readonly shock: readonly Micro[];
  /** Sum of the rounds' payoffs; any sign. */
  readonly score: readonly Micro[];
  readonly trust: readonly Micro[];
  readonly restriction: readonly Micro[];
  /** Symmetric. */
  readonly barrier: readonly Micro[];
  /** Rounds (0, 1, 2) in which i may still answer j proportionately. */
  readonly grievance: readonly number[];
  /** 1 if i and j engaged each other in the last resolved round, else 0; symmetric. */
  readonly engaged: readonly number[];
  readonly regime: Micro;
  readonly institutions: Micro;
  readonly opacity: Micro;
  readonly competition: Micro;
  /** Ascending by id. */
  readonly blocs: readonly Bloc[];
  readonly nextBloc: BlocId;
  readonly stage: Stage;
  readonly locked: boolean;
  readonly counters: { readonly governance: number; readonly predicament: number; readonly scar: number };
}

/** The events of the reference deck, in the order in which they are drawn. [model D.5] */
export const worldEventIds = [
  'ransomware-wave',
  'misattributed-intrusion',
  'standards-split',
  'geopolitical-crisis',
  'leaders-summit',
  'expert-group-fails',
  'open-group-reports',
  'cable-cut',
] as const;
/** An event of the reference deck. */
export type ReferenceEventId = (typeof worldEventIds)[number];

/** Effects of an event that have a size. */
export const sizedEffects = [
  'shock',
  'shockVictim',
  'barrier',
  'competition',
  'institutions',
  'regime',
  'opacity',
  'trust',
] as const;
/** An effect of an event that has a size. */
export type SizedEffect = (typeof sizedEffects)[number];

/**
 * One effect of an event, from a closed set. `shock` is halved for a seat without exposure and full at full exposure;
 * `shockVictim` hits only the victim; `barrier` is between all pairs; `trust` of all in all closes a share of the distance to full
 * trust or, if negative, takes a share of the trust there is; `blame` makes the victim distrust the blamed, the more the more
 * opaque technology is. Sizes may be negative.
 */
export type WorldEffect = { readonly kind: SizedEffect; readonly amount: Micro } | { readonly kind: 'blame' };

/** Stands for the id of an event that a host wrote. */
export const WRITTEN_EVENT = 'written';

/**
 * An event of the world at the start of a round. An event of the reference deck carries no effects, because the rules fix them;
 * any other carries its own, so that it is a complete fact. Victim and blamed (never the same) are there if an effect needs them.
 */
export interface WorldEvent {
  readonly id: string;
  readonly effects?: readonly WorldEffect[];
  readonly victim?: SeatId;
  readonly blamed?: SeatId;
}

/** A pledge in force between two seats in this round, with the table's judgement; at most one per pair. [model D.13] */
export interface Pledge {
  readonly between: readonly [SeatId, SeatId];
  readonly breachedBy: readonly SeatId[];
  readonly public: boolean;
}

/** Two groups of one field that recognise each other's rulebook in this round. [model D.3 step 5] */
export interface Recognition {
  readonly field: Field;
  readonly groups: readonly [BlocId, BlocId];
}

/** Two seats between whom a data corridor was kept in this round. [decision 0007] */
export type Corridor = readonly [SeatId, SeatId];

/** A member that its bloc has expelled. */
export interface Expulsion {
  readonly seat: SeatId;
  readonly bloc: BlocId;
}

/** The indicators of the world as a whole, in micro-units (direction may be negative). [model D.4] */
export interface Indicators {
  readonly efficiency: Micro;
  readonly openEfficiency: Micro;
  readonly meanTrust: Micro;
  readonly meanThreat: Micro;
  readonly blocIndex: Micro;
  readonly securitizationIndex: Micro;
  readonly fragmentationIndex: Micro;
  readonly regimeFragmentation: Micro;
  readonly parallelTreaties: Micro;
  readonly selectiveParticipation: Micro;
  readonly lowParticipation: Micro;
  readonly effectiveOpacity: Micro;
  readonly direction: Micro;
}

/** The parts of a round's payoff. [model D.4] */
export const payoffParts = [
  'exchange',
  'common',
  'dividend',
  'rent',
  'club',
  'pledge',
  'damage',
  'loss',
  'cost',
] as const;
/** A part of a seat’s points. */
export type PayoffPart = (typeof payoffParts)[number];

/** One seat's payoff of a round by component, micro-units; damage, loss and cost are positive and subtracted in `total`. */
export type Payoff = Readonly<Record<PayoffPart, Micro>> & { readonly total: Micro };

/** An event that may be drawn: its weight among the others, and its effects. */
export interface DeckEvent {
  readonly id: string;
  /** A whole number ≥ 1. */
  readonly weight: number;
  /** Null for one of the reference deck, whose effects the rules fix. */
  readonly effects: readonly WorldEffect[] | null;
}

/** The side that a position leans to: the default side of a joiner. [model D.2] */
export function sideOf(position: number): Side {
  return position >= 0 ? 1 : -1;
}
