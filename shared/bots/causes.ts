import { familyOf } from '../model/actions.ts';
import { MICRO } from '../model/micro.ts';
import type { SeatId } from '../model/world.ts';
import { evidenceOf } from '../session/topics/agreements/judge.ts';
import { doesDeed, keepsDeed } from '../session/topics/spokenDeeds.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import { bindsIn } from '../session/vocabulary/agreements.ts';
import type { PlainReason, SpokenDeed, SpokenReason } from '../session/vocabulary/moves.ts';
import { trustNeeded } from './manners.ts';
import { unwillingBecause } from './cooperators.ts';
import { sameJson } from '../lib/sameJson.ts';
import { grievanceAt, isBlow, strikersOf, trustHeldIn } from './grievances.ts';
import { orderOfDeed, wordsToKeep } from './keptWords.ts';
import { isAgainstObjective, isTowardsObjective } from './objectives.ts';
import type { ParleySight } from './parleySight.ts';
import { readingOf } from './reading.ts';
import { isFreeToTalk, temperOf } from './speech.ts';

/** What is asked of a bot: by whom, what, until which round, and what it gets in return. */
export interface Request {
  readonly from: SeatId;
  readonly deed: SpokenDeed;
  readonly due: number;
  readonly inReturn: SpokenDeed | null;
  /** Who will hear the answer; null for everybody. */
  readonly hearers: readonly SeatId[] | null;
}

/** A reason without proof. */
export function plainly(code: PlainReason): SpokenReason {
  return { why: 'plain', code };
}

/**
 * Why a character does not do what it is asked, by the first of its terms that says no; null where it does it. What it gives as
 * its reason is what decided, and never something that its seat cannot see.
 */
export function causeAgainst(
  disposition: DispositionId,
  sight: ParleySight,
  request: Request,
): SpokenReason | null {
  const { deed, due } = request;
  const isNow = due === sight.sight.round;
  const isMeant = keepsDeed(deed, sight.order);
  if (isNow && sight.hasSealed) return isMeant ? null : plainly('sealed');
  if (isNow && isMeant) return null;
  const bound = boundOtherwise(sight, deed) ?? promisedOtherwise(sight, request);
  if (bound !== null && isNow) return bound;
  if (isNow && deed.does === 'act' && !sight.sight.open.includes(deed.action)) return plainly('cardMissing');
  if (isAgainstObjective(sight.objectives, deed)) return plainly('secret');
  const needed = trustNeeded(disposition);
  if (needed > MICRO) return plainly(nature(disposition, sight));
  if (!isAboutPeace(sight, request) && trustHeldIn(sight, request.from) < needed) return plainly('trust');
  return deed.does === 'refrain'
    ? refusalToRefrain(sight, request)
    : refusalToAct(disposition, sight, request);
}

/** What a character gives as its reason where its nature decides. */
export function nature(disposition: DispositionId, sight: ParleySight): PlainReason {
  switch (disposition) {
    case 'securitizer':
    case 'worst-case-planner':
      return 'threat';
    case 'camp-builder':
    case 'look-ahead':
      return 'interest';
    case 'free-rider':
      return 'cost';
    case 'conditional-cooperator':
      return familyOf[sight.order.action] === 'cooperate'
        ? 'otherPlans'
        : unwillingBecause(readingOf(sight.sight));
    case 'hedger':
    case 'unconditional-cooperator':
    case 'generous-reciprocator':
    case 'bridge':
    case 'random':
    case 'hold':
      return 'otherPlans';
  }
}

/** It has promised something else in this round: to whom, where that lies open; a secret promise is not told. */
function boundOtherwise(
  { seat, sight, agreements, about }: ParleySight,
  deed: SpokenDeed,
): SpokenReason | null {
  const order = orderOfDeed(deed);
  if (order === null) return null;
  const bound = agreements.find(
    (agreement) =>
      bindsIn(agreement, sight.round) &&
      evidenceOf(agreement, sight.round, seat, order, about).some(({ kept }) => !kept),
  );
  if (bound === undefined) return null;
  const partner = bound.parties.find((party) => party !== seat);
  return bound.secrecy === 'secret' || partner === undefined
    ? plainly('secret')
    : { why: 'promised', to: partner };
}

/**
 * It has given its word for another act in this round: where somebody who hears the answer did not hear that, it says no more than
 * that it has reasons.
 */
function promisedOtherwise(
  { seat, heard, played, sight }: ParleySight,
  { from, deed, hearers }: Request,
): SpokenReason | null {
  if (deed.does === 'refrain') return null;
  const other = wordsToKeep({ seat, heard, played, round: sight.round }).find(
    (word) => word.deed.does === 'act' && word.due === sight.round && !sameJson(word.deed, deed),
  );
  if (other === undefined) return null;
  const hasHeard = other.heard === null || (hearers?.every((ear) => other.heard?.includes(ear)) ?? false);
  if (!hasHeard) return plainly('secret');
  return other.to === null || other.to === from ? plainly('otherPlans') : { why: 'promised', to: other.to };
}

/** Who was struck does not ask for trust where a blow in return, or peace for peace, is at stake, but for an end of it. */
function isAboutPeace(sight: ParleySight, { from, deed, inReturn }: Request): boolean {
  if (deed.does !== 'refrain') return false;
  if (inReturn !== null && isPeaceful(inReturn, sight.seat)) return grievanceAt(sight, from) !== null;
  return !keepsDeed(deed, sight.order) && strikersOf(sight).includes(from);
}

/** It gives up a blow it means to strike only for something in return: what was done to it is its reason. */
function refusalToRefrain(sight: ParleySight, { from, deed, inReturn }: Request): SpokenReason | null {
  if (keepsDeed(deed, sight.order)) return null;
  const isAppeased = inReturn !== null && isPeaceful(inReturn, sight.seat);
  if (isAppeased) return null;
  const fact = grievanceAt(sight, from);
  return fact === null ? plainly('threat') : { why: 'fact', fact };
}

/** Whether a deed in return makes peace: restraint, measures lifted, a hand held out. */
function isPeaceful({ does, action, target }: SpokenDeed, seat: SeatId): boolean {
  if (does === 'refrain') return target === null || target === seat;
  return (
    action === 'roll-back' || ((action === 'dialogue' || action === 'build-capacity') && target === seat)
  );
}

function refusalToAct(
  disposition: DispositionId,
  sight: ParleySight,
  { from, deed, due, inReturn }: Request,
): SpokenReason | null {
  const { order } = sight;
  if (familyOf[deed.action] !== 'cooperate' && deed.action !== 'roll-back' && deed.action !== 'harden')
    return plainly('interest');
  if (orderOfDeed(deed) === null) return doesDeed(deed, order) ? null : plainly('otherPlans');
  if (disposition === 'free-rider') return deed.action === 'commit' ? null : plainly('cost');
  const hasTime = due > sight.sight.round;
  const isFree = hasTime || isFreeToTalk(order);
  if (isFree && isTowardsObjective(sight.objectives, deed)) return null;
  switch (temperOf(disposition)) {
    case 'kind':
      if (familyOf[order.action] === 'cooperate' || hasTime || order.action === 'roll-back')
        return isFree ? null : plainly('otherPlans');
      return isBlow(order, from) ? blowFor(sight, from) : plainly(nature(disposition, sight));
    case 'wary':
      if (inReturn !== null && isFree) return null;
      return plainly(
        disposition === 'hedger' && deed.action === 'commit' ? 'othersFirst' : nature(disposition, sight),
      );
    case 'hard':
    case 'bluffing':
    case 'silent':
      return plainly(nature(disposition, sight));
  }
}

function blowFor(sight: ParleySight, from: SeatId): SpokenReason {
  const fact = grievanceAt(sight, from);
  return fact === null ? plainly('threat') : { why: 'fact', fact };
}
