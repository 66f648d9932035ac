import { canonicalJson } from '../../lib/canonicalJson.ts';
import { sameJson } from '../../lib/sameJson.ts';
import { HOLD } from '../../model/actions.ts';
import { keepsDeed } from '../../session/topics/spokenDeeds.ts';
import { type HeardSpoken, standingTalk } from '../../session/topics/wordsGiven.ts';
import { spokenIn } from '../../session/vocabulary/codedTalk.ts';
import type { SpokenDeed, SpokenReason, TalkMove } from '../../session/vocabulary/moves.ts';
import type { RowOf } from '../fields.ts';
import type { moves } from '../tables/talk.ts';
import type { SessionTold } from '../told.ts';

type Row = RowOf<typeof moves>;
type Parts = Omit<Row, 'session' | 'message' | 'round' | 'seat' | 'kind' | 'answer' | 'answer_message'>;

const nothing: Parts = {
  to: null,
  does: null,
  action: null,
  target: null,
  by_round: null,
  if_does: null,
  if_action: null,
  if_target: null,
  about: null,
  reason: null,
  fact: null,
  if_done: null,
  done: null,
};

/** The rows of the moves whose words the export may hold. */
export function moveRows(told: SessionTold): readonly Row[] {
  const { session, state, textOf } = told;
  const standing = standingTalk(state, textOf);
  return state.messages.flatMap((message) => {
    const { move } = spokenIn(message, textOf);
    const { seat } = message;
    if (move === null || seat === null) return [];
    const judge = judgeOf(told, message.round);
    return [
      {
        session,
        message: message.id,
        round: message.round,
        seat,
        kind: move.kind,
        ...nothing,
        to: move.to,
        ...partsOf(move, seat, judge),
        ...answerTo(standing, { id: message.id, seat, move }),
      },
    ];
  });
}

/** Whether a state did a deed in a round, or by it from the round of the message on; null before it is known. */
type Judge = (by: string | null, deed: SpokenDeed, round: number, from?: number) => boolean | null;

function judgeOf({ state }: SessionTold, said: number): Judge {
  return (by, deed, until, from = until) => {
    if (by === null || state.rounds.length < until) return null;
    const due = state.rounds.filter(({ round }) => round >= Math.max(from, said) && round <= until);
    const kept = due.map(({ orders }) => keepsDeed(deed, orders[by] ?? HOLD));
    return deed.does === 'act' ? kept.includes(true) : !kept.includes(false);
  };
}

function deedParts({ does, action, target }: SpokenDeed): Pick<Parts, 'does' | 'action' | 'target'> {
  return { does, action, target };
}

function conditionParts(deed: SpokenDeed): Pick<Parts, 'if_does' | 'if_action' | 'if_target'> {
  return { if_does: deed.does, if_action: deed.action, if_target: deed.target };
}

function reasonParts(reason: SpokenReason | null): Partial<Parts> {
  if (reason === null) return {};
  if (reason.why === 'plain') return { reason: reason.code };
  return reason.why === 'fact'
    ? { reason: 'fact', fact: canonicalJson(reason.fact) }
    : { reason: 'promised' };
}

function partsOf(move: TalkMove, seat: string, judge: Judge): Partial<Parts> {
  switch (move.kind) {
    case 'announce':
    case 'amends':
      return { ...deedParts(move.deed), by_round: move.round, done: judge(seat, move.deed, move.round) };
    case 'ask':
      return { ...deedParts(move.deed), by_round: move.round, done: judge(move.to, move.deed, move.round) };
    case 'expect':
      return { ...deedParts(move.deed), by_round: move.round, done: judge(move.of, move.deed, move.round) };
    case 'offer':
      return {
        ...deedParts(move.thenWe),
        ...conditionParts(move.ifYou),
        by_round: move.byRound,
        if_done: judge(move.to, move.ifYou, move.byRound, 1),
        done: judge(seat, move.thenWe, move.byRound, 1),
      };
    case 'warn':
      return { ...deedParts(move.thenWe), ...conditionParts(move.ifYou) };
    case 'agree':
      return { about: move.about?.kind ?? null };
    case 'refuse':
    case 'undecided':
      return { about: move.about?.kind ?? null, ...reasonParts(move.reason) };
    case 'reason':
      return reasonParts(move.reason);
    case 'reproach':
    case 'report':
      return { fact: canonicalJson(move.fact) };
    case 'question':
      return move.about.ask === 'why' ? { fact: canonicalJson(move.about.fact) } : {};
    case 'thank':
      return {};
  }
}

/** The first later answer by whom it was said to, to who said it, that names this proposal. */
function answerTo(
  talk: readonly HeardSpoken[],
  asked: { readonly id: number; readonly seat: string; readonly move: TalkMove },
): Pick<Row, 'answer' | 'answer_message'> {
  for (const { message, move } of talk) {
    if (message.id <= asked.id || move === null || message.seat === null) continue;
    if (move.kind !== 'agree' && move.kind !== 'refuse' && move.kind !== 'undecided') continue;
    if (move.to !== asked.seat || (asked.move.to !== null && asked.move.to !== message.seat)) continue;
    if (sameJson(move.about, asked.move)) return { answer: move.kind, answer_message: message.id };
  }
  return { answer: null, answer_message: null };
}
