import { sameJson } from '../lib/sameJson.ts';
import type { SeatId } from '../model/world.ts';
import type { HeardSpoken } from '../session/topics/wordsGiven.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { TalkMove } from '../session/vocabulary/moves.ts';
import type { Channel } from '../session/vocabulary/talk.ts';
import { reasonNotToSign } from './answers.ts';
import { initiativesOf } from './initiatives.ts';
import type { ParleySight } from './parleySight.ts';
import { replyTo } from './replies.ts';

/** Most moves of one bot to one state in a round, and how many it has said in a phase when it says no more unasked. */
const MOST_IN_ROUND = 12;
const MOST_UNASKED = 3;

/**
 * What a bot says next in moves, or null: it answers what people have asked it, says why it does not sign, and says by its character
 * what presses. Never the same to the same state twice. Pure, without dice: a function of what its seat sees.
 */
export function parleyOf(disposition: DispositionId, sight: ParleySight): CommandOf<'say'> | null {
  for (const person of sight.people) {
    if (person === sight.seat || saidTo(sight, person, 'round') >= MOST_IN_ROUND) continue;
    const answer = answerFor(disposition, sight, person);
    if (answer !== null) return answer;
    const unsigned = !sight.isPrivateOpen ? null : whyUnsigned(disposition, sight, person);
    if (unsigned !== null) return privately(person, unsigned);
  }
  for (const person of sight.isPrivateOpen ? sight.people : []) {
    if (person === sight.seat || saidTo(sight, person, 'phase') >= MOST_UNASKED) continue;
    const next = initiativesOf(disposition, sight, person).find((move) => isNew(sight, person, move));
    if (next !== undefined) return privately(person, next);
  }
  return null;
}

/** The answer to the last move of a person to this seat that it has not answered, where it was said. */
function answerFor(disposition: DispositionId, sight: ParleySight, person: SeatId): CommandOf<'say'> | null {
  const { heard, seat } = sight;
  const place = heard.findLastIndex((one) => isFrom(one, person) && one.move?.to === seat);
  const asked = heard[place];
  if (asked === undefined || asked.move === null || asked.message.round !== sight.sight.round) return null;
  const { channel } = asked.message;
  if (channel.kind === 'bloc' || heard.slice(place + 1).some((one) => isToFrom(sight, one, person)))
    return null;
  const reply = replyTo(disposition, sight, person, asked.move);
  if (reply === null || !isNew(sight, person, reply)) return null;
  if (channel.kind === 'bilateral') return privately(person, reply);
  return {
    type: 'say',
    channel: { kind: 'plenary' },
    text: null,
    phrase: null,
    mentions: [person],
    move: reply,
  };
}

/** Why an offer of a person waits without this seat's hand. */
function whyUnsigned(disposition: DispositionId, sight: ParleySight, person: SeatId): TalkMove | null {
  const { agreements, seat } = sight;
  for (const agreement of agreements) {
    const { status, proposer, parties, signed } = agreement;
    if (status !== 'proposed' || proposer !== person) continue;
    if (!parties.includes(seat) || signed.includes(seat)) continue;
    const reason = reasonNotToSign(disposition, sight, agreement);
    if (reason === null) continue;
    const move: TalkMove = { kind: 'refuse', to: person, about: null, reason };
    if (isNew(sight, person, move)) return move;
  }
  return null;
}

function privately(to: SeatId, move: TalkMove): CommandOf<'say'> {
  const channel: Channel = { kind: 'bilateral', with: to };
  return { type: 'say', channel, text: null, phrase: null, mentions: [], move };
}

function isFrom({ message, move }: HeardSpoken, person: SeatId): boolean {
  return message.seat === person && move !== null;
}

/** Whether this seat has said it to a person, or in public with that name. */
function isToFrom({ seat }: ParleySight, { message, move }: HeardSpoken, person: SeatId): boolean {
  return message.seat === seat && move !== null && move.to === person;
}

function saidTo(sight: ParleySight, person: SeatId, within: 'round' | 'phase'): number {
  return sight.heard.filter(
    (one) =>
      isToFrom(sight, one, person) &&
      one.message.round === sight.sight.round &&
      (within === 'round' || one.message.phase === sight.phase),
  ).length;
}

/** Whether this seat has not said the same to that state before. */
function isNew(sight: ParleySight, person: SeatId, move: TalkMove): boolean {
  return !sight.heard.some((one) => isToFrom(sight, one, person) && sameJson(one.move, move));
}
