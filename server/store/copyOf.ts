import { type CopyReader, textsInCopy } from '#shared/log/copyTexts.ts';
import type { LogFooter, SessionLog } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import type { SessionStatus, StoredLine } from './sessionStore.ts';

/** A session's record as it was read from a store, with its lines as they are kept. */
export interface ReadRecord extends Pick<SessionLog, 'header' | 'lines' | 'texts'> {
  readonly kept: readonly StoredLine[];
}

/**
 * A reader's copy of a record as JSON Lines, as far as it has come: every line, and of the free texts those this reader
 * may take home. Every file with a session's words is made here. [decisions 21]
 */
export function copyOf(
  { header, lines, kept, texts }: ReadRecord,
  { status, ...end }: Pick<LogFooter, 'damaged'> & { readonly status: SessionStatus },
  reader: CopyReader,
): string {
  const allowed = textsInCopy({ header, lines }, reader);
  const head = kept.at(-1)?.hash ?? header.hash;
  return assembleLog(
    header,
    kept.map(({ text }) => text),
    { end: true, count: kept.length, head, status: status === 'open' ? 'open' : 'ended', ...end },
    texts.filter(({ id }) => allowed.has(id)),
  );
}
