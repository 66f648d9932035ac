import { signal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { AUTO_PAGE } from '#shared/wire/wallPage.ts';
import type { StandIn } from '../net/standIn.ts';
import { setIfNew } from './setIfNew.ts';
import type { Presence, SourceStatus, ViewSource } from './viewSource.ts';

/** A session that runs on this device, watched and played without any server. */
export function localSource(code: string, device: StandIn): ViewSource {
  const view = signal<View | null>(null);
  const presence = signal<Presence | null>(null);
  const status = signal<SourceStatus>('connecting');
  const table = device.table(code, (told) => {
    if (told === null) {
      status.value = 'gone';
      return;
    }
    setIfNew(view, told);
    setIfNew(presence, everybodyHere(told));
    status.value = 'live';
  });
  return {
    view,
    presence,
    status,
    said: null,
    // Practice has one person, who also leads.
    mayHost: true,
    send: async (command, text) => table.give(command, text ?? null),
    ask: async (question) => table.ask(question),
    record: async () => {
      const copy = await device.log(code);
      return copy.ok ? copy.value : null;
    },
    close: () => table.close(),
    ...nobodyElse,
  };
}

/** What is done for others' eyes: there are none. */
const nobodyElse: Pick<ViewSource, 'draw' | 'show' | 'putInCentre' | 'lead'> = {
  draw: () => Promise.resolve(),
  show: () => Promise.resolve(),
  putInCentre: () => Promise.resolve(),
  lead: () => Promise.resolve(),
};

/** One person, bots, no clock. */
function everybodyHere({ table: { seats } }: View): Presence {
  return {
    connected: seats.map(() => true),
    headsAway: seats.map(() => false),
    away: [],
    noRoom: [],
    deadlineMs: null,
    pausedRemainingMs: null,
    curtain: 'open',
    wall: AUTO_PAGE,
    centre: 'map',
    lead: null,
  };
}
