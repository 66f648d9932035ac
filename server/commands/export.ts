import type { Command } from 'commander';
import { headerSchema } from '#shared/log/header.ts';
import { assembleLog } from '#shared/log/write.ts';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { Config } from '../config.ts';
import { openReadOnly } from '../store/openDatabase.ts';
import { StoreError } from '../store/sessionStore.ts';
import { tablesOf } from '../store/sqliteTables.ts';
import { CommandFailed } from './commandFailed.ts';
import { writeTextFile } from './logFile.ts';

interface ExportOptions {
  readonly out: string;
  readonly data?: string;
}

/** `crossroads export`: a session of the data directory as a log file, also while the server runs. */
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
    });
}

interface Exported {
  readonly text: string;
  readonly lines: number;
  readonly status: string;
}

function logOf(directory: string, code: string): Exported {
  const database = readOnly(directory);
  try {
    const tables = tablesOf(database);
    const session = tables.byCode(code);
    if (session === null) throw new CommandFailed(`There is no session ${code} in ${directory}.`);
    const lines = tables.read(session.id).slice(0, session.headSeq);
    const header = headerSchema.parse(JSON.parse(session.header));
    const { headHash, status } = session;
    const footer = { end: true, count: lines.length, head: headHash, status } as const;
    const texts = lines.map(({ text }) => text);
    return {
      text: assembleLog(header, texts, footer, tables.texts(session.id)),
      lines: lines.length,
      status,
    };
  } finally {
    database.close();
  }
}

function readOnly(directory: string): ReturnType<typeof openReadOnly> {
  try {
    return openReadOnly(directory);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}
