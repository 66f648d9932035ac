import { z } from 'zod';
import type { Treatment } from '../session/vocabulary/treatments.ts';
import type { SessionListItem } from './api.ts';
import { retentionDays } from './retention.ts';

/** Sessions on a page of the library. */
export const LIBRARY_PAGE = 50;
/** Largest record that can be imported, in bytes. */
export const MOST_IMPORT_BYTES = 32 * 1024 * 1024;

/**
 * Filters of the library: all that are not deleted, those that run or wait, that ended, that were cancelled, practice, or the
 * deleted.
 */
export const libraryStates = ['all', 'open', 'ended', 'cancelled', 'practice', 'deleted'] as const;
/** A filter of the library. */
export type LibraryState = (typeof libraryStates)[number];

/** Orders of the library; equal ones are sorted by the newest. */
export const libraryOrders = ['newest', 'oldest', 'name', 'lastEntry'] as const;
/** An order of the library. */
export type LibraryOrder = (typeof libraryOrders)[number];

const time = z.coerce.number().int().min(0).max(8.64e15);

/** `GET /api/library` (host): a page of the sessions that a search finds. Times are ms. */
export const libraryQuery = z.object({
  search: z.string().max(200).default(''),
  state: z.enum(libraryStates).default('all'),
  order: z.enum(libraryOrders).default('newest'),
  from: time.exactOptional(),
  before: time.exactOptional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** A session in the library. */
export interface LibraryItem extends SessionListItem {
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly practice: boolean;
  /** The file that an imported record came from, and when. */
  readonly origin: { readonly file: string; readonly atMs: number } | null;
  /** Version of the program that opened it. */
  readonly build: string | null;
  readonly lastMs: number;
  readonly keepDays: number | null;
  readonly deletedMs: number | null;
  /** The event whose table it is, the table's number, and once it has ended, what was tried there. */
  readonly table: {
    readonly event: string;
    readonly number: number;
    readonly treatment: Treatment | null;
  } | null;
}

/** Answer to `GET /api/library`. */
export interface LibraryPage {
  readonly items: readonly LibraryItem[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Limits of the host's notes on a session. */
export const DESCRIPTION_LIMITS = { name: 120, note: 2000, tag: 40, tags: 12 } as const;

/** `PUT /api/library/:code` (host): the host's notes on a session. */
export const descriptionBody = z.strictObject({
  name: z.string().trim().max(DESCRIPTION_LIMITS.name),
  note: z.string().trim().max(DESCRIPTION_LIMITS.note),
  tags: z
    .array(z.string().trim().min(1).max(DESCRIPTION_LIMITS.tag))
    .max(DESCRIPTION_LIMITS.tags)
    .transform((tags) => [...new Set(tags)]),
});

/** `GET /api/library/:code/people` (host): the people whose words are kept. */
export interface PersonWithWords {
  readonly delegate: string;
  readonly name: string | null;
  readonly texts: number;
}

/** `POST /api/library/:code/erase` (host): erases a person's words, or with null everybody's. */
export const eraseBody = z.strictObject({ delegate: z.string().min(1).max(64).nullable() });

/** `PUT /api/library-retention` (host): for how many days new sessions are kept. */
export const retentionBody = z.strictObject({ days: z.literal(retentionDays).nullable() });
/** How long new sessions are kept. */
export type Retention = z.infer<typeof retentionBody>;

/** `GET /api/privacy`: the settings in force that decide what is kept and for how long. */
export interface PrivacyFacts {
  /** For how many days after its last entry a session opened now is kept; null: until the host deletes it. */
  readonly keepDays: number | null;
  /** The server makes backups by itself. */
  readonly backsUp: boolean;
  /** Backups are in the data directory; false: in another folder. */
  readonly backupsBeside: boolean;
  /** A damaged or replaced database is still beside the one in use. */
  readonly setAside: boolean;
  /** The server is reached under this address; null: directly, in the local network. */
  readonly publicUrl: string | null;
}
