import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { groupCommit, type NumberedCall } from './groupCommit.ts';
import { openDatabase, type OwnedDatabase } from './openDatabase.ts';
import { DATABASE_NAME, type Loss, type FilePlace, placeOf } from './place.ts';
import { StoreError } from './sessionStore.ts';
import { type StoreOperations, tablesOf } from './sqliteTables.ts';
import type { StoreReply } from './storeCall.ts';

/** How long a missing file may reappear by itself before its contents are written to its place. */
export const BACK_WITHIN_MS = 10_000;

/** The time until the next attempt after a failure (a full disk, another server's lock). */
const RETRY_MS = 10_000;

interface Opened {
  readonly owned: OwnedDatabase;
  readonly tables: StoreOperations;
  readonly place: FilePlace;
}

/** Takes a sentence for the server's log: what was lost, and what became of it. */
export type Tell = (sentence: string) => void;

/**
 * The database of a data directory, as long as the next start will find it in its place. Acknowledges nothing that is not in the
 * file at the path. If the file is gone for good, writes it again from the one that is still open. [decisions 20]
 */
export class KeptDatabase {
  readonly #directory: string;
  readonly #tell: Tell;
  readonly #now: () => number;
  #opened: Opened | null;
  /** Since when the file is missing; null while it is in its place. */
  #lostSinceMs: number | null = null;
  /** The file that holds the contents of the lost one; null while none is needed. */
  #copy: string | null = null;
  /** After a failure, the time of the next attempt. */
  #triesAgainMs = 0;

  /** Opens the database; throws a `StoreError` with one sentence if it cannot. */
  constructor(directory: string, tell: Tell, now: () => number = Date.now) {
    this.#directory = directory;
    this.#tell = tell;
    this.#now = now;
    this.#opened = this.#open();
  }

  /** Executes calls as one transaction, or refuses them all if the file is missing before or after. */
  carryOut(batch: readonly NumberedCall[]): readonly StoreReply[] {
    this.look();
    const opened = this.#opened;
    if (opened === null) {
      const { code, message } = goneBy('other', this.#file);
      return batch.map(({ call }) => ({ call, fault: { code, message } }));
    }
    const { owned, tables, place } = opened;
    return groupCommit(owned.database, tables, batch, () => {
      const loss = place.loss();
      return loss === null ? null : goneBy(loss, this.#file);
    });
  }

  /** Checks whether the file is in its place, and mends what it can. */
  look(): void {
    if (this.#now() < this.#triesAgainMs) return;
    try {
      if (this.#opened === null) return this.#comeBack();
      const loss = this.#opened.place.loss();
      if (loss === null) this.#isBack();
      else if (loss === 'log') this.#openAgain(this.#opened);
      else this.#lost(this.#opened, loss, BACK_WITHIN_MS);
    } catch (error) {
      this.#triesAgainMs = this.#now() + RETRY_MS;
      this.#tell(`The database cannot be mended yet: ${reasonOf(error)}.`);
    }
  }

  /** Closes the database; writes a missing one back first, or at least beside its place. */
  close(batch: readonly NumberedCall[]): readonly StoreReply[] {
    try {
      const loss = this.#opened?.place.loss() ?? null;
      if (this.#opened !== null && loss !== null && loss !== 'log') this.#lost(this.#opened, loss, 0);
    } catch (error) {
      this.#tell(`What the database held is lost: ${reasonOf(error)}.`);
    }
    const opened = this.#opened;
    if (opened === null) return batch.map(({ call }) => ({ call, value: undefined }));
    const replies = groupCommit(opened.owned.database, opened.tables, batch);
    opened.owned.release();
    return replies;
  }

  #open(): Opened {
    const owned = openDatabase(this.#directory);
    return { owned, tables: tablesOf(owned.database), place: placeOf(this.#file) };
  }

  get #file(): string {
    return join(this.#directory, DATABASE_NAME);
  }

  #isBack(): void {
    if (this.#lostSinceMs !== null) this.#tell('The database file is in its place again. Commands are kept.');
    this.#lostSinceMs = null;
  }

  #lost(opened: Opened, loss: Loss, graceMs: number): void {
    if (this.#lostSinceMs === null) {
      this.#lostSinceMs = this.#now();
      this.#tell(goneBy(loss, this.#file).message);
      // After this a renamed file is complete by itself, and the log at the path can do no harm to another file there.
      if (loss !== 'cut') emptyLog(opened);
    }
    // An emptied file has nothing left to copy.
    if (loss === 'cut') return;
    if (loss !== 'other' && this.#now() - this.#lostSinceMs < graceMs) return;
    this.#copy = this.#copyOf(opened);
    this.#shut(opened);
    this.#comeBack();
  }

  /** Writes the contents of the lost file to a new file beside its place. */
  #copyOf({ owned }: Opened): string {
    mkdirSync(this.#directory, { recursive: true });
    const copy = join(this.#directory, `crossroads-kept-${this.#now()}.sqlite`);
    const part = `${copy}.part`;
    rmSync(part, { force: true });
    owned.database.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    flush(part);
    renameSync(part, copy);
    flush(this.#directory);
    this.#tell(`All that the server had kept is in ${copy}.`);
    return copy;
  }

  /** Puts the copy in its place and opens it. If another file lies there it waits: it overwrites nobody's file. */
  #comeBack(): void {
    const isFree = sizeOf(this.#file) === 0;
    if (this.#copy === null && isFree) throw new Error('nothing is left of it');
    if (this.#copy !== null) {
      if (!isFree) return;
      for (const end of ['-wal', '-shm']) rmSync(`${this.#file}${end}`, { force: true });
      renameSync(this.#copy, this.#file);
      this.#copy = null;
      flush(this.#directory);
    }
    this.#opened = this.#open();
    this.#lostSinceMs = null;
    this.#tell('The database is in its place again, with all that was kept. Commands are kept.');
  }

  /** Only the write-ahead log is gone: writes its contents into the database and opens that again. */
  #openAgain(opened: Opened): void {
    if (!emptyLog(opened)) throw new Error('another process is reading it');
    this.#shut(opened);
    this.#comeBack();
  }

  #shut({ owned }: Opened): void {
    owned.database.close();
    owned.release();
    this.#opened = null;
  }
}

/** Moves all of the write-ahead log into the database file; false if a reader blocks it. */
function emptyLog({ owned }: Opened): boolean {
  return owned.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
}

function goneBy(loss: Loss, file: string): StoreError {
  return new StoreError('unavailable', `${sentences[loss](file)} Nothing is kept until this is mended.`);
}

const sentences: Readonly<Record<Loss, (file: string) => string>> = {
  missing: (file) => `The database ${file} was deleted or moved.`,
  empty: (file) => `The database ${file} was replaced by an empty file.`,
  other: (file) => `The database ${file} was replaced by another file.`,
  cut: (file) => `The database ${file} was emptied.`,
  log: (file) => `The write-ahead log of ${file} was deleted or replaced.`,
};

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Waits until a file, or the names in a directory, are on the disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
