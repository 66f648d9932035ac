import type { FreeText } from '#shared/log/line.ts';
import { type Append, type SessionStore, type StoredLine, StoreError } from './sessionStore.ts';

/** What a live session needs from its store. */
export type LogKeeper = Pick<SessionStore, 'append' | 'read' | 'eraseText'>;

/** The log of one session in memory, with the same guarantees except durability: for play that ends in a file. */
export class HeldLog implements LogKeeper {
  readonly #lines: StoredLine[] = [];
  readonly #keys = new Set<string>();
  readonly #texts = new Map<string, FreeText>();

  async append({ expectedHead, lines, texts = [], erased = [] }: Append): Promise<void> {
    if (expectedHead !== this.#lines.length || lines.some(({ seq }, k) => seq !== expectedHead + 1 + k))
      throw new StoreError('fenced', 'The lines do not follow the head.');
    if (lines.some(({ key }) => this.#keys.has(key)))
      throw new StoreError('duplicateKey', 'A command with this key is in the log.');
    for (const line of lines) {
      this.#lines.push(line);
      this.#keys.add(line.key);
    }
    for (const text of texts) this.#texts.set(text.id, text);
    for (const id of erased) this.#texts.delete(id);
  }

  async read(_session: string, fromSeq = 1): Promise<readonly StoredLine[]> {
    return this.#lines.slice(fromSeq - 1);
  }

  async eraseText(_session: string, textId: string): Promise<void> {
    this.#texts.delete(textId);
  }
}
