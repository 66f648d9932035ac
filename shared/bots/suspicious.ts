import { toUnits } from '../model/micro.ts';
import { byDraw, choose } from './choose.ts';
import { ownCamp, isInGroup, readingOf, threatFelt } from './reading.ts';
import type { Disposition } from '../session/views/sight.ts';

/**
 * Prepares for the worst case: the more threat it feels and the stronger the rivalry, the likelier it restricts, arms or joins a
 * camp; when calm it hardens and talks. The state of the security dilemma, which arms because it expects arming. [jervis-1978]
 * [baliga-sjostrom-2004] [cai-zhang §2] [model D.8]
 */
export const worstCasePlanner: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  const rivalry = toUnits(sight.world.competition) - 0.5;
  const alarmed = chance() < 2.1 * threatFelt(reading) - 0.25 + 0.3 * rivalry;
  if (alarmed) {
    const seeksCover = ownCamp(reading) === null || chance() < 0.5;
    const measure = byDraw(
      chance(),
      [
        [0.3, 'restrict'],
        [0.52, 'build-force'],
        [0.72, 'localize'],
      ],
      seeksCover ? 'join-exclusive' : 'harden',
    );
    return choose(reading, chance, measure);
  }
  const calm = byDraw(
    chance(),
    [
      [0.35, 'harden'],
      [0.55, isInGroup(reading) ? 'dialogue' : 'join-functional'],
      [0.8, 'dialogue'],
    ],
    'commit',
  );
  return choose(reading, chance, calm);
};

/**
 * Joins the camp of its side, deepens it and turns against those outside: alignment by likeness, held together by exclusion.
 * [axelrod-bennett-1993] [nordhaus-2015] [model D.8]
 */
export const campBuilder: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  if (ownCamp(reading) === null) return choose(reading, chance, 'join-exclusive');
  const wanted = byDraw(
    chance(),
    [
      [0.35, 'join-exclusive'],
      [0.7, 'restrict'],
      [0.85, 'harden'],
    ],
    'localize',
  );
  return choose(reading, chance, wanted);
};

/** Treats every question as one of security and takes the strongest means available. [hansen-nissenbaum-2009] [model D.8] */
export const securitizer: Disposition = (sight, chance) => {
  const wanted = byDraw(
    chance(),
    [
      [0.45, 'restrict'],
      [0.75, 'localize'],
    ],
    'build-force',
  );
  return choose(readingOf(sight), chance, wanted);
};
