/** Promises at the reveal: who kept or broke them, and the cost. */
export const promises = {
  title: 'Promises kept and broken',
  broke: (who: string, partners: string) => `${who} broke its word to ${partners}`,
  kept: (parties: string) => `${parties} kept their word`,
  secret: 'secret',
  by: (who: string, order: string) => `Order of ${who}: ${order}`,
  cost: (observer: string, who: string) => `${observer}’s trust in ${who}`,
  costNote: 'for the broken promise alone',
  world: 'The dial',
  worldNote: 'compared with keeping its word',
  reckoning: 'calculating',
  unknown: 'not known',
};
export type PromiseWords = typeof promises;
