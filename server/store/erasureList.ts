import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SessionStore } from './sessionStore.ts';
import type { StoreOperations } from './sqliteTables.ts';

/** Lies beside the database: ids and digests of what was erased or deleted, no words. */
const ERASURE_LIST = 'erasures.jsonl';

const entrySchema = z.union([
  z.strictObject({ session: z.string(), text: z.string(), digest: z.string() }),
  /** A session that was deleted at a time, or restored (null). `header` is the hash of its opening. */
  z.strictObject({ session: z.string(), header: z.string(), deletedMs: z.number().nullable() }),
  /** A link that was withdrawn, by the digest of its secret. */
  z.strictObject({ session: z.string(), link: z.string() }),
  /** A co-host whose link was ended. */
  z.strictObject({ gathering: z.string(), coHost: z.string() }),
]);
/** A text that was erased, a session that was deleted or restored, or a link that was withdrawn or ended. */
export type Erasure = z.infer<typeof entrySchema>;

/** Records erasures, so that they also apply to backups made before them. */
export interface ErasureList {
  /** Records what will be erased; on the disk when it returns. */
  add(erasures: readonly Erasure[]): void;
  all(): readonly Erasure[];
}

/** The erasure list of a data directory. */
export function erasureList(directory: string): ErasureList {
  const file = join(directory, ERASURE_LIST);
  return {
    add: (erasures) => {
      if (erasures.length === 0) return;
      mkdirSync(directory, { recursive: true });
      const opened = openSync(file, 'a', 0o600);
      try {
        writeSync(opened, erasures.map((one) => `${JSON.stringify(one)}\n`).join(''));
        fsyncSync(opened);
      } finally {
        closeSync(opened);
      }
    },
    all: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(entryOf) : []),
  };
}

/** Erases in a database what the list names; every restore does this. Returns how many texts and sessions it names. */
export function applyErasures(
  tables: Pick<StoreOperations, 'byId' | 'eraseText' | 'setDeleted' | 'removeShareLink' | 'removeCoHost'>,
  erasures: readonly Erasure[],
): void {
  for (const one of erasures) {
    if ('text' in one) tables.eraseText(one.session, one.text);
    else if ('coHost' in one) tables.removeCoHost(one.gathering, one.coHost);
    else if ('link' in one) tables.removeShareLink(one.session, one.link);
    else if (tables.byId(one.session) !== null) tables.setDeleted(one.session, one.deletedMs);
  }
}

/** Whether texts of a record were erased here before, by their digests. An import leaves those out. */
export function erasedDigests(erasures: readonly Erasure[]): ReadonlySet<string> {
  return new Set(erasures.flatMap((one) => ('text' in one ? [one.digest] : [])));
}

/** Deletes a session reversibly, or restores it, and records that on the list first. */
export async function markDeleted(
  { store, list }: { readonly store: Pick<SessionStore, 'setDeleted'>; readonly list: ErasureList },
  { id, headerHash }: { readonly id: string; readonly headerHash: string },
  atMs: number | null,
): Promise<void> {
  list.add([{ session: id, header: headerHash, deletedMs: atMs }]);
  await store.setDeleted(id, atMs);
}

/** Withdraws a link, and records that on the list first, so that no backup brings it back. */
export async function withdrawShareLink(
  { store, list }: { readonly store: Pick<SessionStore, 'removeShareLink'>; readonly list: ErasureList },
  session: string,
  secretHash: string,
): Promise<void> {
  list.add([{ session, link: secretHash }]);
  await store.removeShareLink(session, secretHash);
}

/** Ends a co-host's link, and records that on the list first, so that no backup brings it back. */
export async function endCoHostLink(
  { store, list }: { readonly store: Pick<SessionStore, 'removeCoHost'>; readonly list: ErasureList },
  gathering: string,
  coHost: string,
): Promise<void> {
  list.add([{ gathering, coHost }]);
  await store.removeCoHost(gathering, coHost);
}

/** A line that cannot be read (cut off by a crash) names nothing. */
function entryOf(line: string): Erasure[] {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
