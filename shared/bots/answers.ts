import { HOLD, type Order } from '../model/actions.ts';
import { MICRO } from '../model/micro.ts';
import type { SeatId } from '../model/world.ts';
import type { Circumstances } from '../session/topics/agreements/circumstances.ts';
import { deedAsked, isMissable } from '../session/topics/agreements/deeds.ts';
import { evidenceOf, isDeed } from '../session/topics/agreements/judge.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { Clause } from '../session/vocabulary/clauses.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { BargainSight } from './bargainSight.ts';
import type { PlainReason, SpokenReason } from '../session/vocabulary/moves.ts';
import { offerOf } from './offers.ts';
import type { ParleySight } from './parleySight.ts';

interface Manner {
  /** Least trust in every partner at which it signs; above 1 it never signs. */
  readonly signsFrom: number;
  readonly bindsItself: boolean;
  /** True if its orders keep what it has signed. */
  readonly keepsWord: boolean;
}

const kind: Manner = { signsFrom: 0, bindsItself: true, keepsWord: true };
const never: Manner = { signsFrom: 2, bindsItself: false, keepsWord: false };

/** How each character treats promises: the kind sign, the cautious sign by trust, the hawks do not sign. */
const manners: Readonly<Record<DispositionId, Manner>> = {
  'unconditional-cooperator': kind,
  'conditional-cooperator': { ...kind, signsFrom: 0.25 },
  'generous-reciprocator': { ...kind, signsFrom: 0.2 },
  bridge: kind,
  hedger: { signsFrom: 0.45, bindsItself: false, keepsWord: true },
  'worst-case-planner': { signsFrom: 0.6, bindsItself: false, keepsWord: false },
  'free-rider': { signsFrom: 0.3, bindsItself: false, keepsWord: false },
  'camp-builder': never,
  securitizer: never,
  random: never,
  hold: never,
  'look-ahead': { signsFrom: 0.3, bindsItself: false, keepsWord: false },
};

/** What a bot does about agreements now: signs an offer, makes one, or nothing. Pure, without dice. */
export function bargain(disposition: DispositionId, sight: BargainSight): Command | null {
  const manner = manners[disposition];
  const offer = sight.isBanned
    ? undefined
    : sight.agreements.find((agreement) => signs(manner, sight, agreement));
  if (offer !== undefined) return { type: 'signAgreement', agreement: offer.id, wording: offer.wording };
  return offerOf(disposition, sight);
}

function signs(manner: Manner, sight: BargainSight, agreement: AgreementView): boolean {
  const { seat, seats, trust } = sight;
  const { status, parties, signed } = agreement;
  if (status !== 'proposed' || !parties.includes(seat) || signed.includes(seat)) return false;
  const trustOf = (party: SeatId): number => trust[seats.indexOf(party)] ?? 0;
  return termAgainst(manner, { ...sight, trustOf }, agreement) === null;
}

/** What the terms of an offer meet when a character weighs them. */
interface Weighing extends Pick<BargainSight, 'seat' | 'round' | 'sealed' | 'about'> {
  readonly trustOf: (party: SeatId) => number;
}

/** The first of a character's terms that keeps it from signing, or null. */
function termAgainst(
  manner: Manner,
  { seat, round, sealed, about, trustOf }: Weighing,
  agreement: AgreementView,
): PlainReason | null {
  const { parties, force, clauses } = agreement;
  if (manner.signsFrom > 1) return 'noPromises';
  if (force === 'binding' && !manner.bindsItself) return 'noBinding';
  if (!clauses.every((clause) => isEasy(clause, seat, about))) return 'otherPlans';
  if (sealed !== null && evidenceOf(agreement, round, seat, sealed, about).some(({ kept }) => !kept))
    return 'sealed';
  const isTrusted = parties.every((party) => party === seat || trustOf(party) >= manner.signsFrom * MICRO);
  return isTrusted ? null : 'trust';
}

/** Why a character does not sign an offer that lies before it, by the term that decided; null where it signs. */
export function reasonNotToSign(
  disposition: DispositionId,
  { seat, sight, order, hasSealed, about, isBanned }: ParleySight,
  agreement: AgreementView,
): SpokenReason | null {
  if (isBanned) return { why: 'plain', code: 'barred' };
  const trustOf = (party: SeatId): number =>
    sight.world.trust[sight.seat * sight.seats.length + sight.seats.indexOf(party)] ?? 0;
  const weighing = { seat, round: sight.round, sealed: hasSealed ? order : null, about, trustOf };
  const code = termAgainst(manners[disposition], weighing, agreement);
  return code === null ? null : { why: 'plain', code };
}

/** The least trust at which a character gives its word, micro-units; above 1,000,000 it never does. */
export function trustNeeded(disposition: DispositionId): number {
  return manners[disposition].signsFrom * MICRO;
}

/** Whether a character's orders keep what it has promised. */
export function keepsItsWord(disposition: DispositionId): boolean {
  return manners[disposition].keepsWord;
}

/** Bots promise only what they can always do: restraint, and deeds whose card is in every deck. */
function isEasy(clause: Clause, seat: SeatId, about: Circumstances): boolean {
  if (!isDeed(clause) || !isMissable(clause)) return true;
  const deed = deedAsked(clause, seat, about.groups);
  return deed === null || deed.action === 'commit' || deed.action === 'dialogue';
}

/** The order a bot gives instead of one that would break its word: the deed that is due, else *hold*. */
export function keepingWord(
  disposition: DispositionId,
  inForce: readonly AgreementView[],
  round: number,
  seat: SeatId,
  order: Order,
  about: Circumstances,
): Order {
  const breaks = (given: Order): boolean =>
    inForce.some(
      (agreement) =>
        (manners[disposition].keepsWord || agreement.force === 'binding') &&
        evidenceOf(agreement, round, seat, given, about).some(({ kept }) => !kept),
    );
  if (!breaks(order)) return order;
  const deeds = inForce.flatMap((agreement) =>
    agreement.clauses.flatMap((clause) => deedOf(agreement, clause, seat, about)),
  );
  return deeds.find((deed) => !breaks(deed)) ?? HOLD;
}

function deedOf(
  { parties }: AgreementView,
  clause: Clause,
  seat: SeatId,
  about: Circumstances,
): readonly Order[] {
  if (!isDeed(clause)) return [];
  const deed = deedAsked(clause, seat, about.groups);
  if (deed === null) return [];
  switch (clause.kind) {
    case 'fund':
      return [{ action: 'build-capacity', targets: [clause.to] }];
    case 'joinGroup':
      return [{ action: 'join-functional', bloc: clause.group }];
    case 'review':
      return [];
    case 'carryOut':
      return carriedOut(
        clause,
        parties.find((party) => party !== seat),
      );
  }
}

function carriedOut(
  { action, towards }: Extract<Clause, { kind: 'carryOut' }>,
  partner: SeatId | undefined,
): readonly Order[] {
  if (action === 'bridge') return [];
  const target = towards === 'parties' ? partner : towards;
  if (action === 'dialogue' || action === 'build-capacity') {
    return target === null || target === undefined ? [] : [{ action, targets: [target] }];
  }
  return [{ action }];
}
