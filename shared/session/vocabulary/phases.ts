/** The phases of a round, in their order. */
export const roundPhases = ['briefing', 'negotiation', 'decision', 'reveal', 'review'] as const;
/** A phase of a round. */
export type RoundPhase = (typeof roundPhases)[number];
