const DATABASE = 'crossroads-tables';
const STORE = 'records';
const PACKS = 'packs';
/** As many sessions are kept; when the program begins, older ones go. */
const MOST = 12;

/** A session's record as it is kept on this device. */
interface KeptTable {
  readonly code: string;
  readonly text: string;
  readonly changedMs: number;
}

/** A scenario of one's own as it is kept on this device. */
interface KeptPack {
  readonly id: string;
  readonly text: string;
}

/**
 * The records of the sessions on this device and the scenarios of one's own, in the browser's database, which plain http pages have
 * too. Where a browser refuses one, they live as long as the page.
 */
export class KeptTables {
  readonly #inPage = new Map<string, KeptTable>();
  readonly #packsInPage = new Map<string, KeptPack>();
  readonly #database: Promise<IDBDatabase | null>;

  constructor() {
    this.#database = opened().catch(() => null);
  }

  /** Keeps a record in place of the earlier one of its session. */
  async keep(table: KeptTable): Promise<void> {
    this.#inPage.set(table.code, table);
    await this.#put(STORE, table);
  }

  /** Keeps a scenario in place of the earlier one of its name. */
  async keepPack(pack: KeptPack): Promise<void> {
    this.#packsInPage.set(pack.id, pack);
    await this.#put(PACKS, pack);
  }

  /** The texts of the scenarios that are kept here. */
  async packTexts(): Promise<readonly string[]> {
    const kept = await this.#allPacks();
    const all = new Map([...kept, ...this.#packsInPage.values()].map((pack) => [pack.id, pack.text]));
    return [...all.values()];
  }

  async #allPacks(): Promise<readonly KeptPack[]> {
    const database = await this.#database;
    if (database === null) return [];
    try {
      return await done(database.transaction(PACKS, 'readonly').objectStore(PACKS).getAll());
    } catch {
      return [];
    }
  }

  async #put(store: string, value: KeptTable | KeptPack): Promise<void> {
    const database = await this.#database;
    if (database === null) return;
    try {
      const change = database.transaction(store, 'readwrite');
      change.objectStore(store).put(value);
      await complete(change);
    } catch {
      // No room, or the browser has taken the database away: the page still has it.
    }
  }

  /** The record of a session; null if there is none here. */
  async textOf(code: string): Promise<string | null> {
    const known = this.#inPage.get(code);
    if (known !== undefined) return known.text;
    const database = await this.#database;
    if (database === null) return null;
    try {
      const records = database.transaction(STORE, 'readonly').objectStore(STORE);
      const found: KeptTable | undefined = await done(records.get(code));
      return found?.text ?? null;
    } catch {
      return null;
    }
  }
}

async function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 2);
  asked.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (oldVersion < 1) asked.result.createObjectStore(STORE, { keyPath: 'code' });
    asked.result.createObjectStore(PACKS, { keyPath: 'id' });
  });
  // Another page that still runs an older version holds the database: this page then keeps its records itself.
  const blocked = new Promise<never>((_resolve, reject) => {
    asked.addEventListener('blocked', () => reject(new Error('an older page holds the database')));
  });
  const database = await Promise.race([done(asked), blocked]);
  database.addEventListener('versionchange', () => database.close());
  await withoutOldest(database);
  return database;
}

async function withoutOldest(database: IDBDatabase): Promise<void> {
  const change = database.transaction(STORE, 'readwrite');
  const records = change.objectStore(STORE);
  const all: readonly KeptTable[] = await done(records.getAll());
  for (const { code } of all.toSorted((a, b) => b.changedMs - a.changedMs).slice(MOST)) records.delete(code);
  await complete(change);
}

async function complete(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.addEventListener('complete', () => resolve());
    change.addEventListener('abort', () => reject(change.error ?? new Error('the browser kept nothing')));
  });
}

async function done<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () =>
      reject(asked.error ?? new Error('the browser refused its database')),
    );
  });
}
