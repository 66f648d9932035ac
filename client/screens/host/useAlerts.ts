import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { awaySince } from '#shared/lib/awaySince.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { useNow } from '../../components/useNow.ts';
import type { Presence } from '../../source/viewSource.ts';
import { type Alert, alertsOf, statesAway, stillAside } from './alerts.ts';
import { alertSentence } from './alertWords.ts';
import type { SeatNow } from './seatsNow.ts';

/** The alerts that are not dismissed, announced as they arise, and the function to dismiss one. */
export function useAlerts(view: View, seatsNow: readonly SeatNow[], presence: Presence | null) {
  const nowMs = useNow(1000);
  const away = useRef<ReadonlyMap<string, number>>(new Map());
  const aside = useSignal<ReadonlySet<string>>(new Set());
  away.current = awaySince(away.current, statesAway(seatsNow), nowMs);
  const all = alertsOf({ view, seatsNow, presence, away: away.current, nowMs });
  const shown = all.filter(({ key }) => !aside.value.has(key));
  useEffect(() => {
    aside.value = stillAside(aside.peek(), all);
  }, [keysOf(all)]);
  useSaid(view, shown);
  const dismiss = (key: string): void => {
    aside.value = new Set([...aside.peek(), key]);
  };
  return { alerts: shown, dismiss };
}

/** Announces new alerts once; alerts that were there already are not announced again. */
function useSaid(view: View, alerts: readonly Alert[]): void {
  const known = useRef<readonly string[]>([]);
  useEffect(() => {
    const fresh = alerts.filter(({ key }) => !known.current.includes(key));
    known.current = alerts.map(({ key }) => key);
    if (fresh.length > 0) announce(fresh.map((alert) => alertSentence(view, alert)).join(' '));
  }, [keysOf(alerts)]);
}

function keysOf(alerts: readonly Alert[]): string {
  return alerts.map(({ key }) => key).join('\n');
}
