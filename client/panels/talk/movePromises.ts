import type { Terms } from '#shared/session/vocabulary/clauses.ts';
import type { ActionId } from '#shared/model/actions.ts';
import { type CarryOutAction, carryOutActions } from '#shared/session/vocabulary/clauses.ts';
import type { SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { clashOf } from '../agreements/clash.ts';
import { moveSentence } from './moveSentence.ts';

interface OwnPromise {
  readonly deed: SpokenDeed;
  readonly round: number;
}

/**
 * The conflict of a move's promise with an earlier one, as a sentence: the order of that round is already promised. Null if there
 * is none.
 */
export function promisedTwice(view: View, move: TalkMove): string | null {
  const me = view.own?.seat;
  const promise = promiseIn(move);
  if (me === undefined || promise === null || promise.deed.does !== 'act') return null;
  const { round, deed } = promise;
  const said = [...view.table.messages, ...(view.own?.messages ?? [])].find((message) => {
    const earlier = message.move === null || message.seat !== me ? null : promiseIn(message.move);
    return earlier?.deed.does === 'act' && earlier.round === round && earlier.deed.action !== deed.action;
  });
  const { moves } = words.value;
  if (said?.move)
    return moves.twice(
      round === view.table.round ? moves.thisRound : moves.inRound(round),
      moveSentence(view, me, said.move),
    );
  return signedClash(view, deed, round);
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

/** The deed that a move promises for one round, or null. */
function promiseIn(move: TalkMove): OwnPromise | null {
  if (move.kind === 'announce' || move.kind === 'amends') return { deed: move.deed, round: move.round };
  if (move.kind !== 'agree' || move.about?.kind !== 'ask') return null;
  return { deed: move.about.deed, round: move.about.round };
}
