import type { Terms } from '#shared/session/vocabulary/clauses.ts';
import type { ActionId } from '#shared/model/actions.ts';
import { type CarryOutAction, carryOutActions } from '#shared/session/vocabulary/clauses.ts';
import type { SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import { aimOf } from '#shared/session/topics/spokenDeeds.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { clashOf } from '../agreements/clash.ts';
import { moveSentence } from './moveSentence.ts';

interface OwnPromise {
  readonly deed: SpokenDeed;
  readonly round: number;
  /** As it was said. */
  readonly sentence: string;
}

/**
 * The conflict of a move's promise with an earlier one, as a sentence: the order of that round is already promised. Null if there
 * is none.
 */
export function promisedTwice(view: View, move: TalkMove): string | null {
  const me = view.own?.seat;
  const promise = promiseIn(view, move);
  if (me === undefined || promise === null || promise.deed.does !== 'act') return null;
  const { round, deed } = promise;
  const given = [...view.table.messages, ...(view.own?.messages ?? [])]
    .flatMap((message) => (message.seat === me ? (promisedBy(view, message) ?? []) : []))
    .filter((earlier) => earlier.deed.does === 'act' && earlier.round === round);
  const said =
    given.find((earlier) => earlier.deed.action !== deed.action) ?? oneAimTooMany(view, given, deed);
  const { moves } = words.value;
  if (said)
    return moves.twice(round === view.table.round ? moves.thisRound : moves.inRound(round), said.sentence);
  return signedClash(view, deed, round);
}

/** An earlier promise of the same card, where one order cannot name all the states that it is promised to. */
function oneAimTooMany(
  view: View,
  given: readonly OwnPromise[],
  { action, target }: SpokenDeed,
): OwnPromise | null {
  if (aimOf({ does: 'act', action }) !== 'needed' || target === null) return null;
  const others = given.filter((earlier) => earlier.deed.action === action && earlier.deed.target !== target);
  const aims = new Set([target, ...others.map(({ deed }) => deed.target)]);
  return aims.size > view.card.maxTargets ? (others.at(-1) ?? null) : null;
}

/** The same against signed agreements. */
function signedClash(view: View, deed: SpokenDeed, round: number): string | null {
  if (!isCarriedOut(deed.action)) return null;
  const terms: Terms = {
    clauses: [{ kind: 'carryOut', action: deed.action, towards: deed.target, byRound: round }],
    force: 'pledge',
    fromRound: round,
    untilRound: round,
  };
  return clashOf(view, terms, null);
}

function isCarriedOut(action: ActionId): action is CarryOutAction {
  return carryOutActions.some((one) => one === action);
}

/** What a message of the own seat promises for one round: by a move, or by the set phrase that everybody hears. */
function promisedBy(view: View, { move, phrase, channel, round }: MessageView): OwnPromise | null {
  if (move !== null) return promiseIn(view, move);
  if (phrase !== 'weWillCommit' || channel.kind === 'bilateral') return null;
  const deed = { does: 'act', action: 'commit', target: null } as const;
  return { deed, round, sentence: words.value.talk.phrases[phrase] };
}

/** The deed that a move promises for one round, or null. */
function promiseIn(view: View, move: TalkMove): OwnPromise | null {
  const sentence = moveSentence(view, view.own?.seat ?? '', move);
  if (move.kind === 'announce' || move.kind === 'amends')
    return { deed: move.deed, round: move.round, sentence };
  if (move.kind !== 'agree' || move.about?.kind !== 'ask') return null;
  return { deed: move.about.deed, round: move.about.round, sentence };
}
