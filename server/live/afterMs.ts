import type { Later } from '#shared/run/later.ts';

/** A timer that does not keep the process alive. */
export const afterMs: Later = (ms, act) => {
  const timer = setTimeout(act, ms).unref();
  return () => clearTimeout(timer);
};
