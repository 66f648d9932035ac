import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { deviceNow } from '../source/deviceTime.ts';
import type { Presence } from '../source/viewSource.ts';
import { words } from '../text/language.ts';
import { clock } from '../text/number.ts';
import { useSpokenClock } from './useSpokenClock.ts';

interface ClockProps {
  readonly presence: Presence | null;
  readonly paused: boolean;
}

/** The time left in the phase; it stops while paused, and is absent without a deadline. */
export function PhaseClock({ presence, paused }: ClockProps) {
  const { play } = words.value;
  const left = useTimeLeft(presence);
  const seconds = Math.max(0, Math.ceil((left ?? 0) / 1000));
  useSpokenClock(left === null || paused ? null : seconds, presence?.deadlineMs ?? null);
  if (left === null) return null;
  const isShort = seconds <= 15 && !paused;
  return (
    <p
      class={paused ? 'play-clock is-paused' : isShort ? 'play-clock is-short' : 'play-clock'}
      role="timer"
      aria-label={play.timeLeft(Math.floor(seconds / 60), seconds % 60)}
    >
      <b class="num" aria-hidden="true">
        {clock(left)}
      </b>
    </p>
  );
}

function useTimeLeft(presence: Presence | null): number | null {
  const deadline = presence?.deadlineMs ?? null;
  const stopped = presence?.pausedRemainingMs ?? null;
  const nowMs = useSignal(deviceNow());
  useEffect(() => {
    if (deadline === null || stopped !== null) return;
    const timer = setInterval(() => {
      nowMs.value = deviceNow();
    }, 250);
    nowMs.value = deviceNow();
    return () => clearInterval(timer);
  }, [deadline, stopped]);
  if (stopped !== null) return stopped;
  return deadline === null ? null : deadline - nowMs.value;
}
