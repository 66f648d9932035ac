import type { Command } from 'commander';
import { codebookText } from '#shared/export/codebook.ts';
import { workbook } from '#shared/export/workbook.ts';
import { zipPackage } from '#shared/export/zipPackage.ts';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import type { Config } from '../config.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { writeBytes, writeTextFile } from '../lib/textFile.ts';
import { placeFor, type StorePlace } from '../store/storePlace.ts';
import { recordFor, storedRecord } from './storedRecord.ts';

const formats = ['jsonl', 'zip', 'xlsx'] as const;

type TableFile = Exclude<(typeof formats)[number], 'jsonl'>;

interface ExportOptions {
  readonly out: string;
  readonly format: string;
  readonly data?: string;
  readonly names?: true;
  readonly codebook?: string;
  readonly json?: true;
}

/** `crossroads export`: sessions of the data directory or files of records, as a log or as tables. */
export function addExport(program: Command, config: Config): void {
  program
    .command('export')
    .description('write a stored session as a log file, or sessions as tables')
    .argument('<records...>', 'join codes of stored sessions, or files of records')
    .requiredOption('--out <file>', 'where to write it (.jsonl, .jsonl.zst to pack a log, .zip or .xlsx)')
    .option(
      '--format <format>',
      'jsonl: the log; zip: tables with their dictionary; xlsx: a workbook for a teacher',
      'jsonl',
    )
    .option('--names', 'tables with the typed names of people beside their pseudonyms')
    .option('--codebook <file>', 'also write who is behind each pseudonym, into a file of its own')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .option('--json', 'print what was written as JSON')
    .action(async (records: readonly string[], options: ExportOptions) => {
      const place = placeFor(config, options.data);
      const format = formats.find((known) => known === options.format);
      if (format === undefined) throw new CommandFailed(`"${options.format}" is no format of an export.`, 2);
      if (format === 'jsonl') await writeLog(records, place, options);
      else await writeTables(records, place, format, options);
    });
}

async function writeLog(
  records: readonly string[],
  place: StorePlace,
  options: ExportOptions,
): Promise<void> {
  const [code, ...others] = records;
  if (code === undefined || others.length > 0)
    throw new CommandFailed('A log holds one session. For several say --format zip.', 2);
  if (options.names === true || options.codebook !== undefined)
    throw new CommandFailed('--names and --codebook are for tables: say --format zip.', 2);
  const { text, lines, status, damage } = await storedRecord(place, code);
  writeTextFile(options.out, text);
  const written = { file: options.out, lines, status };
  tell(
    options,
    written,
    `${options.out}: ${lines} lines, session ${status}.`,
    damage === null ? [] : [damage],
  );
}

async function writeTables(
  records: readonly string[],
  place: StorePlace,
  format: TableFile,
  options: ExportOptions,
): Promise<void> {
  const found = await Promise.all(
    records.map(async (typed) => ({ typed, ...(await recordFor(place, typed)) })),
  );
  const logs = found.map(({ typed, text }) => playableLog(typed, text));
  const names = options.names === true;
  writeBytes(options.out, await made(logs, format, names));
  if (options.codebook !== undefined) writeTextFile(options.codebook, codebookText(logs));
  const sessions = new Set(logs.map(({ header }) => header.hash)).size;
  const people = names ? 'with the typed names of people' : 'people by pseudonym';
  const damage = found.flatMap((one) => (one.damage === null ? [] : [one.damage]));
  const sentence = `${options.out}: ${format === 'zip' ? 'tables' : 'a workbook'} of ${sessions} ${sessions === 1 ? 'session' : 'sessions'}, ${people}.`;
  tell(options, { file: options.out, sessions, names }, sentence, damage);
}

function playableLog(typed: string, text: string): ParsedLog {
  const log = parseLog(text);
  if (log.ok) return log.value;
  throw new CommandFailed(`${typed}: ${log.failure.where} ${log.failure.what}.`);
}

/** The tables of records. A file is somebody else's: that it cannot be played is a finding about it. */
async function made(logs: readonly ParsedLog[], format: TableFile, names: boolean): Promise<Uint8Array> {
  try {
    if (format === 'zip') return zipPackage(logs, { names, timeText: (ms) => new Date(ms).toISOString() });
    return new Uint8Array(await (await workbook(logs, { names })).arrayBuffer());
  } catch (cause) {
    throw new CommandFailed(
      `A record cannot be played: ${cause instanceof Error ? cause.message : 'unknown'}.`,
    );
  }
}

function tell({ json }: ExportOptions, written: object, sentence: string, damage: readonly string[]): void {
  console.log(json === true ? JSON.stringify(written) : sentence);
  for (const one of damage) console.error(one);
  if (damage.length > 0) process.exitCode = 1;
}
