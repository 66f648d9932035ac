import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { HostPass, SeatPass } from '#shared/wire/api.ts';

/** A device's credentials in a session: a seat's pass, the host's, or none (an observer or the projector). */
export type AnyPass = SeatPass | HostPass | null;

/** The viewer; a delegate whom the host has moved has the seat that the server names. */
export function viewerOfPass(pass: AnyPass, ownSeat: string | null, isEnded: boolean): Viewer {
  if (pass === null) return { kind: 'observer' };
  if (!('seat' in pass)) return { kind: 'host' };
  const seat = ownSeat ?? pass.seat;
  // A person who waits for a seat sees what everybody sees.
  if (seat === '') return { kind: 'observer' };
  return isEnded
    ? { kind: 'participantAfterEnd', seat }
    : { kind: 'delegate', seat, delegate: pass.delegate };
}
