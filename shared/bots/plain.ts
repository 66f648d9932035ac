import { HOLD } from '../model/actions.ts';
import { choose } from './choose.ts';
import { readingOf } from './reading.ts';
import type { Disposition } from '../session/views/sight.ts';

/** Plays any open card but *open camp* with equal chances, like people who do not understand the rules yet. [model D.8] */
export const random: Disposition = (sight, chance) => {
  const cards = sight.open.filter((action) => action !== 'open-bloc');
  const drawn = cards[Math.floor(chance() * cards.length)];
  return choose(readingOf(sight), chance, drawn ?? 'hold');
};

/** Does nothing: the default of a seat that gives no order. [model D.8] */
export const hold: Disposition = () => HOLD;
