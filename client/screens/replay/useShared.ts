import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import type { PlayState } from '../../panels/playState.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { namedPlaces, positionOf } from '../../source/recordPlaces.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { placeText, showPlace } from './replayAddress.ts';
import type { Playback } from './usePlayback.ts';
import { keepErrand } from './useSession.ts';

/** The host's place travels at most this often. */
const SEND_EVERY_MS = 200;

/** The shared replay as this page takes part in it. [decision 0079] */
export interface Shared {
  /** Whether this page leads, follows, has left the host to look around, or is alone because nobody leads. */
  readonly role: 'alone' | 'leads' | 'follows' | 'looksAround';
  /** Another page is open in place of the table: *what if*, or the debrief. Nobody is led there. */
  readonly isOffTable: boolean;
  /** This person may lead. */
  readonly mayLead: boolean;
  /** Where the host is, as a position in the record; null while nobody leads. */
  readonly hostAt: number | null;
  readonly lead: () => void;
  readonly stop: () => void;
  readonly lookAround: () => void;
  readonly followAgain: () => void;
}

/**
 * Joins a replay to the session's shared one. `live` brings the host's place to those who follow and takes it from the one who
 * leads; null for a record that is no session of the server. Whoever touches anything while following looks around from then on.
 */
export function useShared(
  live: ViewSource | null,
  source: RecordedSource,
  ui: PlayState,
  tape: Pick<Playback, 'playing'>,
  leadsAtOnce: boolean,
): Shared {
  const places = useMemo(() => namedPlaces(source.lines), [source]);
  const isPhone = useMedia(PHONE);
  const leads = useSignal(leadsAtOnce);
  const follows = useSignal(true);
  const here = placeText(source, ui, places);
  const given = live?.presence.value?.lead ?? null;
  const mayLead = live?.mayHost === true && live.view.value?.card.practice === false;
  const isLeading = leads.value && mayLead;
  const isFollowing = given !== null && !isLeading && follows.value;
  const isOffTable = ui.debriefing.value || ui.whatIf.value !== null;
  useFollowing(isFollowing ? given : null, isOffTable ? 'off the table' : here, follows, (place) => {
    tape.playing.value = false;
    showPlace(isPhone ? withMap(place) : place, source, ui, places);
    return placeText(source, ui, places);
  });
  useLeading(isLeading ? live : null, here);
  const hostAt = given === null ? null : positionOf(places, new URLSearchParams(given).get('at') ?? '');
  return {
    role: isLeading ? 'leads' : given === null ? 'alone' : follows.value ? 'follows' : 'looksAround',
    isOffTable,
    mayLead,
    hostAt,
    ...actsOn(leads, follows, live),
  };
}

function actsOn(
  leads: Signal<boolean>,
  follows: Signal<boolean>,
  live: ViewSource | null,
): Pick<Shared, 'lead' | 'stop' | 'lookAround' | 'followAgain'> {
  return {
    lead: () => {
      leads.value = true;
      keepErrand('lead');
    },
    stop: () => {
      leads.value = false;
      keepErrand('watch');
      void live?.lead(null);
    },
    lookAround: () => (follows.value = false),
    followAgain: () => (follows.value = true),
  };
}

/** Shows the host's place whenever it moves; a change that does not come from there ends the following. */
function useFollowing(
  place: string | null,
  here: string,
  follows: Signal<boolean>,
  show: (place: string) => string,
): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (place !== null && shown.current !== null && here !== shown.current) follows.value = false;
  }, [here]);
  useEffect(() => {
    shown.current = place === null ? null : show(place);
  }, [place]);
}

/** Sends this page's place to those who follow, the latest one after each pause, and again after a lost connection. */
function useLeading(live: ViewSource | null, here: string): void {
  const place = useRef(here);
  const due = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isLive = live?.status.value === 'live';
  place.current = here;
  useEffect(() => {
    if (live === null || !isLive || due.current !== null) return;
    void live.lead(place.current);
    due.current = setTimeout(() => {
      due.current = null;
      if (place.current !== here) void live.lead(place.current);
    }, SEND_EVERY_MS);
  }, [live, isLive, here]);
  useEffect(
    () => () => {
      clearTimeout(due.current ?? undefined);
      due.current = null;
    },
    [live],
  );
}

/** A phone shows one thing at a time: where the host has the index beside the map, it shows the map. */
function withMap(place: string): string {
  return place.replace(/(^|&)tab=index(&|$)/, '$1tab=map$2');
}
