import { failed, ok } from '../../../lib/result.ts';
import type { Actor } from '../../vocabulary/actors.ts';
import { type Agreement, renewalIn } from '../../vocabulary/agreements.ts';
import { faultOfSigning } from './contradictions.ts';
import type { Terms } from '../../vocabulary/clauses.ts';
import { roundOf } from '../table.ts';
import { isDeed } from './judge.ts';
import type { CommandOf } from '../../vocabulary/commands.ts';
import type { Decision } from '../../vocabulary/decision.ts';
import type { Event } from '../../vocabulary/events.ts';
import type { tableRefusals } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { headSpeaks } from '../endorsing.ts';
import { partyOf, readerOf } from './agreementParties.ts';

type Fault = (typeof tableRefusals)[number];

/**
 * A party leaves. A pledge ends at once; a binding agreement ends after the next round; one that has not begun by then never
 * begins.
 */
export function leaveAgreement(
  state: SessionState,
  command: CommandOf<'leaveAgreement'>,
  actor: Actor,
): Decision {
  const found = partyOf(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  const fault = faultOfStanding(agreement);
  if (fault !== null) return failed({ code: fault });
  if (!headSpeaks(state, seat, actor)) return failed({ code: 'headSigns' });
  const round = roundOf(state);
  const lastRound = Math.min(agreement.untilRound, round + 1);
  const hasNoRound = agreement.force === 'pledge' || lastRound < agreement.fromRound;
  const untilRound = hasNoRound ? null : lastRound;
  return ok([{ type: 'agreementLeft', agreement: agreement.id, seat, round, untilRound }]);
}

function faultOfStanding({ status, leaver }: Agreement): Fault | null {
  if (status !== 'inForce') return 'notInForce';
  return leaver === null ? null : 'noticeGiven';
}

/**
 * A state joins an open agreement under the same terms. It is bound, and the others are bound to it, from the next round on, so
 * that no sealed order becomes a breach.
 */
export function joinAgreement(
  state: SessionState,
  command: CommandOf<'joinAgreement'>,
  actor: Actor,
): Decision {
  const found = readerOf(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  const fromRound = Math.max(agreement.fromRound, roundOf(state) + 1);
  const fault =
    (agreement.parties.includes(seat) ? 'alreadyParty' : null) ??
    (agreement.accession === 'open' ? null : 'notOpen') ??
    faultOfStanding(agreement) ??
    (headSpeaks(state, seat, actor) ? null : 'headSigns') ??
    (fromRound > agreement.untilRound ? 'joinTooLate' : null) ??
    faultOfSigning(state, seat, termsFrom(agreement, fromRound), agreement.id);
  if (fault !== null) return failed({ code: fault });
  return ok([{ type: 'agreementJoined', agreement: agreement.id, seat, fromRound }]);
}

/** The terms from a round on: nothing is owed that was due before. */
export function termsFrom(
  { clauses, force, untilRound }: Pick<Agreement, 'clauses' | 'force' | 'untilRound'>,
  fromRound: number,
): Terms {
  const owed = clauses.filter((clause) => !isDeed(clause) || clause.byRound >= fromRound);
  return { clauses: owed, force, fromRound, untilRound };
}

/**
 * A party agrees to a longer term before the old one ends; with the last consent it holds. An incomplete renewal lapses at the
 * reveal.
 */
export function renewAgreement(
  state: SessionState,
  command: CommandOf<'renewAgreement'>,
  actor: Actor,
): Decision {
  const found = partyOf(state, actor, command.agreement);
  if (!found.ok) return found;
  const { seat, agreement } = found.value;
  const { untilRound } = command;
  const round = roundOf(state);
  const fits = untilRound > agreement.untilRound && untilRound <= state.basis.plan.rounds;
  const open = renewalIn(agreement, round);
  const agreed = open?.untilRound === untilRound ? open.agreed : [];
  const fault =
    faultOfStanding(agreement) ??
    (headSpeaks(state, seat, actor) ? null : 'headSigns') ??
    (fits ? null : 'renewalImpossible') ??
    (agreed.includes(seat) ? 'alreadySigned' : null) ??
    faultOfSigning(state, seat, { ...agreement, untilRound }, agreement.id);
  if (fault !== null) return failed({ code: fault });
  const consent: Event = { type: 'agreementRenewalAgreed', agreement: agreement.id, seat, round, untilRound };
  if (agreed.length + 1 < agreement.parties.length) return ok([consent]);
  return ok([consent, { type: 'agreementRenewed', agreement: agreement.id, untilRound }]);
}
