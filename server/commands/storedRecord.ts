import { existsSync } from 'node:fs';
import type { FreeText } from '#shared/log/line.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readTextFile } from '../lib/textFile.ts';
import { openReadOnly } from '../store/openDatabase.ts';
import { StoreError } from '../store/sessionStore.ts';
import { soundPart, soundRecord } from '../store/soundRecord.ts';
import { type StoreOperations, tablesOf } from '../store/sqliteTables.ts';

/** A record as the text of a log, out of a data directory or a file. */
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
export function recordFor(directory: string, typed: string): FoundRecord {
  return existsSync(typed) ? { text: readTextFile(typed), damage: null } : storedRecord(directory, typed);
}

/** The host's copy of the session with that join code. Fails with one sentence. */
export function storedRecord(directory: string, typed: string): StoredRecord {
  const code = joinCodeSchema.safeParse(typed);
  if (!code.success) throw new CommandFailed(`"${typed}" is neither a join code nor a file.`, 2);
  const database = readOnly(directory);
  try {
    // Reads one consistent snapshot, since a running server may be writing to the database.
    database.exec('BEGIN');
    return readStored(tablesOf(database), directory, code.data);
  } finally {
    database.close();
  }
}

function readStored(tables: StoreOperations, directory: string, code: string): StoredRecord {
  const session = tables.byCode(code);
  if (session === null) throw new CommandFailed(`There is no session ${code} in ${directory}.`);
  const record = soundRecord(session, tables.read(session.id), textsOf(tables, session.id));
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
function textsOf(tables: StoreOperations, session: string): readonly FreeText[] | null {
  try {
    return tables.texts(session);
  } catch {
    return null;
  }
}

function damageSentence(code: string, { kind, sound, of, texts }: SessionDamage): string {
  if (kind === 'texts') return `${texts} texts of session ${code} are damaged and were left out.`;
  return `The record of session ${code} is damaged after line ${sound} of ${of}; only what comes before was written.`;
}

function readOnly(directory: string): ReturnType<typeof openReadOnly> {
  try {
    return openReadOnly(directory);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}
