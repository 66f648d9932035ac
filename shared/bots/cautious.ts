import { at } from '../lib/at.ts';
import { byDraw, choose } from './choose.ts';
import { isInGroup, quantityOf, readingOf } from './reading.ts';
import type { Disposition } from '../session/views/sight.ts';

/** Insures itself on all sides: a group, a good defence, then some of every cooperative card. [model D.8] */
export const hedger: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  if (!isInGroup(reading) && chance() < 0.6) return choose(reading, chance, 'join-functional');
  const exposed = quantityOf(reading, 'defence', reading.me) < 0.45;
  if (exposed && chance() < 0.5) return choose(reading, chance, 'harden');
  const wanted = byDraw(
    chance(),
    [
      [0.25, 'open-standards'],
      [0.5, 'dialogue'],
      [0.75, 'commit'],
      [0.9, 'bridge'],
    ],
    'hold',
  );
  return choose(reading, chance, wanted);
};

/** Protects itself and leaves common costs to others: about three in ten people in experiments. [fischbacher-2001] [model D.8] */
export const freeRider: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  if (!isInGroup(reading) && chance() < 0.3) return choose(reading, chance, 'join-functional');
  const exposed = quantityOf(reading, 'defence', reading.me) < 0.5;
  if (exposed && chance() < 0.45) return choose(reading, chance, 'harden');
  const { market } = at(sight.setting.seats, reading.me);
  return choose(reading, chance, chance() < 0.25 * market ? 'localize' : 'hold');
};

/** Brings others together and supports the weak: the broker of [cai-zhang §4]. [model D.8] */
export const bridge: Disposition = (sight, chance) => {
  const wanted = byDraw(
    chance(),
    [
      [0.5, 'bridge'],
      [0.7, 'dialogue'],
      [0.85, 'build-capacity'],
    ],
    'commit',
  );
  return choose(readingOf(sight), chance, wanted);
};
