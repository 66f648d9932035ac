/** Whose trust a session shows while it runs: everybody's, or to each state only its own trust in others and theirs in it. */
export const trustSights = ['all', 'own'] as const;
/** Whose trust each state sees. */
export type TrustSight = (typeof trustSights)[number];
