import type { View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Alert } from './alerts.ts';

/** The alert in one sentence, with its subject. */
export function alertSentence(view: View, alert: Alert): string {
  return words.value.inbox.sentence(alertTitle(view, alert), alertText(alert));
}

/** The subject: a state, or a number of states. */
export function alertTitle(view: View, alert: Alert): string {
  if (alert.kind === 'manyIdle') return words.value.inbox.states(alert.count);
  return seatName(view, alert.seatNow.seat.id);
}

/** The alert without its subject. */
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
