import { z } from 'zod';
import type { Stage } from '../model/world.ts';
import type { Bilingual } from '../scenario/schema.ts';
import { contrastedSchema, type Treatment } from '../session/vocabulary/treatments.ts';
import { commandSchema, type CommandType } from '../session/vocabulary/commands.ts';
import type { LanguageChoice } from '../session/vocabulary/languages.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { Phase } from '../session/vocabulary/state.ts';
import type { Tenths } from '../session/views/tenths.ts';
import { openSessionBody, pressKeySchema } from './api.ts';

/** Most tables of one event. */
export const MOST_TABLES = 60;
/** Fewest and most people for whom a table of an event is laid. */
export const TABLE_SIZES = [2, 40] as const;
/** Most names on a list that says who sits at which table. */
export const MOST_NAMES = 400;

/** How people get to a table: in the order they come, by chance, by a list of names, or by the host's hand. */
export const placings = ['fill', 'chance', 'list', 'hand'] as const;
/** A way to get to a table. */
export type Placing = (typeof placings)[number];

const size = z.int().min(TABLE_SIZES[0]).max(TABLE_SIZES[1]);
/** The number of a table of an event; tables count from 1. */
export const tableNumberSchema = z.int().min(1).max(MOST_TABLES);
const person = z.string().trim().min(1).max(40);

/** `POST /api/events` (host): opens an event of many tables, all from one opening. */
export const gatheringBody = z
  .strictObject({
    opening: openSessionBody,
    placing: z.enum(placings),
    /** How many people a table takes before the next one is filled. */
    size,
    /** How many tables; null: made as people come. */
    tables: tableNumberSchema.nullable(),
    /** Who sits at which table, by its place in the list; people are known by the names they type. */
    names: z.array(z.array(person).max(MOST_NAMES)).max(MOST_TABLES).default([]),
    /** In what the tables differ, each table by chance; null: in nothing. */
    treatments: contrastedSchema.nullable().default(null),
    key: pressKeySchema,
  })
  .refine(({ placing, tables }) => placing === 'fill' || tables !== null)
  .refine(({ names }) => names.flat().length <= MOST_NAMES);

/** `GET /api/events` (host): an event in the host's list. */
export interface GatheringItem {
  readonly code: string;
  readonly title: Bilingual;
  readonly createdMs: number;
  readonly tables: number;
  readonly people: number;
  /** How many of its tables have not ended. */
  readonly open: number;
}

/** One table of an event as the overview shows it: facts, no judgement. */
export interface TableNow {
  readonly number: number;
  readonly code: string;
  readonly phase: Phase['name'];
  /** Number of the log line that opened the phase: what goes on to the next phase names the phase that it closes. */
  readonly phaseLine: number;
  readonly round: number;
  readonly rounds: number;
  readonly paused: boolean;
  /** Time that the phase has left, ms; null without a clock. */
  readonly leftMs: number | null;
  /** Where the dial stood after each round, the opening first. */
  readonly trail: readonly Tenths[];
  readonly stage: Stage;
  readonly people: number;
  /** People connected now. */
  readonly here: number;
  readonly bots: number;
  /** States whose people have not sealed, while decisions are open. */
  readonly unsealed: readonly string[];
  /** States all of whose people are away. */
  readonly away: readonly string[];
  /** States where somebody raises a hand. */
  readonly hands: readonly string[];
  /** People who wait for a seat. */
  readonly waiting: number;
  readonly bookmarks: number;
  /** Nobody but the host may talk now. */
  readonly silent: boolean;
  /** It was stopped after a fault and takes no more commands. */
  readonly stopped: boolean;
  /** The id of the co-host in charge of it; null: nobody is. */
  readonly coHost: string | null;
}

/** A co-host as the host and the other co-hosts of the event know them. */
export interface CoHostNow {
  readonly id: string;
  readonly name: string;
}

/** `GET /api/events/:code` (host, co-hosts): the overview of an event. */
export interface GatheringNow {
  /** The id of the co-host who asks; null: the host does. */
  readonly you: string | null;
  readonly coHosts: readonly CoHostNow[];
  readonly code: string;
  readonly title: Bilingual;
  readonly placing: Placing;
  readonly size: number;
  /** The seed of every draw, where people are placed by chance. */
  readonly seed: number;
  readonly seats: readonly { readonly id: string; readonly name: Bilingual }[];
  /** How many names the list has, and how many of them have come; null where people are not placed by a list. */
  readonly expected: { readonly listed: number; readonly come: number } | null;
  /** The tables differ in one setting; which one and where, the host asks for. */
  readonly treated: boolean;
  /** Events of the scenario that the host can bring in. */
  readonly deck: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly tables: readonly TableNow[];
  /** Numbers of tables whose record is asleep, deleted or damaged. */
  readonly resting: readonly { readonly number: number; readonly code: string }[];
}

/** Answer to `POST /api/events/:code/treatments` (host): what the tables of an event differ in. That it was shown is noted. */
export interface TreatmentsNow {
  readonly among: readonly Treatment[];
  /** The seed by which tables get their treatment. */
  readonly seed: number;
  /** The treatment of each table in the order of their numbers, those that may still be laid included. */
  readonly byTable: readonly Treatment[];
}

/** One table as everybody may see it from the back of the hall. */
export type DialNow = Pick<TableNow, 'number' | 'code' | 'phase' | 'round' | 'paused' | 'trail' | 'stage'>;

/** `GET /api/events/:code/dials`: the wall of an event, for whoever may watch its tables. */
export interface DialsNow {
  readonly code: string;
  readonly title: Bilingual;
  readonly languages: LanguageChoice;
  readonly tables: readonly DialNow[];
  /** What was tried at each table, where the tables differ; empty until all of them have ended. */
  readonly tried: readonly { readonly number: number; readonly treatment: Treatment }[];
}

/** The commands that a host or co-host may give to several tables at once. */
export const actTypes = [
  'startSession',
  'pauseSession',
  'resumeSession',
  'closePhase',
  'extendPhase',
  'injectEvent',
  'say',
  'declareSilent',
  'endSession',
  'cancelSession',
] as const satisfies readonly CommandType[];

/** `POST /api/events/:code/acts` (host, co-hosts): gives one command to several tables. */
export const actBody = z.strictObject({
  key: z.string().min(16).max(64),
  tables: z
    .array(z.strictObject({ number: tableNumberSchema, phaseLine: z.int().min(0) }))
    .min(1)
    .max(MOST_TABLES),
  command: commandSchema.refine(({ type }) => actTypes.some((one) => one === type)),
  text: z.string().max(8000).nullable().default(null),
});

/** What a table answered: the shape of the answer to any command. */
export type ActReply =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly undelivered: 'malformed' | 'notStored' | 'tooMany' };

/** Answer to `POST /api/events/:code/acts`: one answer a table. */
export type ActAnswer = readonly { readonly number: number; readonly reply: ActReply }[];

/** `GET /api/events/:code/people` (host, co-hosts): somebody who has joined. The seat is null while they wait for one. */
export interface PersonAtTable {
  readonly delegate: string;
  readonly name: string | null;
  readonly table: number;
  readonly seat: string | null;
}

/** `POST /api/events/:code/move` (host, co-hosts): brings somebody to another table, or from waiting to a seat. */
export const moveBody = z.strictObject({ delegate: z.string().min(1).max(64), table: tableNumberSchema });
