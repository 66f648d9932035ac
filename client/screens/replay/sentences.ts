import type { EventOf, EventType } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';

/**
 * What the record says of events, each in one sentence or nothing; `everything` for viewers who may read sealed orders and
 * secrets.
 */
export type Sentences<Type extends EventType> = {
  readonly [One in Type]: (view: View, event: EventOf<One>, everything: boolean) => string | null;
};
