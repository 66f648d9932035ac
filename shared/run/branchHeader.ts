import type { Digest } from '../log/chain.ts';
import { headerText, type LogHeader } from '../log/header.ts';
import { type LogLine, sealLine, type SessionLog } from '../log/line.ts';
import { type BranchChange, changesNothing, type OtherEvent } from '../session/vocabulary/branching.ts';

/** Hash of the last line of a log, by which a record or a branch is known. */
export function logHead({ header, lines }: Pick<SessionLog, 'header' | 'lines'>): string {
  return lines.at(-1)?.hash ?? header.hash;
}

/** The header of a branch: it says where the branch comes from and carries what no command can change. */
export function branchHeader(log: SessionLog, change: BranchChange, digest: Digest): LogHeader {
  if (changesNothing(change)) return log.header;
  const { hash: _, branch: before, rules, ...rest } = log.header;
  const header = {
    ...rest,
    rules: { ...rules, parameters: { ...rules.parameters, ...change.numbers } },
    branch: { parent: logHead(log), change, events: eventsWith(before?.events ?? [], change) },
  };
  return { ...header, hash: digest(headerText(header)) };
}

function eventsWith(before: readonly OtherEvent[], { round, event }: BranchChange): readonly OtherEvent[] {
  if (event === undefined) return before;
  const others = before.filter((one) => one.round !== round);
  return [...others, { round, event }].toSorted((a, b) => a.round - b.round);
}

/** Lines of a record chained to another header; the same lines if it is their own. */
export function chainedTo(
  header: LogHeader,
  log: SessionLog,
  count: number,
  digest: Digest,
): readonly LogLine[] {
  const lines = log.lines.slice(0, count);
  if (header === log.header) return lines;
  let previous = header.hash;
  return lines.map(({ hash: _own, ...line }) => {
    const sealed = sealLine(previous, line, digest).line;
    previous = sealed.hash;
    return sealed;
  });
}
