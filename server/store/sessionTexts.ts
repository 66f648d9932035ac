import { randomBytes } from 'node:crypto';
import { textDigest } from '#shared/log/chain.ts';
import type { FreeText } from '#shared/log/line.ts';
import type { TextChange, WrittenText } from '#shared/run/texts.ts';
import { sha256 } from './digest.ts';
import type { SessionStore } from './sessionStore.ts';

/** Makes a free text from what somebody wrote. */
export function writtenText(value: string): WrittenText {
  const text = { id: randomBytes(9).toString('base64url'), salt: randomBytes(16).toString('hex'), value };
  return { text, ref: { id: text.id, digest: textDigest(text.salt, value, sha256) } };
}

/** The free texts of one session: stored beside its log, so that each can be erased without breaking the chain. */
export class SessionTexts {
  readonly #store: Pick<SessionStore, 'eraseText'>;
  readonly #session: string;
  readonly #values: Map<string, string>;

  constructor(store: Pick<SessionStore, 'eraseText'>, session: string, texts: readonly FreeText[]) {
    this.#store = store;
    this.#session = session;
    this.#values = new Map(texts.map(({ id, value }) => [id, value]));
  }

  /** Applies what the store has written and erased with a line. */
  adopt({ texts, erased }: TextChange): void {
    for (const { id, value } of texts) this.#values.set(id, value);
    for (const id of erased) this.#values.delete(id);
  }

  /** Erases a text for good; the chain still verifies. */
  async erase(textId: string): Promise<void> {
    await this.#store.eraseText(this.#session, textId);
    this.#values.delete(textId);
  }

  /** The text with an id; null if it was erased. Used by `viewFor`. */
  readonly textOf = (textId: string): string | null => this.#values.get(textId) ?? null;
}
