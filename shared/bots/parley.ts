import { sameJson } from '../lib/sameJson.ts';
import type { SeatId } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { TalkMove } from '../session/vocabulary/moves.ts';
import type { Channel } from '../session/vocabulary/talk.ts';
import { reasonNotToSign } from './answers.ts';
import { initiativesOf } from './initiatives.ts';
import type { ParleySight } from './parleySight.ts';
import { type Exchange, exchangeWith, haveSpokenOfDialogue, isToFrom } from './pending.ts';
import { replyTo } from './replies.ts';

/** Most moves of one bot to one state in a round, and how many it has said in a phase when it says no more unasked. */
const MOST_IN_ROUND = 12;
const MOST_UNASKED = 3;

/**
 * What a bot says next in moves, or null: it answers what people have asked it or all, says why it does not sign, and says by its
 * character what presses. Never the same to the same state twice. Pure, without dice: a function of what its seat sees.
 */
export function parleyOf(disposition: DispositionId, sight: ParleySight): CommandOf<'say'> | null {
  const people = sight.people.filter((person) => person !== sight.seat);
  const exchanges = people.map((person) => ({ person, ...exchangeWith(sight, person) }));
  for (const exchange of exchanges) {
    const { person, said } = exchange;
    if (said >= MOST_IN_ROUND) continue;
    const answer = answerFor(disposition, sight, exchange);
    if (answer !== null) return answer;
    const unsigned = !sight.isPrivateOpen ? null : whyUnsigned(disposition, sight, person);
    if (unsigned !== null) return privately(person, unsigned);
  }
  if (!sight.isPrivateOpen) return null;
  for (const { person, said, unasked } of exchanges) {
    if (said >= MOST_IN_ROUND || unasked >= MOST_UNASKED) continue;
    const next = initiativesOf(disposition, sight, person).find((move) => isNew(sight, person, move));
    if (next !== undefined) return privately(person, next);
  }
  return null;
}

/** Whether a bot may still tell a person, unasked, whom it opens a dialogue with: said once, and within its three. */
export function mayTellOfDialogue(sight: ParleySight, person: SeatId): boolean {
  return !haveSpokenOfDialogue(sight, person) && exchangeWith(sight, person).unasked < MOST_UNASKED;
}

/** The answer to the earliest words of a person that wait for one, where they were said. */
function answerFor(
  disposition: DispositionId,
  sight: ParleySight,
  { person, waiting }: Pick<Exchange, 'waiting'> & { readonly person: SeatId },
): CommandOf<'say'> | null {
  for (const { message, move } of waiting) {
    if (move === null) continue;
    const reply = replyTo(disposition, sight, { from: person, move, hearers: message.to });
    if (reply === null || !isNew(sight, person, reply)) continue;
    if (move.kind === 'ask' && !isWorthSaying(sight, move, reply)) continue;
    return sayingBack(message.channel, person, reply);
  }
  return null;
}

/** What is asked of everybody is answered by who agrees, and by who is to be spared or spoken to: no chorus of refusals. */
function isWorthSaying(
  { seat }: ParleySight,
  asked: Extract<TalkMove, { kind: 'ask' }>,
  reply: TalkMove,
): boolean {
  return asked.to === seat || reply.kind === 'agree' || asked.deed.target === seat;
}

/** In the channel in which it was asked; a public statement is answered in the plenary. */
function sayingBack(asked: Channel, person: SeatId, move: TalkMove): CommandOf<'say'> {
  if (asked.kind === 'bilateral') return privately(person, move);
  if (asked.kind === 'bloc') return { ...privately(person, move), channel: asked };
  return { ...privately(person, move), channel: { kind: 'plenary' }, mentions: [person] };
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

/** Whether this seat has not said the same to that state before. */
function isNew(sight: ParleySight, person: SeatId, move: TalkMove): boolean {
  return !sight.heard.some((one) => isToFrom(sight, one, person) && sameJson(one.move, move));
}
