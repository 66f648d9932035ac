import { z } from 'zod';
import { at } from '../lib/at.ts';
import { roundPhases } from '../session/vocabulary/phases.ts';
import { moveSchema } from '../session/vocabulary/moves.ts';
import type { MessageView } from '../session/views/tableView.ts';
import { channelSchema, phraseIds } from '../session/vocabulary/talk.ts';
import { TALK_ROW, TALK_ROWS } from '../session/views/talk.ts';

/** Separates the messages of a row; JSON escapes it inside them. */
const BETWEEN = '\n';

const wireMessage = z.tuple([
  z.int(),
  z.int(),
  z.enum(roundPhases),
  channelSchema,
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.enum(phraseIds).nullable(),
  z.array(z.string()),
  moveSchema.nullable(),
]);

/**
 * Messages as `TALK_ROWS` rows of text. Message n is in row ⌊(n − 1) / TALK_ROW⌋ modulo TALK_ROWS, so a new one resends only its
 * own row.
 */
export function talkRows(messages: readonly MessageView[]): string[] {
  const rows = Array.from({ length: TALK_ROWS }, (): string[] => []);
  for (const message of messages) at(rows, rowOf(message.id)).push(messageText(message));
  return rows.map((row) => row.join(BETWEEN));
}

/** The messages that `talkRows` wrote, in order. Throws on any other text. */
export function talkOfRows(rows: readonly string[]): MessageView[] {
  const texts = rows.flatMap((row) => (row === '' ? [] : row.split(BETWEEN)));
  return texts.map(messageOfText).toSorted((a, b) => a.id - b.id);
}

function rowOf(id: number): number {
  return Math.floor((id - 1) / TALK_ROW) % TALK_ROWS;
}

function messageText({
  id,
  round,
  phase,
  channel,
  seat,
  delegate,
  text,
  phrase,
  mentions,
  move,
}: MessageView): string {
  return JSON.stringify([id, round, phase, channel, seat, delegate, text, phrase, mentions, move]);
}

function messageOfText(json: string): MessageView {
  const [id, round, phase, channel, seat, delegate, text, phrase, mentions, move] = wireMessage.parse(
    JSON.parse(json),
  );
  return { id, round, phase, channel, seat, delegate, text, phrase, mentions, move };
}
