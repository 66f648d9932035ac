import { deviceNow } from './deviceTime.ts';

const LOOK_EVERY_MS = 2000;
/** If its two times differ by this much, or a tick is this late, the device has slept or its clock was set. */
const APART_MS = 1500;

/** Reports a device that wakes up, finds its network again or had its clock set; returns the function to stop listening. */
export function onWaking(listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  let [runningMs, dayMs] = [deviceNow(), Date.now()];
  const look = setInterval(() => {
    const [ran, passed] = [deviceNow() - runningMs, Date.now() - dayMs];
    [runningMs, dayMs] = [deviceNow(), Date.now()];
    if (Math.abs(ran - passed) > APART_MS || ran > LOOK_EVERY_MS + APART_MS) listener();
  }, LOOK_EVERY_MS);
  window.addEventListener('online', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(look);
    window.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
