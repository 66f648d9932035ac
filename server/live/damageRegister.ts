import type { SessionDamage } from '#shared/wire/damage.ts';
import { chainDamage, unreadableRecord } from '../store/soundRecord.ts';
import { type SessionStore, StoreError, type StoredSession } from '../store/sessionStore.ts';

interface Checked {
  readonly head: string;
  readonly damage: SessionDamage | null;
}

/** What is known to be wrong with the sessions of a store: found when one was woken, or looked for when one is listed. */
export class DamageRegister {
  readonly #store: Pick<SessionStore, 'read'>;
  readonly #woken = new Map<string, SessionDamage | null>();
  readonly #checked = new Map<string, Checked>();

  constructor(store: Pick<SessionStore, 'read'>) {
    this.#store = store;
  }

  /** Keeps what was found when a session was woken. */
  note({ id }: Pick<StoredSession, 'id'>, damage: SessionDamage | null): void {
    this.#woken.set(id, damage);
  }

  /** What was found when a session was woken; null also for one that was not. */
  ofWoken(id: string): SessionDamage | null {
    return this.#woken.get(id) ?? null;
  }

  /** What is wrong with a session that sleeps. Its chain is checked once for every head it has. */
  async ofSleeping(stored: StoredSession): Promise<SessionDamage | null> {
    const known = this.#woken.get(stored.id) ?? null;
    if (known !== null) return known;
    const before = this.#checked.get(stored.id);
    if (before?.head === stored.headHash) return before.damage;
    try {
      const damage = chainDamage(stored, await this.#store.read(stored.id));
      this.#checked.set(stored.id, { head: stored.headHash, damage });
      return damage;
    } catch (error) {
      if (error instanceof StoreError) return unreadableRecord(stored);
      throw error;
    }
  }
}
