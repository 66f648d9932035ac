import { type CopyReader, textsInCopy } from './copyTexts.ts';
import type { LogFooter, SessionLog } from './line.ts';
import { assembleLog } from './write.ts';

/** A session's record as it was read from a store or a file, with its lines as they are kept: canonical text and hash. */
export interface ReadRecord extends Pick<SessionLog, 'header' | 'lines' | 'texts'> {
  readonly kept: readonly { readonly text: string; readonly hash: string }[];
}

/** How far the session has come; `cancelled` is an end too. */
type Ending = Pick<LogFooter, 'damaged'> & { readonly status: LogFooter['status'] | 'cancelled' };

/**
 * A reader's copy of a record as JSON Lines, up to now: every line, and those free texts that this reader may take home. Every
 * file with a session's words is made here. [decisions 21]
 */
export function copyOf(
  { header, lines, kept, texts }: ReadRecord,
  { status, ...end }: Ending,
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
