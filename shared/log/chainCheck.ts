import { canonicalJson } from '../lib/canonicalJson.ts';
import { chainHash, type Digest, headerHash, textDigest, withoutHash } from './chain.ts';
import type { LogLine } from './line.ts';
import { namedText } from './namedText.ts';
import type { LogFault, ParsedLog } from './parse.ts';

/** The first broken link of a file's chain (header, lines in order, footer); null if it holds. */
export function chainFault(log: ParsedLog, digest: Digest): LogFault | null {
  if (headerHash(withoutMember(log.rawHeader, 'hash'), digest) !== log.header.hash)
    return { where: 'header', what: 'was changed after it was written (its hash does not fit)' };
  let previous = log.header.hash;
  for (const [index, line] of log.lines.entries()) {
    const where = `line ${index + 1}`;
    if (line.seq !== index + 1)
      return { where, what: `carries the number ${line.seq}: lines are missing or out of order` };
    if (!isLinked(previous, line, log.rawLines[index] ?? '', digest))
      return { where, what: 'was changed after it was written (its hash does not fit)' };
    previous = line.hash;
  }
  return footerFault(log, previous);
}

function isLinked(previous: string, line: LogLine, raw: string, digest: Digest): boolean {
  if (isLinkedText(previous, line.hash, raw, digest)) return true;
  return chainHash(previous, canonicalJson(withoutMember(raw, 'hash')), digest) === line.hash;
}

/** Whether a line's canonical text, as stored, carries this hash and is chained to the line before. */
export function isLinkedText(previous: string, hash: string, text: string, digest: Digest): boolean {
  const canonical = withoutHash(text, hash);
  return canonical !== null && chainHash(previous, canonical, digest) === hash;
}

function withoutMember(raw: string, name: string): object {
  const record: unknown = JSON.parse(raw);
  if (typeof record !== 'object' || record === null) return {};
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

function footerFault(log: ParsedLog, head: string): LogFault | null {
  const { footer } = log;
  if (footer === null)
    return { where: 'footer', what: 'is missing: the file was cut off, or copied while it was written' };
  if (footer.count !== log.lines.length)
    return { where: 'footer', what: `promises ${footer.count} lines, the file has ${log.lines.length}` };
  if (footer.damaged === true)
    return {
      where: 'footer',
      what: `says that the record was damaged after line ${footer.count}: the rest is lost`,
    };
  if (footer.head !== head) return { where: 'footer', what: 'does not carry the hash of the last line' };
  return null;
}

/** The first free text that differs from the one the chain knows; an erased text is absent and no fault. */
export function textFault(log: ParsedLog, digest: Digest): LogFault | null {
  const known = new Map(
    log.lines.flatMap(({ command }) => namedText(command) ?? []).map(({ id, digest: named }) => [id, named]),
  );
  for (const [index, text] of log.texts.entries()) {
    const where = `text ${index + 1}`;
    const expected = known.get(text.id);
    if (expected === undefined) return { where, what: 'belongs to no line' };
    if (textDigest(text.salt, text.value, digest) !== expected)
      return { where, what: 'was changed after it was written (its hash does not fit)' };
  }
  return null;
}

/** The free texts that a line names, with their digests. */
export function textRefs(line: LogLine): { readonly id: string; readonly digest: string }[] {
  const text = namedText(line.command);
  return text === null ? [] : [text];
}
