import { HOLD } from '../../model/actions.ts';
import { sameJson } from '../../lib/sameJson.ts';
import type { SeatId } from '../../model/world.ts';
import { spokenIn, type Spoken, type TextOf } from '../vocabulary/codedTalk.ts';
import type { SpokenDeed, SpokenProposal, TalkMove } from '../vocabulary/moves.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import type { Message } from '../vocabulary/talk.ts';
import { keepsDeed } from './spokenDeeds.ts';
import { roundOf } from './table.ts';

/** How a promise was made: announced, as one's part of an agreed offer, by agreeing to a request, or as amends. */
export type WordSource = 'announced' | 'offered' | 'agreed' | 'amends';

/** A promise in words only; the rules do not count it. It is due in the rounds `from` to `due`, both included. */
export interface WordGiven {
  readonly by: SeatId;
  /** The state it was made to; null for all who heard it. */
  readonly to: SeatId | null;
  /** Who heard it; null for everybody. */
  readonly heard: readonly SeatId[] | null;
  readonly deed: SpokenDeed;
  readonly from: number;
  readonly due: number;
  readonly source: WordSource;
  /** It lapses unless that state does this first. */
  readonly provided: { readonly by: SeatId; readonly deed: SpokenDeed } | null;
}

/** A promise in words that a reveal has judged. */
export interface WordJudged extends WordGiven {
  readonly round: number;
  readonly done: boolean;
}

/** What of a resolved round words are judged by. */
type PlayedRound = Pick<RoundRecord, 'round' | 'orders'>;

/** A message with what it says. */
export interface HeardSpoken extends Spoken {
  readonly message: Message;
}

/** The messages of the rounds that still count; those undone by a step back are left out. */
export function standingTalk(state: SessionState, textOf: TextOf): readonly HeardSpoken[] {
  const starts = [...state.rounds.map(({ talkFrom }) => talkFrom), state.talk.roundFrom];
  return state.messages.flatMap((message, place) => {
    const start = starts[message.round - 1];
    if (start === undefined || place < start) return [];
    return [{ message, ...spokenIn(message, textOf) }];
  });
}

/** Every promise in words, earliest first; the same promise of the same seat to the same listeners counts once. */
export function wordsGiven(talk: readonly HeardSpoken[]): readonly WordGiven[] {
  const given: WordGiven[] = [];
  for (const one of talk)
    for (const word of wordsOf(one)) if (!given.some((other) => isSameWord(other, word))) given.push(word);
  return given;
}

/** How the reveals so far judge a promise: done as soon as it is done; not done when its time is over or it is broken. */
export function wordsJudged(
  rounds: readonly PlayedRound[],
  given: readonly WordGiven[],
): readonly WordJudged[] {
  return given.flatMap((word) => {
    const judged = judgedWord(rounds, word);
    return judged === null ? [] : [{ ...word, ...judged }];
  });
}

/** The judged promises of a session, for a viewer who may read all of it. */
export function wordsJudgedIn(state: SessionState, textOf: TextOf): readonly WordJudged[] {
  return wordsJudged(state.rounds, wordsGiven(standingTalk(state, textOf)));
}

/** The seats that have said in public in this round that they will commit. */
export function announcedCommitment(state: SessionState): readonly SeatId[] {
  const said = state.messages.slice(state.talk.roundFrom).filter(({ to }) => to === null);
  return said.flatMap(({ seat, phrase, move }) => {
    if (seat === null) return [];
    if (phrase === 'weWillCommit') return [seat];
    const isAnnounced =
      move?.kind === 'announce' &&
      move.round === roundOf(state) &&
      move.deed.does === 'act' &&
      move.deed.action === 'commit';
    return isAnnounced ? [seat] : [];
  });
}

function judgedWord(
  rounds: readonly PlayedRound[],
  word: WordGiven,
): { readonly round: number; readonly done: boolean } | null {
  const { by, deed, from, due, provided } = word;
  if (provided !== null) {
    const first = judgedWord(rounds, { ...word, ...provided, provided: null });
    if (first === null || !first.done) return null;
  }
  for (const { round, orders } of rounds) {
    if (round < from || round > due) continue;
    const isKept = keepsDeed(deed, orders[by] ?? HOLD);
    if (deed.does === 'act' && isKept) return { round, done: true };
    if (deed.does === 'refrain' && !isKept) return { round, done: false };
    if (round === due) return { round, done: isKept };
  }
  return null;
}

function isSameWord(a: WordGiven, b: WordGiven): boolean {
  return a.by === b.by && a.due === b.due && sameJson([a.deed, a.heard], [b.deed, b.heard]);
}

function wordsOf({ message, phrase, move }: HeardSpoken): readonly WordGiven[] {
  const { seat, round, channel, to: heard } = message;
  if (seat === null) return [];
  const plain = { by: seat, heard, from: round, due: round, provided: null } as const;
  if (phrase === 'weWillCommit' && heard === null)
    return [
      { ...plain, to: null, deed: { does: 'act', action: 'commit', target: null }, source: 'announced' },
    ];
  if (phrase === 'willNotRestrict' && channel.kind === 'bilateral') {
    const deed = { does: 'refrain', action: 'restrict', target: channel.with } as const;
    return [{ ...plain, to: channel.with, deed, source: 'announced' }];
  }
  return move === null ? [] : wordsInMove(move, plain);
}

function wordsInMove(move: TalkMove, plain: Omit<WordGiven, 'to' | 'deed' | 'source'>): readonly WordGiven[] {
  switch (move.kind) {
    case 'announce':
    case 'amends': {
      const { to, deed, round } = move;
      const source = move.kind === 'amends' ? 'amends' : 'announced';
      return [{ ...plain, to, deed, from: round, due: round, source }];
    }
    case 'agree':
      return move.about === null ? [] : wordsInAgreeing(move.about, { ...plain, to: move.to });
    case 'offer':
    case 'ask':
    case 'warn':
    case 'question':
    case 'reason':
    case 'reproach':
    case 'refuse':
    case 'undecided':
    case 'thank':
    case 'report':
    case 'expect':
      return [];
  }
}

/** Who agrees to a request promises to do it; who agrees to an offer promises their part, and the offerer theirs. */
function wordsInAgreeing(
  about: SpokenProposal,
  plain: Omit<WordGiven, 'to' | 'deed' | 'source'> & { readonly to: SeatId },
): readonly WordGiven[] {
  if (about.kind === 'ask')
    return [{ ...plain, deed: about.deed, from: about.round, due: about.round, source: 'agreed' }];
  if (about.kind !== 'offer') return [];
  const due = about.byRound;
  const { by, to } = plain;
  return [
    { ...plain, deed: about.ifYou, due, source: 'agreed' },
    {
      ...plain,
      by: to,
      to: by,
      deed: about.thenWe,
      due,
      source: 'offered',
      provided: { by, deed: about.ifYou },
    },
  ];
}
