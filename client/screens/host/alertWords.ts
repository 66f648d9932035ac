import type { View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Alert } from './alerts.ts';

/** What is the matter, in one sentence with who it is about. */
export function alertSentence(view: View, alert: Alert): string {
  return words.value.inbox.sentence(alertTitle(view, alert), alertText(alert));
}

/** Who it is about: a state, or so many. */
export function alertTitle(view: View, alert: Alert): string {
  if (alert.kind === 'manyIdle') return words.value.inbox.states(alert.count);
  return seatName(view, alert.seatNow.seat.id);
}

/** What is the matter, beside who it is about. */
export function alertText(alert: Alert): string {
  const { inbox, host } = words.value;
  switch (alert.kind) {
    case 'dropped':
      return inbox.dropped;
    case 'idle':
    case 'manyIdle':
      return inbox.idle;
    case 'covered':
      return inbox.covered(alert.seatNow.seat.bot === null ? '' : host.bots[alert.seatNow.seat.bot]);
    case 'headAway':
      return inbox.headAway(alert.head.name ?? host.room.unnamed);
  }
}
