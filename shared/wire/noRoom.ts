/**
 * Why people are turned away: all seats are full, the waiting list is, as many as expected have come from one network, or as
 * many watch as may.
 */
export const noRoomReasons = ['full', 'waiting', 'network', 'watching'] as const;
/** Why somebody was turned away. */
export type NoRoomReason = (typeof noRoomReasons)[number];

/** How often people were turned away for one reason within the last ten minutes; at least once. */
export interface NoRoom {
  readonly reason: NoRoomReason;
  readonly times: number;
}

/** For how long somebody who was turned away counts, minutes. */
export const NO_ROOM_MINUTES = 10;

/** As text for the wire; empty for nobody. */
export function noRoomText(counts: readonly NoRoom[]): string {
  return counts.map(({ reason, times }) => `${reason}:${times}`).join(' ');
}

/** What `noRoomText` wrote; a reason that this version does not know is left out. */
export function noRoomOfText(text: string): readonly NoRoom[] {
  return text.split(' ').flatMap((part) => {
    const [name, times] = part.split(':');
    const reason = noRoomReasons.find((one) => one === name);
    return reason === undefined ? [] : [{ reason, times: Number(times) }];
  });
}
