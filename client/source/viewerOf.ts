import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { HostPass, SeatPass } from '#shared/wire/api.ts';

/** What a device comes to a session with: a seat's pass, the host's, or nothing (an observer or the projector). */
export type AnyPass = SeatPass | HostPass | null;

/** Whose eyes these are; a delegate whom the host has moved sits where the server says. */
export function viewerOfPass(pass: AnyPass, ownSeat: string | null, isEnded: boolean): Viewer {
  if (pass === null) return { kind: 'observer' };
  if (!('seat' in pass)) return { kind: 'host' };
  const seat = ownSeat ?? pass.seat;
  // Who waits for a seat sees what everybody sees.
  if (seat === '') return { kind: 'observer' };
  return isEnded
    ? { kind: 'participantAfterEnd', seat }
    : { kind: 'delegate', seat, delegate: pass.delegate };
}
