import type { FreeText, SessionLog } from '#shared/log/line.ts';
import { namedText } from '#shared/log/namedText.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import { type SessionStore, StoreError } from '../store/sessionStore.ts';

/**
 * The texts of a session that lines name. Those that none names are removed from the store: a server that was killed between
 * a text and its line left them.
 */
export async function sweptTexts(
  { store, log }: { readonly store: SessionStore; readonly log: ServerLog },
  session: string,
  { lines, texts }: Pick<SessionLog, 'lines' | 'texts'>,
): Promise<readonly FreeText[]> {
  const named = new Set(lines.map(({ command }) => namedText(command)?.id));
  try {
    for (const { id } of texts) if (!named.has(id)) await store.eraseText(session, id);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ session }, 'texts without a line could not be removed');
  }
  return texts.filter(({ id }) => named.has(id));
}
