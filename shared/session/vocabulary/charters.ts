import type { BlocId, SeatId } from '../../model/world.ts';
import type { TextRef } from './textRef.ts';

/** Who may join a bloc: everybody, states that its members have admitted, or nobody. */
export const admissionPolicies = ['open', 'vote', 'closed'] as const;
/** Who may join a bloc. */
export type AdmissionPolicy = (typeof admissionPolicies)[number];

/** What a charter says. The first line of its text is the bloc's name, the rest its founding text. */
export interface CharterTerms {
  readonly policy: AdmissionPolicy;
  /** Rounds between notice and leaving. */
  readonly noticeRounds: 0 | 1;
  readonly text: TextRef | null;
}

/** A charter in force since a round; the latest counts. A bloc without one is open and may be left at once. */
export interface Charter extends CharterTerms {
  readonly bloc: BlocId;
  readonly round: number;
  /** Its number among those that were proposed to the bloc in that round. */
  readonly proposal: number;
}

/** A question that a bloc's members vote on; it lapses at the reveal. */
export interface Ballot {
  readonly bloc: BlocId;
  readonly kind: 'admit' | 'expel' | 'charter';
  /** Whom it is about; null for a charter. */
  readonly seat: SeatId | null;
  /** The proposed charter, and its number among those of the bloc in this round. */
  readonly terms: CharterTerms | null;
  readonly proposal: number;
  /** The members in favour, the one who asked first. */
  readonly yes: readonly SeatId[];
}

/** A decision about one state in one bloc. */
export interface BlocDecision {
  readonly bloc: BlocId;
  readonly seat: SeatId;
  readonly round: number;
}

/** What blocs have settled in addition to the rules of the game; all of it is public. */
export interface BlocRules {
  readonly charters: readonly Charter[];
  readonly ballots: readonly Ballot[];
  readonly admitted: readonly BlocDecision[];
  readonly expelled: readonly BlocDecision[];
  readonly notices: readonly BlocDecision[];
}

/** Before anything is settled. */
export const NO_BLOC_RULES: BlocRules = {
  charters: [],
  ballots: [],
  admitted: [],
  expelled: [],
  notices: [],
};
