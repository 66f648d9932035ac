import type { Command } from 'commander';
import type { FreeText } from '#shared/log/line.ts';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import type { Config } from '../config.ts';
import { copyOf } from '../store/copyOf.ts';
import { soundPart, soundRecord } from '../store/soundRecord.ts';
import { openReadOnly } from '../store/openDatabase.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type StoreOperations, tablesOf } from '../store/sqliteTables.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { writeTextFile } from '../lib/textFile.ts';

interface ExportOptions {
  readonly out: string;
  readonly data?: string;
}

/** `crossroads export`: writes a session of the data directory as a log file, the host's copy; works while the server runs. */
export function addExport(program: Command, config: Config): void {
  program
    .command('export')
    .description('write a stored session as a log file')
    .argument('<code>', "the session's join code")
    .requiredOption('--out <file>', 'where to write it (.jsonl, or .jsonl.zst to pack it)')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .option('--json', 'print what was written as JSON')
    .action((typed: string, options: ExportOptions & { readonly json?: true }) => {
      const code = joinCodeSchema.safeParse(typed);
      if (!code.success) throw new CommandFailed(`"${typed}" is not a join code.`, 2);
      const exported = logOf(options.data ?? config.dataDir, code.data);
      writeTextFile(options.out, exported.text);
      const { lines, status } = exported;
      console.log(
        options.json === true
          ? JSON.stringify({ file: options.out, lines, status })
          : `${options.out}: ${lines} lines, session ${status}.`,
      );
      if (exported.damage === null) return;
      console.error(damageSentence(code.data, exported.damage));
      process.exitCode = 1;
    });
}

interface Exported {
  readonly text: string;
  readonly lines: number;
  readonly status: string;
  /** Null where the record is whole. */
  readonly damage: SessionDamage | null;
}

function logOf(directory: string, code: string): Exported {
  const database = readOnly(directory);
  try {
    // Reads one consistent snapshot, since a running server may be writing to the database.
    database.exec('BEGIN');
    const tables = tablesOf(database);
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
    return { text: text ?? '', lines: lines.length, status, damage };
  } finally {
    database.close();
  }
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
