import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { type ColouredFamily, colourOf } from '../lookup.ts';
import { judgedInRound } from '../agreements/promises.ts';

/** The stations of a reveal in their order; `done` stays. */
export const revealSteps = [
  'bets',
  'promises',
  'count',
  'cooperate',
  'blocs',
  'securitize',
  'links',
  'dial',
  'done',
] as const;
/** A step of the reveal, in the order in which they are shown. */
export type RevealStep = (typeof revealSteps)[number];

/** Milliseconds of each station at full length: 40 s together. */
const LENGTHS: Readonly<Record<RevealStep, number>> = {
  bets: 3500,
  promises: 4000,
  count: 3500,
  cooperate: 6500,
  blocs: 5000,
  securitize: 6500,
  links: 5000,
  dial: 6000,
  done: 0,
};
const TOTAL = Object.values(LENGTHS).reduce((sum, length) => sum + length, 0);

/** The progress of a reveal, with the functions to hurry or repeat it. */
export interface Reveal {
  readonly step: RevealStep;
  readonly steps: readonly RevealStep[];
  /** The table before the round, if this device saw it. */
  readonly before: View | null;
  readonly skip: () => void;
  readonly again: () => void;
}

/** Whether a station has been reached. */
export function hasReached(step: RevealStep, station: RevealStep): boolean {
  return revealSteps.indexOf(step) >= revealSteps.indexOf(station);
}

/** The stations that this round needs: none for bets without bets, none for a family without cards. */
export function stationsOf(view: View): readonly RevealStep[] {
  const { reveal } = view.table;
  if (!reveal) return ['done'];
  const families = new Set(reveal.orders.map((order) => colourOf(order.action)));
  return revealSteps.filter((step) => {
    if (step === 'bets') return reveal.bets.some((count) => count > 0);
    if (step === 'promises') return judgedInRound(view, reveal.round).length > 0;
    const isFamily = step === 'cooperate' || step === 'blocs' || step === 'securitize';
    return !isFamily || families.has(step satisfies ColouredFamily);
  });
}

/**
 * Leads through a reveal once; who comes late or reloads sees its end at once, and so does who has seen it and has not asked for it
 * again. While it is held or the session paused, its station stands.
 */
export function useReveal(view: View, before: View | null, isHeld = false, isSeen = false): Reveal {
  const isRunning = view.table.phase === 'reveal' && !isSeen;
  const round = view.table.reveal?.round ?? 0;
  const steps = stationsOf(view);
  const at = useSignal(isRunning && before ? 0 : steps.length - 1);
  const shownRound = useRef(round);
  useEffect(() => {
    if (shownRound.current === round) return;
    shownRound.current = round;
    at.value = isRunning && before ? 0 : steps.length - 1;
  }, [round]);
  const place = at.value;
  const isNew = shownRound.current !== round;
  const index = isNew ? (isRunning && before ? 0 : steps.length - 1) : Math.min(place, steps.length - 1);
  const step = steps[index] ?? 'done';
  const pace = paceOf(view);
  const stands = isHeld || view.table.paused;
  useEffect(() => {
    if (step === 'done' || stands) return;
    const timer = setTimeout(() => {
      at.value = index + 1;
    }, LENGTHS[step] * pace);
    return () => clearTimeout(timer);
  }, [step, round, pace, stands]);
  return {
    step,
    steps,
    before,
    skip: () => {
      at.value = steps.length - 1;
    },
    again: () => {
      at.value = 0;
    },
  };
}

/** The view as far as a running reveal has disclosed it: the table before the round, then the network, the dial last. */
export function disclosed(view: View, { step, before }: Reveal): View {
  if (view.table.phase !== 'reveal' || hasReached(step, 'dial')) return view;
  if (before && !hasReached(step, 'links')) {
    const { phase, reveal, seconds, paused } = view.table;
    return { ...before, table: { ...before.table, phase, reveal, seconds, paused } };
  }
  const trail = { ...view.table.trail, direction: view.table.trail.direction.slice(0, -1) };
  return { ...view, table: { ...view.table, trail } };
}

const families: readonly ColouredFamily[] = ['cooperate', 'blocs', 'securitize'];

/** The family whose cards are turning now. */
export function turnOf(reveal: Reveal): ColouredFamily | null {
  return families.find((family) => family === reveal.step) ?? null;
}

/** The families whose arcs are drawn: each alone in its turn, all of them when the network answers. */
export function turnedBy(reveal: Reveal): readonly ColouredFamily[] {
  const turn = turnOf(reveal);
  if (turn) return [turn];
  return hasReached(reveal.step, 'links') ? families : [];
}

/** How long a station lasts, ms. */
export function stationMs(view: View, step: RevealStep): number {
  return LENGTHS[step] * paceOf(view);
}

/** Practice uses half the length; the reveal fits a host's short reveal phase. */
function paceOf(view: View): number {
  const { seconds } = view.table;
  if (view.card.practice) return 0.5;
  return seconds === null ? 1 : Math.min(1, (seconds * 900) / TOTAL);
}
