import type { Sight } from './views/sight.ts';
import { HOLD } from '../model/actions.ts';
import { type Derived, derive } from '../model/indicators.ts';
import type { Setting, World } from '../model/world.ts';
import type { Viewer } from './vocabulary/actors.ts';
import type { SessionState } from './vocabulary/state.ts';
import type { View } from './views/tableView.ts';
import { cardOf } from './views/card.ts';
import { ownOf } from './views/own.ts';
import { allTrust, tableOf } from './views/table.ts';
import { openedTalk } from './views/talk.ts';
import type { TextOf } from './vocabulary/codedTalk.ts';
import { isTrustOpen, seesAllTrust } from './topics/trustSeen.ts';
import { makeSight } from './views/makeSight.ts';
import { eventsOfRound } from './vocabulary/roundEvents.ts';

/**
 * Builds what one viewer may see, field by field: secrets are added where they belong, never taken away. Player, projector,
 * replay, export and bots all get their view from here.
 */
export function viewFor(state: SessionState, viewer: Viewer, textOf: TextOf): View {
  const seat = ownSeatOf(viewer);
  const table = tableOf(state, textOf);
  return {
    viewer,
    card: cardOf(state.basis),
    table: seesAllTrust(state, viewer) ? { ...table, trust: allTrust(state) } : table,
    own: seat === null ? null : ownFor(state, viewer, seat, textOf),
  };
}

/** Whether people who were there read all private talk after the end, as the session was opened. [decision 39] */
function ownFor(state: SessionState, viewer: Viewer, seat: string, textOf: TextOf): View['own'] {
  const own = ownOf(state, seat, textOf);
  const opens = viewer.kind === 'participantAfterEnd' && state.basis.options.privateTalkOpens;
  return own === null || !opens ? own : { ...own, messages: openedTalk(state, textOf) };
}

/** The seat whose private part a viewer may read, or null. */
export function ownSeatOf(viewer: Viewer): string | null {
  return viewer.kind === 'delegate' || viewer.kind === 'participantAfterEnd' ? viewer.seat : null;
}

/**
 * What a bot in the seat with that index may know, in full precision: no sealed orders, no other seat's score, and no more trust
 * than a person there sees.
 */
export function sightOf(state: SessionState, seat: number): Sight {
  const { basis, world } = state;
  const last = state.rounds[state.rounds.length - 1];
  return makeSight({
    setting: basis.setting,
    seat,
    world,
    openDeck: basis.options.openDeck,
    isTrustOpen: isTrustOpen(state),
    lastOrders: last === undefined ? null : state.seats.map(({ id }) => last.orders[id] ?? HOLD),
    rounds: basis.plan.rounds,
    events: eventsOfRound(state).map(({ event }) => event),
    seats: state.seats.map(({ id }) => id),
    ...(isTrustOpen(state) ? { derived: derivedOnce(basis.setting, world) } : {}),
  });
}

/** Numbers derived from a world, computed once for all bots of a table and dropped with the world. */
const known = new WeakMap<World, { readonly setting: Setting; readonly derived: Derived }>();

function derivedOnce(setting: Setting, world: World): Derived {
  const earlier = known.get(world);
  if (earlier?.setting === setting) return earlier.derived;
  const derived = derive(setting, world);
  known.set(world, { setting, derived });
  return derived;
}
