import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RecordedSource } from '../../source/recorded.ts';
import { namedPlaces } from '../../source/recordPlaces.ts';

/** The speeds of the tape, relative to normal. */
export const speeds = [0.5, 1, 2, 4, 8] as const;

/** How long a line stays before the next one, in ms at normal speed: a resolved round longest, a seal shortest. */
const DWELL = { resolved: 3400, phase: 1500, other: 420 } as const;
/** All that happens in one phase passes in this many ms at normal speed, however much was said in it. */
const PHASE_AT_MOST = 6000;
/** Lines that would stand more briefly than this pass several at a time. */
const SHORTEST = 40;

/** The tape: whether it runs, how fast, and the steps by hand. */
export interface Playback {
  readonly playing: Signal<boolean>;
  readonly speed: Signal<number>;
  readonly toggle: () => void;
  /** Moves by this many lines. */
  readonly step: (lines: number) => void;
  /** To the neighbouring place where a phase begins, or where the record starts or ends. */
  readonly stepPhase: (direction: 1 | -1) => void;
  /** To the neighbouring place where a round begins, is revealed, or the record starts or ends. */
  readonly stepRound: (direction: 1 | -1) => void;
  /** To the neighbouring one of these places; stays where there is none. */
  readonly stepAmong: (stops: readonly number[], direction: 1 | -1) => void;
  readonly go: (position: number) => void;
}

/** Moves a recorded source forward in time and by hand; a step by hand stops it. */
export function usePlayback(source: RecordedSource): Playback {
  const playing = useSignal(false);
  const speed = useSignal(1);
  const position = source.position.value;
  const phases = useMemo(() => namedPlaces(source.lines).map((place) => place.position), [source]);
  useEffect(() => {
    if (!playing.value) return undefined;
    if (position >= source.length) {
      playing.value = false;
      return undefined;
    }
    const dwell = dwellOf(source, position, phases) / speed.value;
    const lines = linesAtOnce(source, position, dwell);
    const timer = setTimeout(
      () => {
        source.position.value = position + lines;
      },
      Math.max(dwell, SHORTEST),
    );
    return () => clearTimeout(timer);
  }, [source, position, playing.value, speed.value]);
  const go = (wanted: number): void => goTo(source, wanted);
  const byHand = (wanted: number): void => {
    playing.value = false;
    go(wanted);
  };
  return {
    playing,
    speed,
    go: byHand,
    step: (lines) => byHand(source.position.peek() + lines),
    stepPhase: (direction) => byHand(stopFrom([...phases, source.length], source, direction)),
    stepRound: (direction) => byHand(roundStop(source, direction)),
    stepAmong: (stops, direction) => byHand(stopFrom(stops, source, direction, source.position.peek())),
    toggle: () => {
      if (!playing.peek() && source.position.peek() >= source.length) go(0);
      playing.value = !playing.peek();
    },
  };
}

function goTo({ position, length }: RecordedSource, wanted: number): void {
  position.value = Math.min(length, Math.max(0, wanted));
}

function dwellOf(source: RecordedSource, position: number, phases: readonly number[]): number {
  const kind = kindOf(source, position);
  if (kind !== 'other') return DWELL[kind];
  const from = phases.findLast((place) => place <= position) ?? 0;
  const to = phases.find((place) => place > position) ?? source.length;
  return Math.min(DWELL.other, PHASE_AT_MOST / Math.max(1, to - from));
}

function kindOf({ lines }: RecordedSource, position: number): keyof typeof DWELL {
  const events = lines[position - 1]?.events ?? [];
  if (events.some(({ type }) => type === 'roundResolved')) return 'resolved';
  return events.some(({ type }) => type === 'phaseOpened') ? 'phase' : 'other';
}

/** How many lines pass in one step: several where each is too brief to see, but never past the beginning of a phase. */
function linesAtOnce(source: RecordedSource, position: number, dwell: number): number {
  const wanted = Math.max(1, Math.floor(SHORTEST / dwell));
  for (let lines = 1; lines < wanted; lines += 1)
    if (position + lines >= source.length || kindOf(source, position + lines) !== 'other') return lines;
  return wanted;
}

function roundStop(source: RecordedSource, direction: 1 | -1): number {
  return stopFrom([0, ...source.breaks.slice(1), source.length], source, direction);
}

/** The neighbouring stop, or `otherwise` where there is none: by default the end of the record on that side. */
function stopFrom(
  stops: readonly number[],
  source: RecordedSource,
  direction: 1 | -1,
  otherwise = direction === 1 ? source.length : 0,
): number {
  const now = source.position.peek();
  const stop = direction === 1 ? stops.find((place) => place > now) : stops.findLast((place) => place < now);
  return stop ?? otherwise;
}

/**
 * The keys of the tape while it is shown, wherever the focus is, except if a field or a list needs them itself; `marks` are the
 * places that have a mark now.
 */
export function usePlaybackKeys(playback: Playback, marks: readonly number[], isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (needsKeys(event)) return;
      if (act(playback, marks, event)) event.preventDefault();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
}

function act(playback: Playback, marks: readonly number[], { key, shiftKey }: KeyboardEvent): boolean {
  if (key === ' ') playback.toggle();
  else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const direction = key === 'ArrowRight' ? 1 : -1;
    if (shiftKey) playback.stepRound(direction);
    else playback.step(direction);
  } else if (key === 'PageDown' || key === 'PageUp') {
    const direction = key === 'PageDown' ? 1 : -1;
    if (shiftKey) playback.stepAmong(marks, direction);
    else playback.stepPhase(direction);
  } else if (key === 'Home' || key === 'End') playback.go(key === 'Home' ? 0 : Number.POSITIVE_INFINITY);
  else return false;
  return true;
}

function needsKeys({ target, key, shiftKey }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input[type="range"]')) return false;
  if (target.matches('input, select, textarea')) return true;
  // A list that scrolls needs these itself, without Shift.
  const scrolls = !shiftKey && ['Home', 'End', 'PageUp', 'PageDown'].includes(key);
  if (scrolls && target.closest('[tabindex="0"], .state-card') !== null) return true;
  return key === ' ' && target.matches('button, a, summary');
}
