import type { z } from 'zod';
import { isNestedDeeperThan, MOST_NESTED } from '../lib/nesting.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import { headerSchema } from './header.ts';
import {
  type FreeText,
  footerSchema,
  freeTextSchema,
  lineSchema,
  type LogFooter,
  type LogLine,
  type SessionLog,
} from './line.ts';
import { readableVersion, upgrade } from './upgrade.ts';

/** Limits of a file, in characters and lines. */
export const LOG_LIMITS = { text: 64_000_000, line: 2_000_000, lines: 200_000 } as const;

/** A fault of a file and its place: `header`, `line n`, `footer` or `text n`. */
export interface LogFault {
  readonly where: string;
  readonly what: string;
}

/** A log with the text of its lines as in the file, because the chain is computed from those. */
export interface ParsedLog extends SessionLog {
  readonly rawHeader: string;
  readonly rawLines: readonly string[];
}

/** Reads a whole log (.jsonl text) line by line. Stops at the first fault; nothing of a faulty file is used. */
export function parseLog(text: string): Result<ParsedLog, LogFault> {
  if (text.length > LOG_LIMITS.text) return fault('file', `is longer than ${LOG_LIMITS.text} characters`);
  // Cut into no more rows than allowed, so that a file of line breaks alone costs nothing.
  const rows = text.split('\n', LOG_LIMITS.lines + 2);
  if (rows.length > LOG_LIMITS.lines + 1) return fault('file', `has more than ${LOG_LIMITS.lines} lines`);
  const raws = rows.filter((raw) => raw.trim() !== '');
  const rawHeader = raws[0];
  if (rawHeader === undefined) return fault('header', 'is missing: the file is empty');
  const header = json(rawHeader, 'header');
  if (!header.ok) return header;
  const version = readableVersion(header.value);
  if (typeof version === 'string') return fault('header', version);
  const parsed = shaped(headerSchema, upgrade(header.value, version), 'header');
  if (!parsed.ok) return parsed;
  const rest = parseRest(raws, version);
  return rest.ok ? ok({ header: parsed.value, rawHeader, ...rest.value }) : rest;
}

interface Rest {
  readonly lines: LogLine[];
  readonly rawLines: string[];
  footer: LogFooter | null;
  readonly texts: FreeText[];
}

function parseRest(raws: readonly string[], version: number): Result<Rest, LogFault> {
  const rest: Rest = { lines: [], rawLines: [], footer: null, texts: [] };
  for (const raw of raws.slice(1)) {
    const found = addRecord(rest, raw, version);
    if (!found.ok) return found;
  }
  return ok(rest);
}

function addRecord(rest: Rest, raw: string, version: number): Result<null, LogFault> {
  const where = rest.footer === null ? `line ${rest.lines.length + 1}` : `text ${rest.texts.length + 1}`;
  const record = json(raw, where);
  if (!record.ok) return record;
  const value = upgrade(record.value, version);
  if (rest.footer !== null) return keep(shaped(freeTextSchema, memberOf(value, 'text'), where), rest.texts);
  if (memberOf(value, 'end') !== undefined) {
    const footer = shaped(footerSchema, value, 'footer');
    if (!footer.ok) return footer;
    rest.footer = footer.value;
    return ok(null);
  }
  rest.rawLines.push(raw);
  return keep(shaped(lineSchema, value, where), rest.lines);
}

function keep<Value>(parsed: Result<Value, LogFault>, list: Value[]): Result<null, LogFault> {
  if (!parsed.ok) return parsed;
  list.push(parsed.value);
  return ok(null);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function json(raw: string, where: string): Result<unknown, LogFault> {
  if (raw.length > LOG_LIMITS.line) return fault(where, `is longer than ${LOG_LIMITS.line} characters`);
  if (isNestedDeeperThan(raw, MOST_NESTED))
    return fault(where, `is nested deeper than ${MOST_NESTED} levels`);
  try {
    const value: unknown = JSON.parse(raw);
    return ok(value);
  } catch {
    return fault(where, 'is not JSON (cut off or damaged)');
  }
}

function shaped<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Result<Value, LogFault> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return fault(
    where,
    `has the wrong form${place === '' ? '' : ` at ${place}`}: ${issue?.message ?? 'unknown'}`,
  );
}

function fault(where: string, what: string): { readonly ok: false; readonly failure: LogFault } {
  return failed({ where, what });
}
