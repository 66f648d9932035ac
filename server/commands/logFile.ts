import type { Result } from '#shared/lib/result.ts';
import { type LogFault, parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { readTextFile } from '../lib/textFile.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

/** Reads a log file; a failure names the first fault. */
export function readLogFile(file: string): Result<ParsedLog, LogFault> {
  return parseLog(readTextFile(file));
}

/** Reads a log file that must be sound enough to play. */
export function readPlayableLog(file: string): ParsedLog {
  const log = readLogFile(file);
  if (log.ok) return log.value;
  throw new CommandFailed(`${file}: ${log.failure.where} ${log.failure.what}.`);
}
