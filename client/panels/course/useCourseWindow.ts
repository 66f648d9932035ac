import { type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ViewSource } from '../../source/viewSource.ts';
import { type WhatIf, whatIf } from '../../source/whatIf.ts';
import type { GrownWindow } from '../../source/whatIfDesk.ts';

/** How many continuations the window is estimated from, each round. */
export const WINDOW_RUNS = 200;

/** What is known of a session's window. */
export type WindowNow =
  | { readonly is: 'none' | 'asked' | 'failed' }
  | { readonly is: 'fitting'; readonly seats: number; readonly of: number }
  | ({ readonly is: 'window'; readonly isGrowing: boolean } & GrownWindow);

/** The window of a session's course, and the way to have it estimated. */
export interface CourseWindow {
  readonly now: WindowNow;
  readonly start: () => void;
  /** Stops; what has grown stays. */
  readonly stop: () => void;
}

interface Estimate {
  readonly now: Signal<WindowNow>;
  desk: WhatIf | null;
}

const estimates = new WeakMap<ViewSource, Estimate>();

/**
 * The window of the course, estimated in a worker of this page while it is shown. It belongs to the source, so it is still there when
 * the page comes back to it. `isAuto`: it begins by itself.
 */
export function useCourseWindow(source: ViewSource, isAuto: boolean): CourseWindow {
  const estimate = estimateOf(source);
  useEffect(() => {
    if (isAuto && estimate.now.peek().is === 'none') void start(source, estimate);
    return () => stop(estimate);
  }, [estimate, isAuto]);
  return {
    now: estimate.now.value,
    start: () => void start(source, estimate),
    stop: () => stop(estimate),
  };
}

function estimateOf(source: ViewSource): Estimate {
  const kept = estimates.get(source) ?? { now: signal<WindowNow>({ is: 'none' }), desk: null };
  estimates.set(source, kept);
  return kept;
}

async function start(source: ViewSource, estimate: Estimate): Promise<void> {
  const { now } = estimate;
  const asked: WindowNow = { is: 'asked' };
  now.value = asked;
  const text = await source.record();
  // It was stopped meanwhile, or asked for again.
  if (now.peek() !== asked) return;
  if (text === null) {
    now.value = { is: 'failed' };
    return;
  }
  const desk = whatIf(text);
  estimate.desk = desk;
  desk.ask({ ask: 'window', runs: WINDOW_RUNS }, (told) => {
    if (told.is === 'window') now.value = { ...told, isGrowing: true };
    else if (told.is === 'fitting') now.value = told;
    else if (told.is === 'done') stop(estimate);
    else {
      stop(estimate);
      now.value = { is: 'failed' };
    }
  });
}

function stop(estimate: Estimate): void {
  estimate.desk?.close();
  estimate.desk = null;
  const now = estimate.now.peek();
  if (now.is === 'window') estimate.now.value = { ...now, isGrowing: false };
  else if (now.is !== 'failed') estimate.now.value = { is: 'none' };
}
