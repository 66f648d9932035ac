import { type LogLine, lineSchema } from '#shared/log/line.ts';
import type { ErasureList } from './erasureList.ts';
import { namedTextsOf, type OwnedText } from './personTexts.ts';
import type { SessionStore, StoredSession } from './sessionStore.ts';

type Around = { readonly store: SessionStore; readonly list: ErasureList };

/** A person of a session: their name (null: none, or erased), and how many texts of theirs are stored. */
export interface PersonWords {
  readonly delegate: string;
  readonly name: string | null;
  readonly texts: number;
}

/** The people whose words a session contains, in the order in which they joined. */
export async function peopleWithWords(
  store: Pick<SessionStore, 'read' | 'texts'>,
  session: string,
): Promise<readonly PersonWords[]> {
  const { owned, valueOf } = await keptTexts(store, session);
  const people = new Map<string, PersonWords>();
  for (const { delegate, isName, id } of owned) {
    if (delegate === null) continue;
    const before = people.get(delegate) ?? { delegate, name: null, texts: 0 };
    const value = valueOf.get(id);
    if (value === undefined) continue;
    people.set(delegate, { delegate, name: isName ? value : before.name, texts: before.texts + 1 });
  }
  return [...people.values()];
}

/**
 * Erases the words of a person in a session, or with null everybody's including the host's; returns how many. The chain still
 * verifies, because it contains digests only. Writes the erasure list first, so that no backup brings a word back.
 */
export async function eraseWords(
  { store, list }: Around,
  { id: session }: Pick<StoredSession, 'id'>,
  whose: string | null,
): Promise<number> {
  const { owned, valueOf } = await keptTexts(store, session);
  const wanted = owned.filter(({ delegate }) => whose === null || delegate === whose);
  // Also texts that are gone already: an older backup may contain them.
  list.add(wanted.map(({ id, digest }) => ({ session, text: id, digest })));
  const kept = wanted.filter(({ id }) => valueOf.has(id));
  await Promise.all(kept.map(({ id }) => store.eraseText(session, id)));
  return kept.length;
}

async function keptTexts(
  store: Pick<SessionStore, 'read' | 'texts'>,
  session: string,
): Promise<{ readonly owned: readonly OwnedText[]; readonly valueOf: ReadonlyMap<string, string> }> {
  const [lines, texts] = await Promise.all([store.read(session), store.texts(session)]);
  const named = namedTextsOf(lines.flatMap(({ text }) => readable(text)));
  return { owned: [...named.values()], valueOf: new Map(texts.map(({ id, value }) => [id, value])) };
}

/** The line in a stored text; null if it is damaged, because the words of the sound part can still be erased. */
function readable(text: string): LogLine[] {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
