import { useEffect, useRef } from 'preact/hooks';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';

/** The seconds before the end at which the time is spoken. */
const MARKS = [60, 15] as const;

/** Announces that a minute, and then a quarter of one, is left on a clock. `deadline` identifies the clock; null: no clock runs. */
export function useSpokenClock(seconds: number | null, deadline: number | null): void {
  const mark = seconds === null ? null : (MARKS.findLast((each) => seconds <= each) ?? null);
  const was = useRef({ mark, deadline });
  useEffect(() => {
    const isCrossed = was.current.deadline === deadline && mark !== null && was.current.mark !== mark;
    was.current = { mark, deadline };
    if (isCrossed) announce(words.value.play.timeLeft(Math.floor(mark / 60), mark % 60));
  }, [mark, deadline]);
}
