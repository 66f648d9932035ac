import type { DelegateView, View } from '#shared/session/views/tableView.ts';
import type { Presence } from '../../source/viewSource.ts';
import type { SeatNow } from './seatsNow.ts';

/** How long all of a state's devices are away before the host is told: a sleeping phone returns soon. */
export const DROPPED_AFTER_MS = 15_000;

/** An undecided state is named once this much of the decision is left. */
export const IDLE_LEFT_MS = 45_000;

/** This many undecided states become one alert, because single ones would hide the others. */
export const MANY_IDLE = 3;

/** Something that needs the host's attention. `key` stays the same while it lasts. */
export type Alert = StateAlert | { readonly key: string; readonly kind: 'manyIdle'; readonly count: number };

/** Something about one state. */
export type StateAlert = {
  readonly key: string;
  readonly seatNow: SeatNow;
} & (
  | { readonly kind: 'dropped' | 'idle' | 'covered' }
  /** `head` cannot be reached while others of the delegation are connected. */
  | { readonly kind: 'headAway'; readonly head: DelegateView; readonly others: readonly DelegateView[] }
);

/** The inputs of alerts: the table, who is connected, and the two clocks. */
export interface AlertInput {
  readonly view: View;
  readonly seatsNow: readonly SeatNow[];
  readonly presence: Presence | null;
  /** Since when each state is away (`statesAway`), in ms. */
  readonly away: ReadonlyMap<string, number>;
  /** Now, on this device's clock, in ms. */
  readonly nowMs: number;
}

/** The states whose people are all away now. */
export function statesAway(seatsNow: readonly SeatNow[]): readonly string[] {
  return seatsNow.filter(({ standing }) => standing === 'away').map(({ seat }) => seat.id);
}

/** What needs the host's attention, in the order of the table; nothing before the start and after the end. */
export function alertsOf(input: AlertInput): readonly Alert[] {
  const { phase } = input.view.table;
  if (phase === 'lobby' || phase === 'ended') return [];
  const idle = isDecisionClosing(input) ? input.seatsNow.filter(isIdle) : [];
  const isMany = idle.length >= MANY_IDLE;
  const many: readonly Alert[] = isMany ? [{ key: 'manyIdle', kind: 'manyIdle', count: idle.length }] : [];
  return [...many, ...input.seatsNow.flatMap((seatNow) => alertsAbout(input, seatNow, isMany ? [] : idle))];
}

function isIdle({ seat, standing }: SeatNow): boolean {
  return standing === 'here' && !seat.sealed;
}

function alertsAbout(input: AlertInput, seatNow: SeatNow, idle: readonly SeatNow[]): readonly StateAlert[] {
  const { seat, standing, index } = seatNow;
  if (standing === 'bot') return seat.delegates.length === 0 ? [] : [alertOf('covered', seatNow)];
  if (standing === 'away') return isGone(input, seat.id) ? [alertOf('dropped', seatNow)] : [];
  if (standing === 'empty') return [];
  const idling = idle.includes(seatNow) ? [alertOf('idle', seatNow)] : [];
  return input.presence?.headsAway[index] === true ? [...headAway(seatNow), ...idling] : idling;
}

function alertOf(kind: 'dropped' | 'idle' | 'covered', seatNow: SeatNow): StateAlert {
  return { key: `${kind} ${seatNow.seat.id}`, kind, seatNow };
}

function headAway(seatNow: SeatNow): readonly StateAlert[] {
  const { delegates, id } = seatNow.seat;
  const head = delegates.find(({ role }) => role === 'head');
  const others = delegates.filter(({ role }) => role !== 'head');
  if (head === undefined || others.length === 0) return [];
  return [{ key: `headAway ${id} ${head.id}`, kind: 'headAway', seatNow, head, others }];
}

function isGone({ away, nowMs }: AlertInput, seat: string): boolean {
  const since = away.get(seat);
  return since !== undefined && nowMs - since >= DROPPED_AFTER_MS;
}

/** The decision nears its end, or all but one have sealed. */
function isDecisionClosing({ view, seatsNow, presence, nowMs }: AlertInput): boolean {
  const { phase, paused } = view.table;
  if (phase !== 'decision' || paused) return false;
  const deadline = presence?.deadlineMs ?? null;
  if (deadline !== null && deadline - nowMs <= IDLE_LEFT_MS) return true;
  return seatsNow.filter(({ seat, standing }) => !seat.sealed && standing !== 'bot').length === 1;
}

/** The alerts that remain dismissed: one that is over counts as new when it returns. */
export function stillAside(aside: ReadonlySet<string>, alerts: readonly Alert[]): ReadonlySet<string> {
  return new Set(alerts.map(({ key }) => key).filter((key) => aside.has(key)));
}
