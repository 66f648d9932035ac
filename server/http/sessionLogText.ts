import { headerSchema } from '#shared/log/header.ts';
import { type LogFooter, lineSchema } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import type { LiveSession } from '../live/session.ts';
import type { SessionStore } from '../store/sessionStore.ts';

/**
 * For whom a log is written: the host has all of it, a participant no words of private talk,
 * unless it was opened so, and no notes of the debrief. [contracts: the record]
 */
export type LogReader = 'host' | 'participant';

/** A session's whole log as JSON Lines, as far as it has come, with its free texts. */
export async function sessionLogText(
  store: SessionStore,
  session: LiveSession,
  reader: LogReader,
): Promise<string> {
  const [stored, lines, found] = await Promise.all([
    store.byId(session.id),
    store.read(session.id),
    store.texts(session.id),
  ]);
  // What the session does not show, because it was changed behind its back, is not given away either.
  const texts = found.filter(({ id, value }) => session.texts.textOf(id) === value);
  if (stored === null) throw new Error('a live session that is not stored');
  const header = headerSchema.parse(JSON.parse(stored.header));
  const last = lines.at(-1);
  const { messages, basis } = session.state;
  const kept = basis.options.privateTalkOpens === true ? [] : messages;
  const isPrivate = new Set([
    ...kept.flatMap(({ to, text }) => (to === null || text === null ? [] : [text.id])),
    ...lines.flatMap((line) => helpLineIn(line.text)),
    ...notesIn(session),
  ]);
  const footer = {
    end: true,
    count: lines.length,
    head: last?.hash ?? header.hash,
    status: session.state.phase.name === 'ended' ? 'ended' : 'open',
  } satisfies LogFooter;
  return assembleLog(
    header,
    lines.map((line) => line.text),
    footer,
    reader === 'host' ? texts : texts.filter(({ id }) => !isPrivate.has(id)),
  );
}

/** What people gave for the debrief: words that were shown without a name, answers that were only counted, reflections. */
function notesIn({ state }: LiveSession): readonly string[] {
  const { pulses, before, after, reflections } = state.debrief;
  return [...pulses, ...before, ...after, ...reflections].map(({ text }) => text.id);
}

/** What somebody wrote to the host with a raised hand; nobody else reads it, then or later. */
function helpLineIn(line: string): readonly string[] {
  if (!line.includes('"raiseHand"')) return [];
  const { command } = lineSchema.parse(JSON.parse(line));
  return command.type === 'raiseHand' && command.text !== null ? [command.text.id] : [];
}
