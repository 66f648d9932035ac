/** The phases of a round, in their order. */
export const roundPhases = ['briefing', 'negotiation', 'decision', 'reveal', 'review'] as const;
export type RoundPhase = (typeof roundPhases)[number];
