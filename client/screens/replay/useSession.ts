import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { go } from '../../lib/address.ts';
import { api } from '../../net/api.ts';
import { standIn } from '../../net/standIn.ts';
import { hostPassOf, keepHostPass, seatPassOf } from '../../net/tokens.ts';
import { liveSource } from '../../source/live.ts';
import type { ViewSource } from '../../source/viewSource.ts';

/** How somebody came to a replay: by itself, to show it to a class, or because the host shows it. */
export type Errand = 'watch' | 'lead' | 'follow';

/** What the address asks for, before the replay writes its own place there; a page that is loaded again goes on with it. */
export function useErrand(): Errand {
  return useMemo(() => {
    const asked = location.hash.slice(1);
    if (asked === 'lead' || asked === 'follow') keepErrand(asked);
    const kept: unknown = history.state;
    return kept === 'lead' || kept === 'follow' ? kept : 'watch';
  }, []);
}

/** Keeps an errand with the page in the browser's history. */
export function keepErrand(errand: Errand): void {
  history.replaceState(errand === 'watch' ? null : errand, '', location.href);
}

/**
 * The session of a replay, connected once its record is open: by it the host's place comes and goes. Null for a file, or without a
 * server.
 */
export function useSession(code: string | null, isOpen: boolean, errand: Errand): Signal<ViewSource | null> {
  const live = useSignal<ViewSource | null>(null);
  useEffect(() => {
    if (code === null || !isOpen || standIn() !== null) return undefined;
    const pass = errand === 'lead' ? hostPassOf(code) : (seatPassOf(code) ?? hostPassOf(code));
    const source = liveSource(code, pass);
    live.value = source;
    return () => {
      live.value = null;
      source.close();
    };
  }, [code, isOpen, errand]);
  return live;
}

/** The pass with which a host leads: the cookie is exchanged for it where this device has none yet. */
export async function fetchHostPass(code: string): Promise<void> {
  if (hostPassOf(code) !== null) return;
  const answer = await api.hostPass(code);
  if (answer.ok) keepHostPass(answer.value);
}

/** Whoever was brought here by the host's lead goes back to the own seat when it ends. */
export function useWayBack(code: string | null, live: ViewSource | null, errand: Errand): void {
  const lead = live?.presence.value?.lead;
  useEffect(() => {
    if (lead === null && errand === 'follow' && code !== null)
      go(seatPassOf(code) === null ? `/screen/${code}` : `/play/${code}`, 'replace');
  }, [lead, errand, code]);
}
