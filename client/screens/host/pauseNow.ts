import { deviceNow } from '../../source/deviceTime.ts';
import type { Presence } from '../../source/viewSource.ts';
import type { Give } from './give.ts';

/** The command that stops the clock with the remaining time. */
export function pauseNow(presence: Presence | null): Parameters<Give>[0] {
  const deadline = presence?.deadlineMs ?? null;
  const remainingMs = deadline === null ? null : Math.max(0, Math.round(deadline - deviceNow()));
  return { type: 'pauseSession', remainingMs };
}
