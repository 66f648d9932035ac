import { at } from '../../lib/at.ts';
import { toUnits } from '../../model/micro.ts';
import { ruleWeight } from '../../model/ruleWeight.ts';
import type { SeatId } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { MessageView, TalkView } from './tableView.ts';
import { spokenIn, type TextOf } from '../vocabulary/codedTalk.ts';
import type { Message } from '../vocabulary/talk.ts';
import { hasCarriedOut } from '../topics/agreements/judge.ts';
import { roundOf } from '../topics/table.ts';
import { announcedCommitment } from '../topics/wordsGiven.ts';
import { tenthsOf } from './tenths.ts';
import { isSilent } from '../topics/talk.ts';

/** Messages are shown and sent in rows of so many. */
export const TALK_ROW = 8;
/** Most rows that are shown. */
export const TALK_ROWS = 8;

/** The rules of talk now, and the share of rule-making weight that has announced in public this round that it will commit. */
export function talkOf(state: SessionState): TalkView {
  const { mode } = state.talk;
  return { mode, silent: isSilent(state), pledgedWeight: tenthsOf(pledgedWeight(state)) };
}

/** The latest 57 to 64 public messages, for everybody. */
export function publicTalk(state: SessionState, textOf: TextOf): readonly MessageView[] {
  return latest(
    state.messages.filter(({ to }) => to === null),
    textOf,
  );
}

/**
 * The latest 57 to 64 private messages that this seat heard. Who was a member when something was said keeps it after leaving a
 * bloc; who joins later does not see it.
 */
export function privateTalk(state: SessionState, seat: SeatId, textOf: TextOf): readonly MessageView[] {
  return latest(
    state.messages.filter(({ to }) => to?.includes(seat) ?? false),
    textOf,
  );
}

/** All private talk, after the end of a session that was opened so, for those who were there. */
export function openedTalk(state: SessionState, textOf: TextOf): readonly MessageView[] {
  return latest(
    state.messages.filter(({ to }) => to !== null),
    textOf,
  );
}

/** Whole rows of the latest messages, numbered among those that this viewer sees: other numbers would reveal other talk. */
function latest(messages: readonly Message[], textOf: TextOf): readonly MessageView[] {
  const lastRow = Math.floor((messages.length - 1) / TALK_ROW);
  const first = Math.max(0, (lastRow - TALK_ROWS + 1) * TALK_ROW);
  return messageViews(messages.slice(first), textOf, first);
}

/** Messages as their readers see them, numbered from the one after `first`. */
export function messageViews(
  messages: readonly Message[],
  textOf: TextOf,
  first = 0,
): readonly MessageView[] {
  return messages.map((message, index) => ({
    id: first + index + 1,
    round: message.round,
    phase: message.phase,
    channel: message.channel,
    seat: message.seat,
    delegate: message.delegate,
    ...spokenIn(message, textOf),
    mentions: message.mentions,
  }));
}

/**
 * The weight of states that have announced or signed in public that they will commit in this round, each once. It moves only the
 * bar of common rules. [contracts: beliefs, pledges, silence]
 */
function pledgedWeight(state: SessionState): number {
  const { phase, world, seats, basis } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return 0;
  const pledged = new Set(announcedCommitment(state));
  for (const seat of signedToCommit(state)) pledged.add(seat);
  let said = 0;
  let all = 0;
  basis.setting.seats.forEach(({ weight, rulemaking }, index) => {
    const share = ruleWeight(weight, rulemaking, toUnits(at(world.development, index)));
    all += share;
    if (pledged.has(at(seats, index).id)) said += share;
  });
  return said / all;
}

/** Who has signed a public agreement, on offer or in force, that makes it commit by this round, and has not committed yet. */
function signedToCommit(state: SessionState): readonly SeatId[] {
  const round = roundOf(state);
  return state.agreements.flatMap((agreement) => {
    const { secrecy, status, fromRound, signed } = agreement;
    if (secrecy !== 'public' || fromRound > round || (status !== 'proposed' && status !== 'inForce'))
      return [];
    const isDue = (seat: SeatId): boolean =>
      agreement.clauses.some(
        (clause, position) =>
          clause.kind === 'carryOut' &&
          clause.action === 'commit' &&
          clause.towards !== seat &&
          clause.byRound === round &&
          !hasCarriedOut(agreement, round, position, seat),
      );
    return signed.filter(isDue);
  });
}
