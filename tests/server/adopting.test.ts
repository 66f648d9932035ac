import { describe, expect, test } from 'vitest';
import type { LiveSession } from '../../server/live/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { alone, type Ownership, type Peer } from '../../server/store/ownership.ts';
import { type SessionStore, StoreError } from '../../server/store/sessionStore.ts';
import { archipelago, Bench, timed } from './liveTable.ts';

const scenario = archipelago();
const other: Peer = { id: 'other', address: 'http://10.0.0.2:2567' };

/** Whose the sessions are, decided by the test. */
function decided(): Ownership & { readonly taken: string[]; runner: Peer | null; isAway: boolean } {
  const ownership = {
    ...alone,
    isShared: true,
    taken: [] as string[],
    runner: null as Peer | null,
    isAway: false,
    take: async (session: string) => {
      if (ownership.isAway) throw new StoreError('unavailable', 'The database is away.');
      if (ownership.runner === null) ownership.taken.push(session);
      return ownership.runner;
    },
    orphans: async (limit: number, awake: readonly string[]) =>
      (await store.list({ status: 'open', deleted: false, limit: 100, offset: 0 }))
        .filter(({ id }) => !awake.includes(id))
        .map(({ code }) => code)
        .slice(0, limit),
  };
  return ownership;
}

let store = memoryStore();

/** A server that others have left open sessions to. */
async function heir(count: number) {
  store = memoryStore();
  const before = new Bench(store);
  for (let index = 0; index < count; index += 1) await before.sessions.create({ scenario, options: timed });
  await before.sessions.close();
  const ownership = decided();
  return { ownership, sessions: new Bench(store, undefined, ownership).sessions };
}

describe('sessions that no server runs', () => {
  test('wake once, some at a time, and stay with this server', async () => {
    const { ownership, sessions } = await heir(23);
    expect(await sessions.adopt()).toBe(20);
    expect(await sessions.adopt()).toBe(3);
    expect(await sessions.adopt()).toBe(0);
    expect(sessions.live()).toHaveLength(23);
    expect(new Set(ownership.taken).size).toBe(23);
    expect(ownership.taken).toHaveLength(23);
    await sessions.close();
  });

  test('are tried again when another server was quicker or the database was away', async () => {
    const { ownership, sessions } = await heir(2);
    ownership.runner = other;
    expect(await sessions.adopt()).toBe(0);
    ownership.runner = null;
    ownership.isAway = true;
    expect(await sessions.adopt()).toBe(0);
    ownership.isAway = false;
    expect(await sessions.adopt()).toBe(2);
    await sessions.close();
  });

  test('one that cannot be read is not tried again and keeps no place from the others', async () => {
    const { ownership, sessions } = await heir(21);
    const [broken] = await store.list({ status: 'open', deleted: false, limit: 1, offset: 0 });
    if (broken === undefined) throw new Error('no session was left');
    const whole = { ...store };
    store.byCode = async (code) => {
      const stored = await whole.byCode(code);
      return stored?.id === broken.id ? { ...stored, header: 'no header' } : stored;
    };
    let woken = 0;
    for (let look = 0; look < 3; look += 1) woken += await sessions.adopt();
    expect(woken).toBe(20);
    expect(ownership.taken.filter((id) => id === broken.id)).toHaveLength(1);
    await sessions.close();
  });

  test('one that is being opened here wakes no second copy', async () => {
    const { sessions } = await heir(0);
    const plain = { ...store };
    const woken: LiveSession[] = [];
    store.create = async (...row: Parameters<SessionStore['create']>) => {
      await plain.create(...row);
      // The look finds the row before the server that opens it has heard that it is stored.
      await sessions.adopt();
      woken.push(...sessions.live());
    };
    const session = await sessions.create({ scenario, options: timed });
    expect(woken).toHaveLength(1);
    expect(woken[0]).toBe(session);
    expect(await sessions.byCode(session.code)).toBe(session);
    await sessions.close();
  });
});
