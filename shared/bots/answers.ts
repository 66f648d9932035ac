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
import { offerOf } from './offers.ts';

interface Manner {
  /** Least trust in every partner at which it signs; above 1 it never does. */
  readonly signsFrom: number;
  readonly bindsItself: boolean;
  /** True if its orders keep what it has signed. */
  readonly keepsWord: boolean;
}

const kind: Manner = { signsFrom: 0, bindsItself: true, keepsWord: true };
const never: Manner = { signsFrom: 2, bindsItself: false, keepsWord: false };

/** How each character deals with promises: the kind sign, the cautious by trust, the hawks do not. */
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

/** What a bot does about agreements now: it signs an offer, makes one, or nothing. Pure, without dice. */
export function bargain(disposition: DispositionId, sight: BargainSight): Command | null {
  const manner = manners[disposition];
  const offer = sight.isBanned
    ? undefined
    : sight.agreements.find((agreement) => signs(manner, sight, agreement));
  if (offer !== undefined) return { type: 'signAgreement', agreement: offer.id, wording: offer.wording };
  return offerOf(disposition, sight);
}

function signs(manner: Manner, sight: BargainSight, agreement: AgreementView): boolean {
  const { seat, seats, trust, round, sealed, about } = sight;
  const { status, parties, signed, force, clauses } = agreement;
  if (status !== 'proposed' || !parties.includes(seat) || signed.includes(seat)) return false;
  if (force === 'binding' && !manner.bindsItself) return false;
  if (!clauses.every((clause) => isEasy(clause, seat, about))) return false;
  if (sealed !== null && evidenceOf(agreement, round, seat, sealed, about).some(({ kept }) => !kept))
    return false;
  return parties.every(
    (party) => party === seat || (trust[seats.indexOf(party)] ?? 0) >= manner.signsFrom * MICRO,
  );
}

/** Bots promise only what they can always do: restraint, and deeds whose card lies in every deck. */
function isEasy(clause: Clause, seat: SeatId, about: Circumstances): boolean {
  if (!isDeed(clause) || !isMissable(clause)) return true;
  const deed = deedAsked(clause, seat, about.groups);
  return deed === null || deed.action === 'commit' || deed.action === 'dialogue';
}

/** The order a bot gives in place of one that would break its word: the deed that is due, else none. */
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
