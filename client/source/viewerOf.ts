import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { HostPass, SeatPass } from '#shared/wire/api.ts';

/** What a device comes to a session with: a seat's pass, the host's, or nothing (an observer or the projector). */
export type Pass = SeatPass | HostPass | null;

/** Whose eyes these are; a delegate whom the host has moved sits where the server says. */
export function viewerOf(pass: Pass, ownSeat: string | null, isEnded: boolean): Viewer {
  if (pass === null) return { kind: 'observer' };
  if (!('seat' in pass)) return { kind: 'host' };
  const seat = ownSeat ?? pass.seat;
  // Who waits for a seat sees what everybody sees.
  if (seat === '') return { kind: 'observer' };
  return isEnded
    ? { kind: 'participantAfterEnd', seat }
    : { kind: 'delegate', seat, delegate: pass.delegate };
}
