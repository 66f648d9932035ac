import { randomBytes } from 'node:crypto';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { failed, ok, type Result } from '#shared/lib/result.ts';
import { withHash } from '#shared/log/chain.ts';
import { isLinkedText } from '#shared/log/chainCheck.ts';
import type { LogLine } from '#shared/log/line.ts';
import { type LogFault, parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { sha256 } from './digest.ts';
import { type ErasureList, erasedDigests } from './erasureList.ts';
import { withNewCode } from './newCode.ts';
import type { NewSession, SessionOrigin, SessionStore, StoredLine, WholeRecord } from './sessionStore.ts';
import { namedTextsOf } from './personTexts.ts';

/** A verified record of a file, in the form that a store keeps. */
export interface CheckedRecord extends WholeRecord {
  readonly row: Omit<NewSession, 'id' | 'code' | 'origin'>;
}

/** Why a record is refused: a fault and its place, a session that had not ended, or one that exists here under a code. */
export type ImportFault =
  | { readonly why: 'faulty'; readonly fault: LogFault }
  | { readonly why: 'unfinished' }
  | { readonly why: 'known'; readonly code: string; readonly deleted: boolean };

/** A library keeps what was played. */
const ofABranch: LogFault = { where: 'header', what: 'is of a branch: it says what would have been' };

/** Reads and verifies the text of a record. Uses nothing of a faulty file. */
export function checkedRecord(text: string): Result<CheckedRecord, ImportFault> {
  const log = parseLog(text);
  if (!log.ok) return failed({ why: 'faulty', fault: log.failure });
  const { firstFault } = verifyLog(log.value, sha256);
  if (firstFault !== null) return failed({ why: 'faulty', fault: firstFault });
  if (log.value.header.branch !== undefined) return failed({ why: 'faulty', fault: ofABranch });
  if (log.value.footer?.status !== 'ended') return failed({ why: 'unfinished' });
  const { header, texts } = log.value;
  const { title, id } = header.scenario;
  return ok({
    row: {
      searchText: `${title.en} ${title.zh} ${id}`,
      header: canonicalJson(JSON.parse(log.value.rawHeader)),
      headerHash: header.hash,
      created: header.created,
      practice: header.options.practice,
    },
    lines: keptLines(log.value),
    texts,
    status: log.value.lines.some(isCancelling) ? 'cancelled' : 'ended',
  });
}

function isCancelling({ events }: LogLine): boolean {
  return events.some((event) => event.type === 'sessionEnded' && event.because === 'cancelled');
}

/**
 * Stores a verified record under a new code and returns the code. Does not store one twice; words that were erased here stay
 * erased.
 */
export async function keepRecord(
  { store, list }: { readonly store: SessionStore; readonly list: ErasureList },
  { row, lines, texts, status }: CheckedRecord,
  origin: SessionOrigin,
): Promise<Result<string, ImportFault>> {
  const [known] = await store.list({ headerHash: row.headerHash, limit: 1 });
  if (known !== undefined)
    return failed({ why: 'known', code: known.code, deleted: known.deletedMs !== null });
  const erased = erasedDigests(list.all());
  const digestOf = namedTextsOf(lines.map(({ text }) => JSON.parse(text)));
  const kept = texts.filter(({ id }) => !erased.has(digestOf.get(id)?.digest ?? ''));
  const id = randomBytes(12).toString('base64url');
  const record = { lines, texts: kept, status };
  return ok(await withNewCode((code) => store.create({ ...row, id, code, origin }, record)));
}

/** The lines in the form that the store keeps: the canonical text that the chain covers. */
function keptLines({ header, lines, rawLines }: ParsedLog): readonly StoredLine[] {
  let previous = header.hash;
  return lines.map(({ seq, at, key, hash, ...rest }, index) => {
    const raw = rawLines[index] ?? '';
    const isCanonical = isLinkedText(previous, hash, raw, sha256);
    previous = hash;
    const text = isCanonical ? raw : withHash(canonicalJson({ seq, at, key, ...rest }), hash);
    return { seq, at, key, hash, text };
  });
}
