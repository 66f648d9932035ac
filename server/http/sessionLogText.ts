import type { CopyReader } from '#shared/log/copyTexts.ts';
import { headerSchema } from '#shared/log/header.ts';
import { lineSchema } from '#shared/log/line.ts';
import type { LiveSession } from '../live/session.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import type { SessionStore } from '../store/sessionStore.ts';

/** A reader's copy of a live session's log, up to now. */
export async function sessionLogText(
  store: SessionStore,
  session: LiveSession,
  reader: CopyReader,
): Promise<string> {
  const stored = await store.byId(session.id);
  if (stored === null) throw new Error('a live session that is not stored');
  const [all, found] = await Promise.all([store.read(session.id), store.texts(session.id)]);
  // A line that arrived in between would not fit the status read first.
  const kept = all.filter(({ seq }) => seq <= stored.headSeq);
  const lines = kept.map(({ text }) => lineSchema.parse(JSON.parse(text)));
  // Leaves out lines that the session does not contain because somebody changed the database.
  const texts = found.filter(({ id, value }) => session.texts.textOf(id) === value);
  const header = headerSchema.parse(JSON.parse(stored.header));
  return copyOf({ header, lines, kept, texts }, { status: stored.status }, reader);
}
