import { setTimeout as pause } from 'node:timers/promises';
import { doorSecret, hostKeyIn } from '../http/hostKey.ts';
import { DOOR_SETTING, doorOf } from '../http/password.ts';
import { notedAddress } from '../runningAddress.ts';
import { isDataHeld } from '../store/dataLock.ts';
import { openReadOnly } from '../store/openDatabase.ts';
import { tablesOf } from '../store/sqliteTables.ts';

const LOOK_EVERY_MS = 250;
/** A server that has just started publishes its address within this time. */
const SAID_WITHIN_MS = 20_000;

/** The host's address of the server that already holds a data directory; null if no server does, or if it publishes no address. */
export async function runningHostUrl(dataDir: string): Promise<string | null> {
  for (const end = Date.now() + SAID_WITHIN_MS; isDataHeld(dataDir); await pause(LOOK_EVERY_MS)) {
    const url = notedAddress(dataDir);
    if (url !== null) return hostUrlOf(dataDir, url);
    if (Date.now() > end) break;
  }
  return null;
}

/** Carries the secret in its fragment until a password is set, as the printed address does. */
function hostUrlOf(dataDir: string, url: string): string {
  const database = openReadOnly(dataDir);
  try {
    const { generation, password } = doorOf(tablesOf(database).setting(DOOR_SETTING));
    return password === null ? `${url}/host#${doorSecret(hostKeyIn(dataDir), generation)}` : `${url}/host`;
  } finally {
    database.close();
  }
}
