import { z } from 'zod';
import { headerHash, textDigest } from '#shared/log/chain.ts';
import { isLinkedText, textRefs } from '#shared/log/chainCheck.ts';
import { type LogHeader, headerSchema, basisOf } from '#shared/log/header.ts';
import { type FreeText, type LogLine, lineSchema } from '#shared/log/line.ts';
import { foldLine } from '#shared/log/replay.ts';
import { initialState } from '#shared/session/open.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { sha256 } from './digest.ts';
import type { SessionStore, StoredLine, StoredSession } from './sessionStore.ts';

/** The sound part of a stored session, from its opening on, and its damage; `damage` null: it is whole. */
export interface SoundRecord {
  readonly header: LogHeader | null;
  readonly lines: readonly LogLine[];
  /** The same lines as stored. */
  readonly kept: readonly StoredLine[];
  readonly texts: readonly FreeText[];
  readonly damage: SessionDamage | null;
}

/** The part of a header that shows whether a session is one person's practice. */
const practiceHeader = z.object({ options: z.object({ practice: z.literal(true) }) });

type Break = Pick<SessionDamage, 'kind' | 'sound'>;

/** Reads the sound part of a session. Rejects with a `StoreError` if its rows cannot be read at all. */
export async function readRecord(
  store: Pick<SessionStore, 'read' | 'texts'>,
  stored: StoredSession,
): Promise<SoundRecord> {
  const lines = await store.read(stored.id);
  // Texts that cannot be read are missing in their places; the session itself is whole.
  const texts = await store.texts(stored.id).catch(() => null);
  return soundRecord(stored, lines, texts);
}

/** The part of a stored session that its chain covers and that can be played. `texts` null: they cannot be read. */
export function soundRecord(
  stored: StoredSession,
  all: readonly StoredLine[],
  texts: readonly FreeText[] | null,
): SoundRecord {
  const header = headerOf(stored);
  if (header === null) return { header, lines: [], kept: [], texts: [], damage: opening(stored) };
  const chain = chainBreak(stored, all);
  const { lines, fault } = playable(header, all.slice(0, chain?.sound ?? all.length));
  const kept = all.slice(0, lines.length);
  const broken = fault === null ? chain : { kind: fault, sound: lines.length };
  const words = textsOf(lines, texts);
  const kind = broken?.kind ?? (words.lost > 0 ? 'texts' : null);
  const damage = kind === null ? null : { ...damageOf(stored, kind, lines.length), texts: words.lost };
  return { header, lines, kept, texts: words.sound, damage };
}

/**
 * The damage of a sleeping session as far as it shows without playing it: whether its opening can be read and its chain is valid.
 * Costs one digest per line.
 */
export function chainDamage(stored: StoredSession, lines: readonly StoredLine[]): SessionDamage | null {
  if (headerOf(stored) === null) return opening(stored);
  const broken = chainBreak(stored, lines);
  return broken === null ? null : damageOf(stored, broken.kind, broken.sound);
}

/** A session whose rows cannot be read at all. */
export function unreadableRecord(stored: StoredSession): SessionDamage {
  return damageOf(stored, 'unreadable', 0);
}

/** The sound part as the host's copy; its footer says that there was more. Null if nothing of it can be played. */
export function soundPart({ header, damage, ...record }: SoundRecord): string | null {
  if (header === null) return null;
  const isCut = damage !== null && damage.kind !== 'texts';
  const end = isCut ? ({ status: 'open', damaged: true } as const) : ({ status: 'open' } as const);
  return copyOf({ header, ...record }, end, { kind: 'host' });
}

/** Whether a stored header opens one person's practice; false also for one that cannot be read. */
export function isPractice(header: string): boolean {
  try {
    return practiceHeader.safeParse(JSON.parse(header)).success;
  } catch {
    return false;
  }
}

function opening(stored: StoredSession): SessionDamage {
  return damageOf(stored, 'opening', 0);
}

function damageOf({ headSeq }: StoredSession, kind: SessionDamage['kind'], sound: number): SessionDamage {
  return { kind, sound, of: headSeq, texts: 0 };
}

function headerOf(stored: StoredSession): LogHeader | null {
  try {
    const given: unknown = JSON.parse(stored.header);
    const header = headerSchema.parse(given);
    const { hash, ...rest } = Object.fromEntries(Object.entries(Object(given)));
    return hash === stored.headerHash && headerHash(rest, sha256) === hash ? header : null;
  } catch {
    return null;
  }
}

function chainBreak(stored: StoredSession, lines: readonly StoredLine[]): Break | null {
  let previous = stored.headerHash;
  for (const [sound, line] of lines.entries()) {
    if (line.seq !== sound + 1) return { kind: 'missing', sound };
    if (!isLinkedText(previous, line.hash, line.text, sha256)) return { kind: 'changed', sound };
    previous = line.hash;
  }
  if (lines.length < stored.headSeq) return { kind: 'cut', sound: lines.length };
  if (lines.length > stored.headSeq) return { kind: 'changed', sound: stored.headSeq };
  // The chain is valid, but does not end where it did when it was written: somebody rewrote all of it.
  return previous === stored.headHash ? null : { kind: 'changed', sound: Math.max(0, lines.length - 1) };
}

function playable(
  header: LogHeader,
  kept: readonly StoredLine[],
): { readonly lines: readonly LogLine[]; readonly fault: 'unreadable' | 'unplayable' | null } {
  const lines: LogLine[] = [];
  let fault: 'unreadable' | 'unplayable' = 'unplayable';
  try {
    let state = initialState(basisOf(header));
    for (const { text } of kept) {
      fault = 'unreadable';
      const line = lineSchema.parse(JSON.parse(text));
      fault = 'unplayable';
      state = foldLine(state, line);
      lines.push(line);
    }
    return { lines, fault: null };
  } catch {
    // The stored data are at fault, not the program that reads them: return how far it could be played.
    return { lines, fault };
  }
}

/** The texts that these lines name; a text that no line names may belong to a refused command. */
function textsOf(
  lines: readonly LogLine[],
  texts: readonly FreeText[] | null,
): { readonly sound: readonly FreeText[]; readonly lost: number } {
  const known = new Map(lines.flatMap(textRefs).map(({ id, digest }) => [id, digest]));
  if (texts === null) return { sound: [], lost: known.size };
  const sound = texts.filter(({ id, salt, value }) => {
    const digest = known.get(id);
    return digest === undefined || textDigest(salt, value, sha256) === digest;
  });
  return { sound, lost: texts.length - sound.length };
}
