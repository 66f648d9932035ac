import { existsSync } from 'node:fs';
import type { FreeText } from '#shared/log/line.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readTextFile } from '../lib/textFile.ts';
import { openReadOnly } from '../store/openDatabase.ts';
import { storeOver } from '../store/memory.ts';
import { type SessionStore, StoreError } from '../store/sessionStore.ts';
import { nameOfPlace, type StorePlace } from '../store/storePlace.ts';
import { soundPart, soundRecord } from '../store/soundRecord.ts';

/** A record as the text of a log, out of a store or a file. */
export interface FoundRecord {
  readonly text: string;
  /** A sentence that says what of it is damaged and left out; null where it is whole. */
  readonly damage: string | null;
}

/** The host's copy of a stored session, also while the server runs. */
export interface StoredRecord extends FoundRecord {
  readonly lines: number;
  readonly status: string;
}

/** The record that somebody typed: a file if there is one of that name, else the session with that join code. */
export async function recordFor(place: StorePlace, typed: string): Promise<FoundRecord> {
  return existsSync(typed) ? { text: readTextFile(typed), damage: null } : storedRecord(place, typed);
}

/** The host's copy of the session with that join code. Fails with one sentence. */
export async function storedRecord(place: StorePlace, typed: string): Promise<StoredRecord> {
  const code = joinCodeSchema.safeParse(typed);
  if (!code.success) throw new CommandFailed(`"${typed}" is neither a join code nor a file.`, 2);
  const store = await openedToRead(place);
  return readStored(store, nameOfPlace(place), code.data).finally(() => store.close());
}

async function readStored(store: SessionStore, place: string, code: string): Promise<StoredRecord> {
  const session = await store.byCode(code);
  if (session === null) throw new CommandFailed(`There is no session ${code} in ${place}.`);
  const record = soundRecord(session, await store.read(session.id), await textsOf(store, session.id));
  const { damage, header, lines } = record;
  if (header === null)
    throw new CommandFailed(
      `The opening record of session ${code} is damaged, so nothing of it can be played. A backup may hold it whole.`,
    );
  const { status } = session;
  const isCut = damage !== null && damage.kind !== 'texts';
  const text = isCut ? soundPart(record) : copyOf({ ...record, header }, { status }, { kind: 'host' });
  return {
    text: text ?? '',
    lines: lines.length,
    status,
    damage: damage === null ? null : damageSentence(code, damage),
  };
}

/** Null where they cannot be read. */
async function textsOf(store: SessionStore, session: string): Promise<readonly FreeText[] | null> {
  try {
    return await store.texts(session);
  } catch {
    return null;
  }
}

function damageSentence(code: string, { kind, sound, of, texts }: SessionDamage): string {
  if (kind === 'texts') return `${texts} texts of session ${code} are damaged and were left out.`;
  return `The record of session ${code} is damaged after line ${sound} of ${of}; only what comes before was written.`;
}

async function openedToRead({ directory, databaseUrl }: StorePlace): Promise<SessionStore> {
  try {
    if (databaseUrl !== null) {
      const { openPostgresStore } = await import('../store/postgres/postgresStore.ts');
      return await openPostgresStore(databaseUrl);
    }
    const database = openReadOnly(directory);
    // Reads one consistent snapshot, since a running server may be writing to the database.
    database.exec('BEGIN');
    return storeOver(database);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}
