import { matchMaker, Room } from '@colyseus/core';

/** Whether a room keeps a place for the socket that asks for this address. */
export function isExpected(address: string): boolean {
  const { pathname, searchParams } = new URL(address);
  const room: unknown = matchMaker.getLocalRoomById(pathname.split('/').at(-1) ?? '');
  const [socket, back] = ['sessionId', 'reconnectionToken'].map(
    (name) => searchParams.get(name) ?? undefined,
  );
  return room instanceof Room && room.hasReservedSeat(socket ?? '', back);
}
