import { sameJson } from '../../lib/sameJson.ts';
import { HOLD } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import { isOpenTo } from '../vocabulary/agreements.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import {
  setsCondition,
  type SpokenDeed,
  type SpokenFact,
  type SpokenReason,
  type TalkMove,
} from '../vocabulary/moves.ts';
import type { tableRefusals } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { Channel } from '../vocabulary/talk.ts';
import { aimOf, doesDeed } from './spokenDeeds.ts';
import { roundOf, seatOf } from './table.ts';
import { standingTalk, wordsGiven, wordsJudged } from './wordsGiven.ts';

type Fault = (typeof tableRefusals)[number];

/** A move that somebody is about to make. */
export interface MoveToSay {
  readonly seat: SeatId;
  readonly channel: Channel;
  /** Who will hear it; null for everybody. */
  readonly hearers: readonly SeatId[] | null;
  readonly move: TalkMove;
}

/**
 * Why a move is refused, or null: conditions are not allowed, nobody it addresses can hear it, a deed lacks its target, a round is
 * over, the record does not prove what it cites, or it answers something that was never said. `textOf` reads what was said in
 * private.
 */
export function faultOfMove(state: SessionState, said: MoveToSay, textOf: TextOf): Fault | null {
  const { move } = said;
  if (state.basis.options.talkLevel === 'plainMoves' && setsCondition(move)) return 'conditionsNotAllowed';
  if (!isAddressed(state, said)) return 'moveUnaddressed';
  const faults = [
    ...deedsIn(said).map(({ by, deed }) => faultOfDeed(state, by, deed)),
    ...roundsIn(move).map((round) => faultOfRound(state, round)),
    ...factsIn(move).map((fact) => faultOfFact(state, said, fact, textOf)),
    faultOfAnswer(state, said, textOf),
    faultOfAgreement(state, said),
  ];
  return faults.find((fault) => fault !== null) ?? null;
}

function isAddressed(state: SessionState, { seat, channel, hearers, move: { to } }: MoveToSay): boolean {
  if (channel.kind === 'delegation' || channel.kind === 'announcement') return false;
  if (channel.kind === 'bilateral') return to === channel.with;
  if (to === null) return true;
  return to !== seat && seatOf(state, to) !== null && (hearers === null || hearers.includes(to));
}

interface DeedBy {
  readonly by: SeatId;
  readonly deed: SpokenDeed;
}

/** The future deeds that a move speaks of, with who is to do them; a request to everybody names no one. */
function deedsIn({ seat, move }: MoveToSay): readonly DeedBy[] {
  switch (move.kind) {
    case 'announce':
    case 'amends':
      return [{ by: seat, deed: move.deed }];
    case 'ask':
      return [{ by: move.to ?? '', deed: move.deed }];
    case 'offer':
    case 'warn':
      return [
        { by: move.to, deed: move.ifYou },
        { by: seat, deed: move.thenWe },
      ];
    case 'expect':
      return [{ by: move.of, deed: move.deed }];
    case 'question':
    case 'reason':
    case 'reproach':
    case 'agree':
    case 'refuse':
    case 'undecided':
    case 'thank':
    case 'report':
      return [];
  }
}

function faultOfDeed(state: SessionState, by: SeatId, deed: SpokenDeed): Fault | null {
  const { target } = deed;
  const aim = aimOf(deed);
  if (target === null) return aim === 'needed' ? 'moveDeedUnclear' : null;
  if (aim === 'none' || target === by) return 'moveDeedUnclear';
  return seatOf(state, target) === null ? 'unknownSeat' : null;
}

function roundsIn(move: TalkMove): readonly number[] {
  switch (move.kind) {
    case 'announce':
    case 'amends':
    case 'ask':
    case 'expect':
      return [move.round];
    case 'offer':
      return [move.byRound];
    case 'question':
      return move.about.ask === 'plans' ? [move.about.round] : [];
    case 'warn':
    case 'reason':
    case 'reproach':
    case 'agree':
    case 'refuse':
    case 'undecided':
    case 'thank':
    case 'report':
      return [];
  }
}

function faultOfRound(state: SessionState, round: number): Fault | null {
  return round < roundOf(state) || round > state.basis.plan.rounds ? 'moveRoundOver' : null;
}

function factsIn(move: TalkMove): readonly SpokenFact[] {
  const ofReason = (reason: SpokenReason | null): readonly SpokenFact[] =>
    reason?.why === 'fact' ? [reason.fact] : [];
  switch (move.kind) {
    case 'question':
      return move.about.ask === 'why' ? [move.about.fact] : [];
    case 'reproach':
    case 'report':
      return [move.fact];
    case 'reason':
    case 'refuse':
    case 'undecided':
      return ofReason(move.reason);
    case 'announce':
    case 'offer':
    case 'ask':
    case 'warn':
    case 'amends':
    case 'agree':
    case 'thank':
    case 'expect':
      return [];
  }
}

function faultOfFact(state: SessionState, said: MoveToSay, fact: SpokenFact, textOf: TextOf): Fault | null {
  if ('by' in fact && seatOf(state, fact.by) === null) return 'unknownSeat';
  if (fact.fact === 'broken' && !mayName(state, said, fact.agreement)) return 'moveAgreementHidden';
  return isProved(state, said, fact, textOf) ? null : 'moveUnproved';
}

function isProved(state: SessionState, said: MoveToSay, fact: SpokenFact, textOf: TextOf): boolean {
  switch (fact.fact) {
    case 'order': {
      const record = state.rounds[fact.round - 1];
      const { action, target } = fact;
      return (
        record !== undefined && doesDeed({ does: 'act', action, target }, record.orders[fact.by] ?? HOLD)
      );
    }
    case 'measure': {
      const [i, j] = [fact.by, fact.on].map((seat) => state.seats.findIndex(({ id }) => id === seat));
      if (i === undefined || j === undefined || i < 0 || j < 0 || i === j) return false;
      return (state.world.restriction[i * state.seats.length + j] ?? 0) > 0;
    }
    case 'broken':
      return state.agreements.some(
        ({ id, judgements }) =>
          id === fact.agreement &&
          judgements.some(
            ({ round, evidence }) =>
              round === fact.round && evidence.some(({ seat, kept }) => seat === fact.by && !kept),
          ),
      );
    case 'unkept':
      return isUnkept(state, said, fact, textOf);
    case 'event':
      return fact.round === roundOf(state)
        ? state.event !== null
        : (state.rounds[fact.round - 1]?.events.length ?? 0) > 0;
  }
}

/** Whether that seat made such a promise where the speaker and everybody who hears this could hear it, and did not keep it. */
function isUnkept(
  state: SessionState,
  { seat, hearers }: MoveToSay,
  fact: Extract<SpokenFact, { fact: 'unkept' }>,
  textOf: TextOf,
): boolean {
  const ears = hearers ?? state.seats.map(({ id }) => id);
  return wordsJudged(state.rounds, wordsGiven(standingTalk(state, textOf))).some(
    ({ by, heard, deed, round, done }) =>
      by === fact.by &&
      !done &&
      round === fact.round &&
      sameJson(deed, fact.deed) &&
      (heard === null || [seat, ...ears].every((ear) => heard.includes(ear))),
  );
}

/** An answer must refer to something said to this seat, where everybody who hears the answer could hear it. */
function faultOfAnswer(
  state: SessionState,
  { seat, hearers, move }: MoveToSay,
  textOf: TextOf,
): Fault | null {
  if (move.kind !== 'agree' && move.kind !== 'refuse' && move.kind !== 'undecided') return null;
  const { about } = move;
  if (about === null) return null;
  const ears = hearers ?? state.seats.map(({ id }) => id);
  const wasSaid = standingTalk(state, textOf).some(
    ({ message, move: earlier }) =>
      message.seat === move.to &&
      (message.to === null || ears.every((ear) => message.to?.includes(ear))) &&
      (earlier?.to === seat || earlier?.to === null) &&
      sameJson(earlier, about),
  );
  return wasSaid ? null : 'moveNotHeard';
}

function faultOfAgreement(state: SessionState, said: MoveToSay): Fault | null {
  const { move } = said;
  if (move.kind === 'question' && move.about.ask === 'terms' && move.about.agreement !== null)
    return mayName(state, said, move.about.agreement) ? null : 'moveAgreementHidden';
  const reason = move.kind === 'refuse' || move.kind === 'reason' ? move.reason : null;
  return reason?.why === 'promised' && seatOf(state, reason.to) === null ? 'unknownSeat' : null;
}

/** A move may name an agreement only if everybody who hears it may read that agreement. */
function mayName({ agreements }: SessionState, { seat, hearers }: MoveToSay, id: string): boolean {
  const agreement = agreements.find((one) => one.id === id);
  if (agreement === undefined) return false;
  return hearers === null
    ? isOpenTo(agreement, null)
    : [seat, ...hearers].every((ear) => isOpenTo(agreement, ear));
}
