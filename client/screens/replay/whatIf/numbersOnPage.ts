/** The numbers of the rules that the page offers, by name; all of them are shares or factors that a scenario may set. */
export const numbersOnPage = [
  'eventProb',
  'lambda',
  'gDialog',
  'gPledge',
  'breachPartner',
  'thU',
  'creepO',
  'spDamp',
] as const;
/** A number of the rules that the page offers. */
export type NumberOnPage = (typeof numbersOnPage)[number];
