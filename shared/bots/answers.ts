import { MICRO } from '../model/micro.ts';
import type { SeatId } from '../model/world.ts';
import { deedAsked, isMissable } from '../session/topics/agreements/deeds.ts';
import { duesOf, tooMany } from '../session/topics/agreements/dues.ts';
import { evidenceOf, isDeed } from '../session/topics/agreements/judge.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import { bindsIn } from '../session/vocabulary/agreements.ts';
import type { Clause } from '../session/vocabulary/clauses.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { PlainReason, SpokenDeed, SpokenReason } from '../session/vocabulary/moves.ts';
import type { BargainSight } from './bargainSight.ts';
import { hasMeasure } from './grievances.ts';
import { standBy } from './inForce.ts';
import { type Manner, mannerOf } from './manners.ts';
import { isAgainstObjective, isTowardsObjective } from './objectives.ts';
import { offerOf } from './offers.ts';
import type { ParleySight } from './parleySight.ts';

/**
 * What a bot does about agreements now: gives notice, signs an offer, agrees to a longer term, joins one, makes an offer, or
 * nothing. Pure, without dice.
 */
export function bargain(disposition: DispositionId, sight: BargainSight): Command | null {
  const manner = mannerOf(disposition);
  const notice = noticeOf(manner, sight);
  if (notice !== null) return notice;
  const offer = sight.isBanned
    ? undefined
    : sight.agreements.find((agreement) => signs(manner, sight, agreement));
  if (offer !== undefined) return { type: 'signAgreement', agreement: offer.id, wording: offer.wording };
  const standing = standBy(manner, sight, (agreement) => wouldSign(manner, sight, agreement));
  return standing ?? offerOf(disposition, sight);
}

/**
 * Leaves an agreement with a partner that struck it in the last round, by a way that the agreement does not judge. Only while
 * states still talk, so that its partners know before they decide; a binding agreement runs for another round.
 */
function noticeOf({ leaves }: Manner, sight: BargainSight): Command | null {
  if (!leaves || sight.phase !== 'negotiation') return null;
  const { seat, strikers, agreements } = sight;
  const left = agreements.find(
    ({ status, leaver, parties }) =>
      status === 'inForce' &&
      leaver === null &&
      parties.includes(seat) &&
      parties.some((party) => strikers.includes(party)),
  );
  return left === undefined ? null : { type: 'leaveAgreement', agreement: left.id };
}

function signs(manner: Manner, sight: BargainSight, agreement: AgreementView): boolean {
  const { seat } = sight;
  const { status, parties, signed } = agreement;
  if (status !== 'proposed' || !parties.includes(seat) || signed.includes(seat)) return false;
  return wouldSign(manner, sight, agreement);
}

function wouldSign(manner: Manner, sight: BargainSight, agreement: AgreementView): boolean {
  const { seats, trust } = sight;
  const trustOf = (party: SeatId): number => trust[seats.indexOf(party)] ?? 0;
  return termAgainst(manner, { ...sight, trustOf }, agreement) === null;
}

/** What the terms of an offer meet when a character weighs them. */
interface Weighing
  extends Pick<
    BargainSight,
    | 'seat'
    | 'seats'
    | 'round'
    | 'sealed'
    | 'about'
    | 'objectives'
    | 'open'
    | 'later'
    | 'measuresBy'
    | 'agreements'
  > {
  readonly trustOf: (party: SeatId) => number;
}

/** The first of a character's terms that keeps it from signing, or null. */
function termAgainst(manner: Manner, weighing: Weighing, agreement: AgreementView): PlainReason | null {
  const { seat, round, sealed, about, trustOf, objectives } = weighing;
  const { parties, force, clauses } = agreement;
  if (manner.takes && asksNothing(weighing, clauses)) return null;
  if (manner.signsFrom > 1) return 'noPromises';
  if (force === 'binding' && !manner.bindsItself) return 'noBinding';
  if (clauses.some((clause) => isAgainstObjective(objectives, deedIn(clause)))) return 'secret';
  const undoable = clauses.map((clause) => faultOfDeed(weighing, clause)).find((fault) => fault !== null);
  if (undoable !== undefined) return undoable;
  if (manner.keepsWord && isCrowded(weighing, agreement)) return 'otherPlans';
  if (sealed !== null && evidenceOf(agreement, round, seat, sealed, about).some(({ kept }) => !kept))
    return 'sealed';
  const needed = manner.signsFrom * (servesIt(weighing, agreement) ? MICRO / 2 : MICRO);
  return parties.every((party) => party === seat || trustOf(party) >= needed) ? null : 'trust';
}

/** Whether it owes nothing by these clauses, and others owe it something: to take is no promise. */
function asksNothing({ seat, about }: Weighing, clauses: readonly Clause[]): boolean {
  return clauses.every(
    (clause) => isDeed(clause) && isMissable(clause) && deedAsked(clause, seat, about.groups) === null,
  );
}

/** Whether a partner lifts by it what stands against this seat: half the trust is enough for that. */
function servesIt({ seat, measuresBy }: Weighing, { parties, clauses }: AgreementView): boolean {
  return clauses.some(
    (clause) =>
      clause.kind === 'carryOut' &&
      clause.action === 'roll-back' &&
      parties.some((party) => party !== seat && party !== clause.towards && measuresBy.includes(party)),
  );
}

/** Whether one order a round is too little for this and for all that it has promised. */
function isCrowded({ seat, round, about, agreements }: Weighing, terms: AgreementView): boolean {
  const given = agreements.filter(
    (agreement) =>
      agreement.id !== terms.id &&
      agreement.signed.includes(seat) &&
      bindsIn(agreement, Math.max(round, agreement.fromRound)),
  );
  const before = tooMany(duesOf(round, about.groups, seat, given)).length;
  return tooMany(duesOf(round, about.groups, seat, [...given, terms])).length > before;
}

/** Why it cannot do what a clause asks of it: the card that it will not hold in time, a deed against its interest. */
function faultOfDeed(
  { seat, seats, about, open, later, objectives }: Weighing,
  clause: Clause,
): PlainReason | null {
  if (!isDeed(clause) || !isMissable(clause)) return null;
  const deed = deedAsked(clause, seat, about.groups);
  if (deed === null) return null;
  // A bridge is built between two others.
  if (deed.action === 'bridge' && seats.length < 3) return 'otherPlans';
  if (deed.action === 'join-exclusive' && !isTowardsObjective(objectives, deedIn(clause))) return 'interest';
  const isHeld =
    open.includes(deed.action) ||
    later.some(({ action, round }) => action === deed.action && round <= clause.byRound);
  return isHeld ? null : 'cardMissing';
}

/** A clause as a deed of one of its parties. */
function deedIn(clause: Clause): SpokenDeed {
  switch (clause.kind) {
    case 'carryOut':
      return { does: 'act', action: clause.action, target: clause.towards };
    case 'refrain':
      return { does: 'refrain', action: clause.action, target: clause.against };
    case 'fund':
      return { does: 'act', action: 'build-capacity', target: clause.to };
    case 'joinGroup':
      return { does: 'act', action: 'join-functional', target: null };
    case 'review':
      return { does: 'act', action: 'dialogue', target: null };
    case 'corridor':
      return { does: 'refrain', action: 'localize', target: null };
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'recognition':
      return { does: 'refrain', action: 'restrict', target: null };
  }
}

/** Why a character does not sign an offer that lies before it, by the term that decided; null where it signs. */
export function reasonNotToSign(
  disposition: DispositionId,
  parley: ParleySight,
  agreement: AgreementView,
): SpokenReason | null {
  const { seat, sight, order, hasSealed, about, isBanned, objectives, later, agreements } = parley;
  if (isBanned) return { why: 'plain', code: 'barred' };
  const trustOf = (party: SeatId): number =>
    sight.world.trust[sight.seat * sight.seats.length + sight.seats.indexOf(party)] ?? 0;
  const weighing: Weighing = {
    seat,
    seats: sight.seats,
    round: sight.round,
    sealed: hasSealed ? order : null,
    about,
    trustOf,
    objectives,
    open: sight.open,
    later,
    agreements,
    measuresBy: sight.seats.filter((other) => other !== seat && hasMeasure(parley, other, seat)),
  };
  const code = termAgainst(mannerOf(disposition), weighing, agreement);
  return code === null ? null : { why: 'plain', code };
}
