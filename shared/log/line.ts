import { z } from 'zod';
import { assertNever } from '../lib/assertNever.ts';
import { canonicalJson } from '../lib/canonicalJson.ts';
import { type Actor, actorSchema } from '../session/vocabulary/actors.ts';
import { commandSchema } from '../session/vocabulary/commands.ts';
import { isEventType } from '../session/evolve.ts';
import type { Event } from '../session/vocabulary/events.ts';
import { chainHash, type Digest, withHash } from './chain.ts';
import { hashSchema, type LogHeader } from './header.ts';

/** Only the kind is checked here; the content of an event is checked by folding it and deciding it again (`verify`). */
const eventSchema = z.custom<Event>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    isEventType(value.type),
  { error: 'an event of no known kind' },
);

/** One accepted command and all its events. `at` is server time in ms, for information only; `seq` counts from 1. */
export const lineSchema = z.strictObject({
  seq: z.int().min(1),
  at: z.int().min(0),
  actor: actorSchema,
  /** Made once per intent, unique in the session; a repeated command is recognised by it. */
  key: z.string().min(1).max(200),
  command: commandSchema,
  events: z.array(eventSchema).readonly(),
  hash: hashSchema,
});
/** One accepted command with its events. */
export type LogLine = z.infer<typeof lineSchema>;

/**
 * The end of a file: how many lines it has, the hash of the last one (the header's if there is none), and how far the session
 * came.
 */
export const footerSchema = z.strictObject({
  end: z.literal(true),
  count: z.int().min(0),
  head: hashSchema,
  status: z.enum(['open', 'ended']),
  /** The original record was damaged after the last line; this file holds what is intact. */
  damaged: z.literal(true).exactOptional(),
});
/** The last line of a record that was exported whole. */
export type LogFooter = z.infer<typeof footerSchema>;

/** A free text beside the chain; an erased one is absent. */
export const freeTextSchema = z.strictObject({
  id: z.string().min(1).max(64),
  salt: z.string().min(1).max(128),
  value: z.string().max(20_000),
});
/** A text that a line of the record names by its id. */
export type FreeText = z.infer<typeof freeTextSchema>;

/** A whole session as it is stored and transferred. */
export interface SessionLog {
  readonly header: LogHeader;
  readonly lines: readonly LogLine[];
  readonly footer: LogFooter | null;
  readonly texts: readonly FreeText[];
}

/** A line chained to the one before it, with its canonical text. */
export function sealLine(
  previous: string,
  line: Omit<LogLine, 'hash'>,
  digest: Digest,
): { readonly line: LogLine; readonly text: string } {
  const canonical = canonicalJson(line);
  const hash = chainHash(previous, canonical, digest);
  return { line: { ...line, hash }, text: withHash(canonical, hash) };
}

/** The key of a line from an actor's own key: each actor has separate keys, so that nobody can use up another's. */
export function lineKeyOf(actor: Actor, key: string): string {
  switch (actor.kind) {
    case 'host':
      return `host:${actor.host}:${key}`;
    case 'delegate':
      return `delegate:${actor.delegate}:${key}`;
    case 'bot':
      return `bot:${actor.seat}:${key}`;
    case 'clock':
    case 'server':
      return `${actor.kind}:${key}`;
    default:
      return assertNever(actor);
  }
}
