import { ownOrigin, pathTo } from './ownAddress.ts';
import { standIn } from './standIn.ts';

/** The tab's record of its last automatic reload, so that it reloads once and not for ever. */
const KEY = 'crossroads:loaded-again';
const ONCE_IN_MS = 60_000;

/** What the rule needs from its surroundings; tests bring their own. */
export interface Surroundings {
  readonly nowMs: number;
  /** When this tab last reloaded automatically, ms; null if never, or if that cannot be stored. */
  readonly lastMs: number | null;
  /** Whether the server answers. */
  readonly isReachable: boolean;
}

/** Whether a missing part of the page shows that the server has a newer build, which a reload fetches. */
export function shouldLoadAgain({ nowMs, lastMs, isReachable }: Surroundings): boolean {
  return isReachable && (lastMs === null || nowMs - lastMs > ONCE_IN_MS);
}

/**
 * Reloads the page after a part of it was not found, because a rebuilt server no longer has the parts of an old page. True if the
 * reload is in progress. Nothing is lost: the session is on the server and the seat's pass on this device.
 */
export async function loadedAgain(): Promise<boolean> {
  const isThere = await isServerThere();
  const remembered = Number(read());
  const lastMs = remembered > 0 ? remembered : null;
  if (!shouldLoadAgain({ nowMs: Date.now(), lastMs, isReachable: isThere }) || !write(Date.now()))
    return false;
  location.reload();
  return true;
}

/** Whether the server answers an ordinary request. */
export async function isServerThere(server = ownOrigin()): Promise<boolean> {
  // A folder of files answers with its page.
  const page = standIn() === null ? `${server}/livez` : pathTo('/');
  return fetch(page, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Without storage the page does not reload by itself, because it might never stop. */
function write(nowMs: number): boolean {
  try {
    sessionStorage.setItem(KEY, `${nowMs}`);
    return true;
  } catch {
    return false;
  }
}
