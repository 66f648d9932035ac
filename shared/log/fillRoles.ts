import { isSeating, withRolesThatFollow } from '../session/topics/delegationRules.ts';
import { evolve } from '../session/evolve.ts';
import type { Event } from '../session/vocabulary/events.ts';
import type { SessionState } from '../session/vocabulary/state.ts';

/**
 * An event as it is written today. Records older than decision 0048 leave out the roles that follow from an arrival or a
 * departure; here they are filled in by the rule of that time. If that rule ever changes, its old form moves here.
 */
export function fillRoles(state: SessionState, event: Event): Event {
  return isSeating(event) && event.roles === undefined ? withRolesThatFollow(state, event) : event;
}

/** The events of a line as they are written today. */
export function filledEvents(state: SessionState, events: readonly Event[]): readonly Event[] {
  let now = state;
  return events.map((event) => {
    const filled = fillRoles(now, event);
    now = evolve(now, filled);
    return filled;
  });
}
