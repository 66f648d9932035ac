import type { Proposition } from './proposition.ts';
import {
  drainedPlatform,
  functionalRelief,
  purposiveCircles,
  uncoordinatedGroups,
} from './propositions/circles.ts';
import { compounding } from './propositions/compounding.ts';
import { drift, window } from './propositions/direction.ts';
import { fourMarks, goodGovernance } from './propositions/endings.ts';
import { rivalryFirst, threeFactors } from './propositions/factors.ts';
import { hysteresis } from './propositions/hysteresis.ts';
import { amplifier, likeMinded, selfHelp } from './propositions/institutional.ts';
import {
  campsFeedSecurity,
  campsFragment,
  securityFeedsCamps,
  securityFragments,
} from './propositions/mutual.ts';
import { inclusiveMechanisms } from './propositions/openness.ts';
import {
  entityListing,
  erodedBase,
  exposure,
  moderateSecuritization,
  panSecuritization,
} from './propositions/outlook.ts';
import {
  contamination,
  rivalryAndCamps,
  rivalryAndFragmentation,
  worstCases,
} from './propositions/rivalry.ts';
import { threeRoles } from './propositions/roles.ts';
import { exclusion, stall } from './propositions/stall.ts';
import { gaps, governableTechnology, lowTrustOpening, opacity } from './propositions/technical.ts';
import { parallel, threePaths, tradeOff } from './propositions/treaties.ts';
import { earlyTurn } from './propositions/turn.ts';

/** The forty propositions in the order of their numbers. */
export const propositions: readonly Proposition[] = [
  stall,
  exclusion,
  functionalRelief,
  uncoordinatedGroups,
  purposiveCircles,
  drainedPlatform,
  erodedBase,
  exposure,
  moderateSecuritization,
  panSecuritization,
  entityListing,
  parallel,
  tradeOff,
  threePaths,
  opacity,
  gaps,
  governableTechnology,
  likeMinded,
  selfHelp,
  rivalryAndCamps,
  worstCases,
  rivalryAndFragmentation,
  drift,
  window,
  earlyTurn,
  hysteresis,
  fourMarks,
  goodGovernance,
  securityFeedsCamps,
  campsFeedSecurity,
  campsFragment,
  securityFragments,
  compounding,
  lowTrustOpening,
  amplifier,
  rivalryFirst,
  contamination,
  threeFactors,
  inclusiveMechanisms,
  threeRoles,
];

/** The proposition with a number; throws if there is none. */
export function propositionNumbered(number: number): Proposition {
  const found = propositions.find((proposition) => proposition.number === number);
  if (found === undefined) throw new Error(`there is no proposition ${number}`);
  return found;
}
