import type { Micro } from './micro.ts';
import type { Indicators } from './world.ts';

/** What the direction is made of; `commonRules` are those in force and institutions. [model D.4] */
export const dialParts = [
  'meanTrust',
  'commonRules',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
] as const;
/** A part of the direction. */
/** One part of the direction. */
export type DialPart = (typeof dialParts)[number];

/** How far the direction moves, and how much of it through each part. */
export type PartsMoved = Readonly<Record<DialPart | 'direction', Micro>>;

/** How far the directions of two worlds differ, and through what. Common rules are the remainder, so that the parts add up. */
export function partsBetween(from: Indicators, to: Indicators): PartsMoved {
  const third = (key: 'meanTrust' | 'blocIndex' | 'securitizationIndex' | 'fragmentationIndex'): Micro =>
    Math.round((to[key] - from[key]) / 3);
  const direction = to.direction - from.direction;
  const meanTrust = third('meanTrust');
  const apart = {
    blocIndex: 0 - third('blocIndex'),
    securitizationIndex: 0 - third('securitizationIndex'),
    fragmentationIndex: 0 - third('fragmentationIndex'),
  };
  const known = meanTrust + apart.blocIndex + apart.securitizationIndex + apart.fragmentationIndex;
  return { direction, meanTrust, ...apart, commonRules: direction - known };
}
