import { ownOrigin } from './ownAddress.ts';

/** Where this tab remembers that it has just loaded itself again, so that it does so once and not for ever. */
const KEY = 'crossroads:loaded-again';
const ONCE_IN_MS = 60_000;

/** What the rule needs from around it; a test brings its own. */
export interface Surroundings {
  readonly nowMs: number;
  /** When this tab last loaded itself again, ms; null never, or where that cannot be remembered. */
  readonly lastMs: number | null;
  /** The server answers. */
  readonly isReachable: boolean;
}

/** Whether a part of the page that did not arrive is a sign that the server has a newer build, to be fetched by loading again. */
export function shouldLoadAgain({ nowMs, lastMs, isReachable }: Surroundings): boolean {
  return isReachable && (lastMs === null || nowMs - lastMs > ONCE_IN_MS);
}

/**
 * Loads the page again after a part of it was not found, which is how a rebuilt server shows itself to an old page. True
 * where that is under way. Nothing is lost: the session is on the server and the seat's pass on this device.
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
  return fetch(`${server}/livez`, { cache: 'no-store' }).then(
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

/** Where nothing can be remembered, the page is not loaded again by itself: it might never stop. */
function write(nowMs: number): boolean {
  try {
    sessionStorage.setItem(KEY, `${nowMs}`);
    return true;
  } catch {
    return false;
  }
}
