import type { View } from '#shared/session/views/tableView.ts';
import { pick } from '../../text/language.ts';

/** The title of an event of the scenario, or null if nothing happened or the host wrote it. */
export function eventTitle(view: View, id: string | undefined): string | null {
  const event = view.card.events.find((one) => one.id === id);
  return event ? pick(event.title) : null;
}
