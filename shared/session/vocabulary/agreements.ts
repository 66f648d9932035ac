import type { Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { Accession, Secrecy, Terms } from './clauses.ts';

/** The stages of an agreement; all but the first two end it. `expired` had nothing to judge in its whole term. */
const agreementStatuses = [
  'proposed',
  'inForce',
  'kept',
  'breached',
  'expired',
  'left',
  'withdrawn',
  'lapsed',
] as const;
/** The stage of an agreement. */
export type AgreementStatus = (typeof agreementStatuses)[number];

/** Why a clause counts as kept or broken in a round: who gave which order. */
export interface Evidence {
  /** Position among the agreement's clauses. */
  readonly clause: number;
  readonly seat: SeatId;
  readonly order: Order;
  readonly kept: boolean;
  /** Parties towards whom it was broken; empty where it was kept. */
  readonly towards: readonly SeatId[];
}

/** The judgement of a round; `idle` had nothing due. */
export interface Judgement {
  readonly round: number;
  readonly outcome: 'kept' | 'breached' | 'idle';
  readonly evidence: readonly Evidence[];
}

/** A state that joined later: bound from that round on. */
export interface Joined {
  readonly seat: SeatId;
  readonly fromRound: number;
}

/** A longer term that some parties have agreed to; it lapses at the reveal of its round unless all have. */
export interface Renewal {
  readonly untilRound: number;
  readonly round: number;
  readonly agreed: readonly SeatId[];
}

/** An agreement from its offer to its end, with every judgement. Plain JSON; the same on the wire. */
export interface Agreement extends Terms {
  readonly id: string;
  readonly proposer: SeatId;
  /** In the order of the seats. */
  readonly parties: readonly SeatId[];
  readonly secrecy: Secrecy;
  /** Absent where it is closed. */
  readonly accession?: Accession;
  /** Counts the wordings of the offer from 1; a signature refers to one of them. */
  readonly wording: number;
  readonly signed: readonly SeatId[];
  readonly status: AgreementStatus;
  /** Round of the last change of status. */
  readonly changedIn: number;
  /** Who gave notice or left, or null. */
  readonly leaver: SeatId | null;
  readonly judgements: readonly Judgement[];
  /** Who joined after it was in force; they are among the parties. */
  readonly joined?: readonly Joined[];
  readonly renewal?: Renewal | null;
}

/** Whether an id names a public agreement. */
export function isPublicId(id: string): boolean {
  return id.startsWith('public-');
}

/** For how many rounds after a breach a seat may make no new pledge. [model D.13] */
export const BAN_ROUNDS = 2;

/** Whether the agreement binds in a round. */
export function bindsIn({ status, fromRound, untilRound }: Agreement, round: number): boolean {
  return status === 'inForce' && fromRound <= round && round <= untilRound;
}

/** The seats it binds in a round; a seat that joined later counts from its own round on. */
export function partiesIn({ parties, joined }: Agreement, round: number): readonly SeatId[] {
  if (joined === undefined) return parties;
  return parties.filter(
    (party) => !joined.some(({ seat, fromRound }) => seat === party && fromRound > round),
  );
}

/** The renewal that waits for the other parties in a round, or null. */
export function renewalIn({ renewal, status }: Agreement, round: number): Renewal | null {
  return renewal && renewal.round === round && status === 'inForce' ? renewal : null;
}

/** Whether a seat may read it: only the parties read a secret one. */
export function isOpenTo({ secrecy, parties }: Agreement, seat: SeatId | null): boolean {
  return secrecy === 'public' || (seat !== null && parties.includes(seat));
}

/** Last round in which a seat that broke its word may make no new pledge, or null if it may now. */
export function bannedUntil(agreements: readonly Agreement[], seat: SeatId, round: number): number | null {
  let last = 0;
  for (const { judgements } of agreements) {
    for (const judgement of judgements) {
      if (!judgement.evidence.some((proof) => !proof.kept && proof.seat === seat)) continue;
      last = Math.max(last, judgement.round + BAN_ROUNDS);
    }
  }
  return last >= round ? last : null;
}

/** Promise against deed: judged rounds in which a seat kept or broke the agreements among these. */
export function deedsOf(
  agreements: readonly Agreement[],
  seat: SeatId,
): { readonly kept: number; readonly broken: number } {
  let kept = 0;
  let broken = 0;
  for (const agreement of agreements) {
    for (const { round, outcome, evidence } of agreement.judgements) {
      if (!partiesIn(agreement, round).includes(seat)) continue;
      if (evidence.some((proof) => !proof.kept && proof.seat === seat)) broken += 1;
      else if (outcome === 'kept') kept += 1;
    }
  }
  return { kept, broken };
}
