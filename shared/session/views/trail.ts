import type { Tenths } from './tenths.ts';

/** The numbers that are drawn over time. All but the last two are indicators and quantities of the world. */
export const trailKeys = [
  'efficiency',
  'meanTrust',
  'meanThreat',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
  'regime',
  'institutions',
  'opacity',
  'competition',
  'direction',
  /** Share of rule-making weight that committed in the round; 0 for the opening. */
  'participation',
  /** How equally the gains of the round were shared; whole for the opening. [decision 0054] */
  'equality',
] as const;

/** These numbers over time: index 0 of each list is the opening, index r is after round r. */
export type Trail = Readonly<Record<(typeof trailKeys)[number], readonly Tenths[]>>;
