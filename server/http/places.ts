import { failed, type Result } from '#shared/lib/result.ts';
import { isAskedFirst } from '#shared/session/vocabulary/entry.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import type { Asker } from '../lib/asker.ts';
import type { LiveSession } from '../live/session.ts';
import { attendanceOf } from '../rooms/attendance.ts';
import type { Registry } from '../rooms/registry.ts';
import { noRoomIn } from '../rooms/noRoom.ts';
import { MOST_OF_DEVICE, shareOfAddress } from '../rooms/shares.ts';
import { type Denial, letWait, seatSomebody } from './seating.ts';

/** A newcomer who asks for a place. */
interface Arrival {
  readonly seat: string | null;
  readonly name: string | null;
  /** They ask the host to place them. */
  readonly wait: boolean;
  /** The id that they will have. */
  readonly delegate: string;
  readonly asker: Asker;
}

/** Gives a newcomer a seat or a place on the waiting list if the share of their browser and address allows it. */
export async function letIn(
  registry: Registry,
  session: LiveSession,
  { seat, name, wait, delegate, asker }: Arrival,
): Promise<Result<SeatPass, Denial>> {
  const denial = overShare(session, asker);
  if (denial !== null) return noRoom(session, denial, wait);
  const { entry } = session.state;
  const attendance = attendanceOf(session);
  const wish = { seat: entry.arrival === 'given' ? null : seat, name, delegate };
  attendance.comesIn(delegate, asker);
  let hasPlace = false;
  try {
    const isWaiting = wait || isAskedFirst(entry);
    const seated = await (isWaiting
      ? letWait(registry, session, wish)
      : seatSomebody(registry, session, wish));
    hasPlace = seated.ok;
    return seated.ok ? seated : noRoom(session, seated.failure, isWaiting);
  } finally {
    attendance.cameIn(delegate, hasPlace);
  }
}

/** Answers a newcomer without a place and reports it to the host's screen. */
function noRoom(session: LiveSession, denial: Denial, isWaiting: boolean): Result<never, Denial> {
  const lately = noRoomIn(session);
  if (denial.code === 'networkFull') lately.add('network');
  if (denial.code === 'tableFull') lately.add(isWaiting ? 'waiting' : 'full');
  return failed(denial);
}

/** Why no more people from there may enter; null if there is room. */
function overShare(session: LiveSession, asker: Asker): Denial | null {
  const { ofDevice, ofAddress } = attendanceOf(session).heldBy(asker);
  if (ofDevice >= MOST_OF_DEVICE)
    return { status: 429, code: 'deviceFull', message: 'this browser holds as many seats as one may' };
  if (ofAddress >= shareOfAddress(session.state))
    return {
      status: 429,
      code: 'networkFull',
      message: 'as many people as expected have joined from this network',
    };
  return null;
}
