import { familyOf, type Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import { aimOf, doesDeed } from '../session/topics/spokenDeeds.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type {
  SpokenDeed,
  SpokenFact,
  SpokenProposal,
  SpokenReason,
  TalkMove,
} from '../session/vocabulary/moves.ts';
import { trustNeeded } from './manners.ts';
import { nature, plainly, causeAgainst, type Request } from './causes.ts';
import { grievanceAt, trustHeldIn } from './grievances.ts';
import { wishesOf } from './objectives.ts';
import type { ParleySight } from './parleySight.ts';
import { temperOf } from './speech.ts';

/** A move that a bot answers: who spoke it, and who will hear the answer; null for everybody. */
export interface ToAnswer {
  readonly from: SeatId;
  readonly move: TalkMove;
  readonly hearers: readonly SeatId[] | null;
}

/** What a character answers to a move that a seat has spoken to it or to all; null for courtesies, which are left to stand. */
export function replyTo(
  disposition: DispositionId,
  sight: ParleySight,
  { from: to, move, hearers }: ToAnswer,
): TalkMove | null {
  switch (move.kind) {
    case 'ask':
    case 'offer':
    case 'warn':
      return answerTo(disposition, sight, { from: to, hearers }, move);
    case 'announce':
      return isHarm(move.deed, sight.seat)
        ? { kind: 'ask', to, deed: spare(sight.seat), round: sight.sight.round }
        : { kind: 'thank', to };
    case 'amends':
      return trustHeldIn(sight, to) < trustNeeded(disposition)
        ? { kind: 'refuse', to, about: move, reason: plainly('trust') }
        : { kind: 'agree', to, about: move };
    case 'question':
      return answerToQuestion(disposition, sight, to, move.about);
    case 'reproach':
      return answerToReproach(disposition, sight, to, move.fact);
    case 'report':
      return isByMe(sight, move.fact) ? whyOf(disposition, sight, to, move.fact) : { kind: 'thank', to };
    case 'expect':
      return move.of === sight.seat
        ? answerToQuestion(disposition, sight, to, { ask: 'plans', round: move.round })
        : { kind: 'thank', to };
    case 'agree':
    case 'reason':
      return { kind: 'thank', to };
    case 'refuse':
    case 'undecided':
    case 'thank':
      return null;
  }
}

/** Yes, or no with the term that decided; a character that leaves all to chance has not decided. */
function answerTo(
  disposition: DispositionId,
  sight: ParleySight,
  asked: Pick<ToAnswer, 'from' | 'hearers'>,
  about: Extract<SpokenProposal, { kind: 'ask' | 'offer' | 'warn' }>,
): TalkMove {
  const to = asked.from;
  const reason = reasonAgainst(disposition, sight, asked, about);
  if (reason === null) return { kind: 'agree', to, about };
  if (disposition === 'random') return { kind: 'undecided', to, about, reason: null };
  return { kind: 'refuse', to, about, reason };
}

function reasonAgainst(
  disposition: DispositionId,
  sight: ParleySight,
  { from, hearers }: Pick<ToAnswer, 'from' | 'hearers'>,
  about: Extract<SpokenProposal, { kind: 'ask' | 'offer' | 'warn' }>,
): SpokenReason | null {
  const { round } = sight.sight;
  if (about.kind === 'ask') {
    const request: Request = { from, deed: about.deed, due: about.round, inReturn: null, hearers };
    return causeAgainst(disposition, sight, request);
  }
  if (about.kind === 'offer') {
    const request: Request = { from, deed: about.ifYou, due: about.byRound, inReturn: about.thenWe, hearers };
    return causeAgainst(disposition, sight, request);
  }
  // A warning is heeded by who does not mean to do what it is about.
  if (!doesWhat(about.ifYou, sight.order)) return null;
  const fact = grievanceAt(sight, from);
  return fact !== null && fact.fact === 'order' && fact.round === round - 1
    ? { why: 'fact', fact }
    : plainly(nature(disposition, sight));
}

function doesWhat(deed: SpokenDeed, order: Order): boolean {
  return deed.does === 'act' ? doesDeed(deed, order) : !doesDeed(deed, order);
}

function answerToQuestion(
  disposition: DispositionId,
  sight: ParleySight,
  to: SeatId,
  about: Extract<TalkMove, { kind: 'question' }>['about'],
): TalkMove {
  if (about.ask === 'why') return whyOf(disposition, sight, to, about.fact);
  const temper = temperOf(disposition);
  if (about.ask === 'plans') {
    if (temper === 'wary' || disposition === 'random')
      return { kind: 'undecided', to, about: null, reason: null };
    const deed = temper === 'kind' && about.round === sight.sight.round ? deedOf(sight.order, to) : null;
    return deed === null
      ? { kind: 'reason', to, reason: plainly('secret') }
      : { kind: 'announce', to, deed, round: about.round };
  }
  return termsOf(disposition, sight, to);
}

/** What it takes to sign: trust, what its objectives want of that state, else restraint; or nothing that one can give. */
function termsOf(disposition: DispositionId, sight: ParleySight, to: SeatId): TalkMove {
  if (sight.isBanned) return { kind: 'reason', to, reason: plainly('barred') };
  const needed = trustNeeded(disposition);
  if (needed > 1_000_000) return { kind: 'reason', to, reason: plainly('noPromises') };
  if (trustHeldIn(sight, to) < needed) return { kind: 'reason', to, reason: plainly('trust') };
  const wish = wishesOf(sight, to)[0];
  return wish ?? { kind: 'ask', to, deed: spare(sight.seat), round: sight.sight.round };
}

/** The true cause of what it is asked about: what was done to it before, else its nature. */
function whyOf(disposition: DispositionId, sight: ParleySight, to: SeatId, fact: SpokenFact): TalkMove {
  const cause = fact.fact === 'order' ? blowBefore(sight, fact) : null;
  if (cause !== null) return { kind: 'reason', to, reason: { why: 'fact', fact: cause } };
  if (fact.fact !== 'measure') return { kind: 'reason', to, reason: plainly(nature(disposition, sight)) };
  const standing = grievanceAt(sight, to);
  return {
    kind: 'reason',
    to,
    reason: standing === null ? plainly(nature(disposition, sight)) : { why: 'fact', fact: standing },
  };
}

/** The blow that a blow of this seat answered: of the state it struck, in the round before. */
function blowBefore(
  { seat, played }: ParleySight,
  fact: Extract<SpokenFact, { fact: 'order' }>,
): SpokenFact | null {
  const { target, round, by } = fact;
  if (by !== seat || target === null) return null;
  const before = played.find((one) => one.round === round - 1)?.orders[target];
  if (before === undefined || (before.action !== 'restrict' && before.action !== 'build-force')) return null;
  if (!(before.targets ?? []).includes(seat)) return null;
  return { fact: 'order', round: round - 1, by: target, action: before.action, target: seat };
}

/** The kind make good what they can; the others give their reason. */
function answerToReproach(
  disposition: DispositionId,
  sight: ParleySight,
  to: SeatId,
  fact: SpokenFact,
): TalkMove {
  if (!isByMe(sight, fact)) return { kind: 'thank', to };
  const deed = temperOf(disposition) === 'kind' ? deedOf(sight.order, to) : null;
  if (deed !== null && (deed.target === to || deed.action === 'roll-back'))
    return { kind: 'amends', to, deed, round: sight.sight.round };
  return whyOf(disposition, sight, to, fact);
}

function isByMe({ seat }: ParleySight, fact: SpokenFact): boolean {
  return 'by' in fact && fact.by === seat;
}

/** The deed by which a bot tells a state of an order it means to give, where that is nothing to hide. */
export function deedOf(order: Order, to: SeatId): SpokenDeed | null {
  const { action } = order;
  if (familyOf[action] !== 'cooperate' && action !== 'roll-back' && action !== 'harden') return null;
  const aim = aimOf({ does: 'act', action });
  if (aim === 'none') return { does: 'act', action, target: null };
  const named = 'targets' in order ? (order.targets ?? []) : [];
  const target = named.includes(to) ? to : (named[0] ?? null);
  if (aim === 'needed') return target === null ? null : { does: 'act', action, target };
  return { does: 'act', action, target: null };
}

/** Not to restrict a seat. */
export function spare(seat: SeatId): SpokenDeed {
  return { does: 'refrain', action: 'restrict', target: seat };
}

function isHarm({ does, action, target }: SpokenDeed, seat: SeatId): boolean {
  return does === 'act' && (action === 'restrict' || action === 'build-force') && target === seat;
}
