import type { View } from '#shared/session/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Alert } from './alerts.ts';

/** What is the matter, in one sentence with the state's name. */
export function alertSentence(view: View, alert: Alert): string {
  return words.value.inbox.sentence(seatName(view, alert.facts.seat.id), alertText(alert));
}

/** What is the matter, beside the state's name. */
export function alertText(alert: Alert): string {
  const { inbox, host } = words.value;
  switch (alert.kind) {
    case 'dropped':
      return inbox.dropped;
    case 'idle':
      return inbox.idle;
    case 'covered':
      return inbox.covered(alert.facts.seat.bot === null ? '' : host.bots[alert.facts.seat.bot]);
    default:
      return inbox.headAway(alert.head.name ?? host.room.unnamed);
  }
}
