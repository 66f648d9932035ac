import { useEffect, useRef } from 'preact/hooks';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';

/** How many seconds before the end are said aloud. */
const MARKS = [60, 15] as const;

/** Says that a minute, and then that a quarter of one, is left of a clock. `deadline` tells one clock from the next; null: no clock runs. */
export function useSpokenClock(seconds: number | null, deadline: number | null): void {
  const mark = seconds === null ? null : (MARKS.findLast((each) => seconds <= each) ?? null);
  const was = useRef({ mark, deadline });
  useEffect(() => {
    const isCrossed = was.current.deadline === deadline && mark !== null && was.current.mark !== mark;
    was.current = { mark, deadline };
    if (isCrossed) announce(words.value.play.timeLeft(Math.floor(mark / 60), mark % 60));
  }, [mark, deadline]);
}
