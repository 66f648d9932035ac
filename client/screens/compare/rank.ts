import { type DialFan, shareBelow } from '../../source/dialFanDesk.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { words } from '../../text/language.ts';

/** With fewer simulated sessions nothing is said. */
const ENOUGH = 50;

/** How many of a hundred simulated sessions ended lower. */
export function rankSentence(mark: string, end: Tenths, fan: DialFan): string {
  const { compare } = words.value;
  return fan.games < ENOUGH ? compare.few(mark) : compare.rank(mark, shareBelow(fan, end * 1000));
}
