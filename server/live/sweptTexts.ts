import type { FreeText, SessionLog } from '#shared/log/line.ts';
import { namedText } from '#shared/log/namedText.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import { type SessionStore, StoreError } from '../store/sessionStore.ts';

/**
 * The texts that a session's lines name. Removes from the store those that no line names: a server killed between writing a text
 * and its line left them.
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
