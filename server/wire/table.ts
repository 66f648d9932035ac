import { schema, t, type SchemaType } from '@colyseus/schema';
import { NO_NUMBER } from '#shared/wire/packing.ts';

/**
 * The schema that mirrors a session's view: the public table, who is connected, and per seat one `Private` that only its own
 * devices receive. It is not rule state: `mirror.ts` writes it from views, and no rule reads it.
 *
 * Numbers are tenths as in `TableView`; matrices and lists are rows of `packed` text. A private part contains primitives only: a
 * child object would take a number from a counter that all seats share, which would be visible to others.
 */
export const SeatSchema = schema(
  {
    id: t.string().default(''),
    delegates: t.array('string'),
    /** By position in `delegates`; empty if no name is given. */
    names: t.array('string'),
    /** Packed places in `roles`, by position in `delegates`. */
    roles: t.string().default(''),
    bot: t.uint8().default(NO_NUMBER),
    sealed: t.boolean().default(false),
    handRaised: t.boolean().default(false),
    connected: t.boolean().default(false),
    headAway: t.boolean().default(false),
    development: t.number().default(0),
    defence: t.number().default(0),
    localization: t.number().default(0),
    force: t.number().default(0),
    shock: t.number().default(0),
    threat: t.number().default(0),
    securitization: t.number().default(0),
    trusted: t.number().default(0),
  },
  'Seat',
);
/** A seat of the table as it travels. */
export type SeatSchema = SchemaType<typeof SeatSchema>;

/** A bloc by its id; `members` are packed seat indices. */
export const BlocSchema = schema(
  {
    exclusive: t.boolean().default(false),
    side: t.int8().default(1),
    field: t.uint8().default(NO_NUMBER),
    members: t.string().default(''),
    depth: t.number().default(0),
    dormant: t.boolean().default(false),
    coordinated: t.boolean().default(false),
    age: t.number().default(0),
    /** Text of `charterPacking.ts`. */
    matters: t.string().default(''),
  },
  'Bloc',
);
/** A bloc as it travels. */
export type BlocSchema = SchemaType<typeof BlocSchema>;

/** What only one seat, or the host, receives; texts as in `packing.ts`, empty for null. */
export const PrivateSchema = schema(
  {
    briefEn: t.string().default(''),
    briefZh: t.string().default(''),
    objectives: t.string().default(''),
    /**
     * Packed trust that the table does not show: a seat's trust in others, then others' trust in it; for the host the whole matrix.
     */
    trust: t.string().default(''),
    /** For the host only: who has been away for a while, by id. */
    away: t.string().default(''),
    /** For the host only: who was turned away lately for lack of room, as in `noRoom.ts`. */
    noRoom: t.string().default(''),
    order: t.string().default(''),
    expects: t.string().default(''),
    bet: t.uint8().default(0),
    open: t.string().default(''),
    /** Packed pairs: position of the action among `actionIds`, round. */
    later: t.string().default(''),
    answerable: t.string().default(''),
    /** JSON of the delegation's drafts, and of the offers that some of it have signed; empty for none. */
    drafts: t.string().default(''),
    endorsed: t.string().default(''),
    score: t.number().default(0),
    /** As text, so that none is empty. */
    usual: t.string().default(''),
    /** The seat's secret agreements as one text. */
    agreements: t.string().default(''),
    /** 0 if new pledges are free. */
    bannedUntil: t.number().default(0),
    /** How many of the seat's people are muted. */
    muted: t.uint8().default(0),
    /** Packed components in the order of `payoffParts`, then the total. */
    payoff: t.string().default(''),
    /** Private talk, in the rows of `talkPacking.ts`. */
    talk0: t.string().default(''),
    talk1: t.string().default(''),
    talk2: t.string().default(''),
    talk3: t.string().default(''),
    talk4: t.string().default(''),
    talk5: t.string().default(''),
    talk6: t.string().default(''),
    talk7: t.string().default(''),
  },
  'Private',
);
/** A seat’s own part as it travels, to its owner alone. */
export type PrivateSchema = SchemaType<typeof PrivateSchema>;

/** The indicators over time; each list only ever grows. */
export const TrailSchema = schema(
  {
    efficiency: t.array('number'),
    meanTrust: t.array('number'),
    meanThreat: t.array('number'),
    blocIndex: t.array('number'),
    securitizationIndex: t.array('number'),
    fragmentationIndex: t.array('number'),
    regime: t.array('number'),
    institutions: t.array('number'),
    opacity: t.array('number'),
    competition: t.array('number'),
    direction: t.array('number'),
    participation: t.array('number'),
    equality: t.array('number'),
  },
  'Trail',
);
/** The trail of the past rounds as it travels. */
export type TrailSchema = SchemaType<typeof TrailSchema>;

/** The root of what travels. `deadlineAtMs` is the server's clock, 0 without a deadline; −1 stands for null elsewhere. */
export const TableSchema = schema(
  {
    phase: t.uint8().default(0),
    round: t.uint8().default(0),
    seconds: t.number().default(-1),
    paused: t.boolean().default(false),
    stage: t.uint8().default(0),
    locked: t.boolean().default(false),
    /** The events of the round, in the text of `packing.ts`. */
    events: t.string().default(''),
    deadlineAtMs: t.number().default(0),
    pausedRemainingMs: t.number().default(-1),
    regime: t.number().default(0),
    institutions: t.number().default(0),
    opacity: t.number().default(0),
    competition: t.number().default(0),
    /** The text of `entryPacking.ts`. */
    entry: t.string().default(''),
    waiting: t.string().default(''),
    /** What the host lets the projector show: its index in `curtains`. */
    curtain: t.uint8().default(0),
    /** The host's page on the wall: the text of `wallPage.ts`. */
    wall: t.string().default(''),
    /** What the large part of the projector shows: its index in `wallCentres`. */
    centre: t.uint8().default(0),
    /** The place of the shared replay, as in `replayPlace.ts`; empty while nobody leads. */
    lead: t.string().default(''),
    seats: t.array(SeatSchema),
    blocs: t.map(BlocSchema),
    trust: t.array('string'),
    restriction: t.array('string'),
    link: t.array('string'),
    technical: t.array('string'),
    political: t.array('string'),
    commercial: t.array('string'),
    trail: t.ref(TrailSchema),
    /** Public talk, in the rows of `talkPacking.ts`. */
    talk: t.array('string'),
    talkMode: t.uint8().default(0),
    talkSilent: t.boolean().default(false),
    pledgedWeight: t.number().default(0),
    /** Public agreements, each in the text of `agreementPacking.ts`. */
    agreements: t.array('string'),
    /** 0 before the first reveal. */
    revealRound: t.uint8().default(0),
    revealEvents: t.string().default(''),
    revealOrders: t.array('string'),
    revealBets: t.string().default(''),
    /** JSON of `EndingView`, written once; empty before the end. */
    ending: t.string().default(''),
    /** JSON of `DebriefView`; empty before the end. */
    debrief: t.string().default(''),
    privates: t.map(PrivateSchema).view(),
  },
  'Table',
);
/** The table as it travels: the root of what a room sends. */
export type TableSchema = SchemaType<typeof TableSchema>;
