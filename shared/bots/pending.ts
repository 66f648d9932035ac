import type { SeatId } from '../model/world.ts';
import type { HeardSpoken } from '../session/topics/wordsGiven.ts';
import type { SpokenFact, TalkMove } from '../session/vocabulary/moves.ts';
import type { ParleySight } from './parleySight.ts';

/** What stands between a bot and a person in a round. */
export interface Exchange {
  /** What the person said that concerns the bot and waits for an answer, the earliest first. */
  readonly waiting: readonly HeardSpoken[];
  /** How much the bot has said to that person in this round, and unasked in this phase. */
  readonly said: number;
  readonly unasked: number;
}

/** Goes through a round's talk: each answer is for the earliest words that wait; what is said while none wait is unasked. */
export function exchangeWith(sight: ParleySight, person: SeatId): Exchange {
  const waiting: HeardSpoken[] = [];
  let said = 0;
  let unasked = 0;
  for (const one of sight.heard) {
    const { message, move } = one;
    if (message.round !== sight.sight.round) continue;
    if (message.seat === person && move !== null && concerns(sight, one)) waiting.push(one);
    if (!isToFrom(sight, one, person)) continue;
    said += 1;
    const isAnswer = waiting.length > 0 || isWhyUnsigned(move);
    if (waiting.length > 0) waiting.shift();
    else if (!isAnswer && message.phase === sight.phase) unasked += 1;
  }
  return { waiting, said, unasked };
}

/** Whether this bot has said it to a person: by a move that names them, or by its own proposal of a dialogue. */
export function isToFrom({ seat }: ParleySight, { message, move, phrase }: HeardSpoken, to: SeatId): boolean {
  if (message.seat !== seat) return false;
  if (move !== null) return move.to === to;
  return phrase === 'proposeDialogue' && message.channel.kind === 'bilateral' && message.channel.with === to;
}

/** Whether two seats have spoken of a dialogue between them in this round, by a move or a set phrase. */
export function haveSpokenOfDialogue(sight: ParleySight, person: SeatId): boolean {
  const pair = [sight.seat, person];
  return sight.heard.some(({ message, move, phrase }) => {
    const { seat, round, channel } = message;
    if (round !== sight.sight.round || seat === null || !pair.includes(seat)) return false;
    if (phrase === 'proposeDialogue') return channel.kind === 'bilateral' && pair.includes(channel.with);
    return move !== null && move.to !== null && pair.includes(move.to) && isOfDialogue(move, pair);
  });
}

function isOfDialogue(move: TalkMove, pair: readonly SeatId[]): boolean {
  if (move.kind === 'agree' || move.kind === 'refuse' || move.kind === 'undecided')
    return move.about !== null && isOfDialogue(move.about, pair);
  if (move.kind !== 'ask' && move.kind !== 'announce' && move.kind !== 'amends') return false;
  const { does, action, target } = move.deed;
  return does === 'act' && action === 'dialogue' && target !== null && pair.includes(target);
}

/** Whether words of a person ask for an answer of this bot: spoken to it, or to all and about it. */
function concerns({ seat }: ParleySight, { move }: HeardSpoken): boolean {
  if (move === null || (move.to !== null && move.to !== seat)) return false;
  const isMine = move.to === seat;
  switch (move.kind) {
    case 'refuse':
    case 'undecided':
    case 'thank':
      return false;
    case 'announce':
      return isMine || move.deed.target === seat;
    case 'expect':
      return isMine || move.of === seat;
    case 'report':
      return isMine || isAbout(move.fact, seat);
    case 'reason':
      return isMine || (move.reason.why === 'fact' && isAbout(move.reason.fact, seat));
    case 'ask':
    case 'offer':
    case 'warn':
    case 'question':
    case 'reproach':
    case 'amends':
    case 'agree':
      return true;
  }
}

function isAbout(fact: SpokenFact, seat: SeatId): boolean {
  return 'by' in fact && fact.by === seat;
}

/** A refusal that answers no words but an offer that lies before the bot. */
function isWhyUnsigned(move: TalkMove | null): boolean {
  return move?.kind === 'refuse' && move.about === null;
}
