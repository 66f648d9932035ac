import { isRestraint } from '../session/topics/agreements/judge.ts';
import { termsFrom } from '../session/topics/agreements/agreementsInForce.ts';
import { contradicts } from '../session/topics/agreements/contradictions.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import { renewalIn } from '../session/vocabulary/agreements.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { BargainSight } from './bargainSight.ts';
import type { Manner } from './manners.ts';

/** Whether a character would sign an agreement that says this. */
export type WouldSign = (agreement: AgreementView) => boolean;

/** What a bot does with agreements in force: agrees to a longer term, asks for one, joins one that is open; or nothing. */
export function standBy(manner: Manner, sight: BargainSight, wouldSign: WouldSign): Command | null {
  if (sight.isBanned) return null;
  return renewalFor(manner, sight, wouldSign) ?? joiningOf(sight, wouldSign);
}

/** Agrees where it would sign the longer term. Who keeps its word asks for one when a restraint that all have kept runs out. */
function renewalFor(manner: Manner, sight: BargainSight, wouldSign: WouldSign): Command | null {
  for (const agreement of sight.agreements) {
    if (agreement.status !== 'inForce' || agreement.leaver !== null) continue;
    if (!agreement.parties.includes(sight.seat)) continue;
    const untilRound = termAsked(agreement, sight) ?? (manner.keepsWord ? termToAsk(agreement, sight) : null);
    if (untilRound === null || !isPossible(sight, agreement, { ...agreement, untilRound }, wouldSign))
      continue;
    return { type: 'renewAgreement', agreement: agreement.id, untilRound };
  }
  return null;
}

/** The end of a term that others have agreed to in this round and that waits for this seat, or null. */
function termAsked(agreement: AgreementView, { seat, round }: BargainSight): number | null {
  const open = renewalIn(agreement, round);
  return open === null || open.agreed.includes(seat) ? null : open.untilRound;
}

/** As long again as it has run, up to the end; null for what does not run out now, was broken, or restrains nobody. */
function termToAsk(agreement: AgreementView, { round, rounds }: BargainSight): number | null {
  const { fromRound, untilRound, clauses, judgements } = agreement;
  if (untilRound !== round || round >= rounds || renewalIn(agreement, round) !== null) return null;
  if (!clauses.some(isRestraint) || judgements.some(({ outcome }) => outcome === 'breached')) return null;
  return Math.min(rounds, untilRound + untilRound - fromRound + 1);
}

/** Joins an open agreement that it would sign. It is bound from the next round on. */
function joiningOf(sight: BargainSight, wouldSign: WouldSign): Command | null {
  const { seat, round } = sight;
  const found = sight.agreements.find((agreement) => {
    const { status, accession, leaver, parties } = agreement;
    if (status !== 'inForce' || accession !== 'open' || leaver !== null || parties.includes(seat))
      return false;
    const fromRound = Math.max(agreement.fromRound, round + 1);
    if (fromRound > agreement.untilRound) return false;
    return isPossible(sight, agreement, { ...agreement, fromRound, parties: [...parties, seat] }, wouldSign);
  });
  return found === undefined ? null : { type: 'joinAgreement', agreement: found.id };
}

/** Whether it would sign what the new terms ask from now on, and has signed nothing that contradicts them. */
function isPossible(
  { seat, round, agreements }: BargainSight,
  { id }: AgreementView,
  next: AgreementView,
  wouldSign: WouldSign,
): boolean {
  const terms = termsFrom(next, Math.max(next.fromRound, round));
  const signed = agreements.filter(
    (other) => other.id !== id && other.status === 'inForce' && other.signed.includes(seat),
  );
  if (signed.some((other) => contradicts(other, terms) || contradicts(terms, other))) return false;
  return terms.clauses.length > 0 && wouldSign({ ...next, ...terms });
}
