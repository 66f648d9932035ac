import type { SessionDamage } from '#shared/wire/damage.ts';
import { chainDamage, unreadableRecord } from '../store/soundRecord.ts';
import { type SessionStore, StoreError, type StoredSession } from '../store/sessionStore.ts';

interface Checked {
  readonly head: string;
  readonly damage: SessionDamage | null;
}

/** The known damage of a store's sessions: found when a session woke, or checked when it is listed. */
export class DamageRegister {
  readonly #store: Pick<SessionStore, 'read'>;
  readonly #woken = new Map<string, SessionDamage | null>();
  readonly #checked = new Map<string, Checked>();

  constructor(store: Pick<SessionStore, 'read'>) {
    this.#store = store;
  }

  /** Keeps what was found when a session woke. */
  note({ id }: Pick<StoredSession, 'id'>, damage: SessionDamage | null): void {
    this.#woken.set(id, damage);
  }

  /** What was found when a session woke; null also for a session that never woke. */
  ofWoken(id: string): SessionDamage | null {
    return this.#woken.get(id) ?? null;
  }

  /** The damage of a sleeping session. Checks the chain once for every head it has. */
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
