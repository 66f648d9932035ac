import { headerSchema } from '#shared/log/header.ts';
import type { LogFooter } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import type { LiveSession } from '../session.ts';
import type { SessionStore } from '../store/sessionStore.ts';

/** A session's whole log as JSON Lines, as far as it has come, with its free texts. */
export async function logText(store: SessionStore, session: LiveSession): Promise<string> {
  const [stored, lines, texts] = await Promise.all([
    store.byId(session.id),
    store.read(session.id),
    store.texts(session.id),
  ]);
  if (stored === null) throw new Error('a live session that is not stored');
  const header = headerSchema.parse(JSON.parse(stored.header));
  const last = lines.at(-1);
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
    texts,
  );
}
