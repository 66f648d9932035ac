import { describe } from 'vitest';
import { memoryStore } from '../../server/store/memory.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { promisesOfStore } from './promises.ts';

const stores: readonly (readonly [string, (directory: string) => Promise<SessionStore>])[] = [
  ['sqlite', openSqliteStore],
  ['memory', async () => memoryStore()],
];

describe.each(stores)('store contract: %s', (_name, open) => {
  promisesOfStore(open);
});
