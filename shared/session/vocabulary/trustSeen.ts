/** What a session shows of trust while it runs: everybody's, or to each state what it holds and what is held of it. */
export const trustSights = ['all', 'own'] as const;
/** Whose trust each state sees. */
export type TrustSight = (typeof trustSights)[number];
