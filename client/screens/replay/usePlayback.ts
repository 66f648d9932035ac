import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RecordedSource } from '../../source/recorded.ts';

/** The speeds of the tape, relative to normal. */
export const speeds = [0.5, 1, 2, 4] as const;

/** How long a line stays before the next one, in ms at normal speed: a resolved round longest, a seal shortest. */
const DWELL = { resolved: 3400, phase: 1500, other: 420 } as const;

/** The tape: whether it runs, how fast, and the steps by hand. */
export interface Playback {
  readonly playing: Signal<boolean>;
  readonly speed: Signal<number>;
  readonly toggle: () => void;
  /** Moves by this many lines. */
  readonly step: (lines: number) => void;
  /** To the next place where a round begins or is revealed, or the record starts or ends. */
  readonly stepRound: (direction: 1 | -1) => void;
  readonly go: (position: number) => void;
}

/** Moves a recorded source forward in time and by hand; a step by hand stops it. */
export function usePlayback(source: RecordedSource): Playback {
  const playing = useSignal(false);
  const speed = useSignal(1);
  const position = source.position.value;
  useEffect(() => {
    if (!playing.value) return undefined;
    if (position >= source.length) {
      playing.value = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      source.position.value = position + 1;
    }, dwellOf(source, position) / speed.value);
    return () => clearTimeout(timer);
  }, [source, position, playing.value, speed.value]);
  const go = (wanted: number): void => {
    source.position.value = Math.min(source.length, Math.max(0, wanted));
  };
  const byHand = (wanted: number): void => {
    playing.value = false;
    go(wanted);
  };
  return {
    playing,
    speed,
    go: byHand,
    step: (lines) => byHand(source.position.peek() + lines),
    stepRound: (direction) => byHand(roundStop(source, direction)),
    toggle: () => {
      if (!playing.peek() && source.position.peek() >= source.length) go(0);
      playing.value = !playing.peek();
    },
  };
}

function dwellOf(source: RecordedSource, position: number): number {
  const events = source.lines[position - 1]?.events ?? [];
  if (events.some(({ type }) => type === 'roundResolved')) return DWELL.resolved;
  return events.some(({ type }) => type === 'phaseOpened') ? DWELL.phase : DWELL.other;
}

function roundStop(source: RecordedSource, direction: 1 | -1): number {
  const stops = [0, ...source.breaks.slice(1), source.length];
  const now = source.position.peek();
  if (direction === 1) return stops.find((stop) => stop > now) ?? source.length;
  return stops.findLast((stop) => stop < now) ?? 0;
}

/** The keys of the tape, wherever the focus is, except if a field or a list needs them itself. */
export function usePlaybackKeys(playback: Playback): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (needsKeys(event.target, event.key)) return;
      if (act(playback, event)) event.preventDefault();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
}

function act(playback: Playback, { key, shiftKey }: KeyboardEvent): boolean {
  if (key === ' ') playback.toggle();
  else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const direction = key === 'ArrowRight' ? 1 : -1;
    if (shiftKey) playback.stepRound(direction);
    else playback.step(direction);
  } else return false;
  return true;
}

function needsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input[type="range"]')) return false;
  if (target.matches('input, select, textarea')) return true;
  return key === ' ' && target.matches('button, a, summary');
}
