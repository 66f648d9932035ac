import { randomBytes } from 'node:crypto';
import { textDigest } from '#shared/log/chain.ts';
import type { FreeText } from '#shared/log/line.ts';
import type { TextRef } from '#shared/session/vocabulary/commands.ts';
import { sha256 } from './digest.ts';
import type { SessionStore } from './sessionStore.ts';

/** The free texts of one session: kept beside its log, so that each can be erased without breaking the chain. */
export class SessionTexts {
  readonly #store: SessionStore;
  readonly #session: string;
  readonly #values: Map<string, string>;

  constructor(store: SessionStore, session: string, texts: readonly FreeText[]) {
    this.#store = store;
    this.#session = session;
    this.#values = new Map(texts.map(({ id, value }) => [id, value]));
  }

  /** Keeps a text and gives the reference that a command may carry. Rejects with a `StoreError` where it cannot be kept. */
  async keep(value: string): Promise<TextRef> {
    const text = { id: randomBytes(9).toString('base64url'), salt: randomBytes(16).toString('hex'), value };
    await this.#store.putText(this.#session, text);
    this.#values.set(text.id, value);
    return { id: text.id, digest: textDigest(text.salt, value, sha256) };
  }

  /** Erases a text for good; the chain still verifies. */
  async erase(textId: string): Promise<void> {
    await this.#store.eraseText(this.#session, textId);
    this.#values.delete(textId);
  }

  /** The text with an id; null where it was erased. Given to `viewFor`. */
  readonly textOf = (textId: string): string | null => this.#values.get(textId) ?? null;
}
