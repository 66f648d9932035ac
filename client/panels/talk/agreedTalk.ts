import type { SeatId } from '#shared/model/world.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { type CarryOutAction, carryOutActions, type Clause } from '#shared/session/vocabulary/clauses.ts';
import type { SpokenDeed } from '#shared/session/vocabulary/moves.ts';
import { fitted } from '../agreements/offerDraft.ts';
import { canBargain } from '../lookup.ts';
import type { OfferDraft } from '../playState.ts';

/**
 * The agreement that states what two states have just agreed to in words, as a draft of the viewer's own; null if the message
 * agrees to nothing of theirs, or no clause states it. Each promise binds only its maker, as far as a clause can express that.
 */
export function agreedInWords(view: View, { seat, move, round }: MessageView): OfferDraft | null {
  const me = view.own?.seat ?? null;
  if (me === null || seat === null || move?.kind !== 'agree' || move.about === null) return null;
  const isBetween = seat === me || move.to === me;
  if (!isBetween || round !== view.table.round || !canBargain(view)) return null;
  const { about, to } = move;
  if (about.kind !== 'offer' && about.kind !== 'ask') return null;
  const until = about.kind === 'offer' ? about.byRound : about.round;
  const clauses =
    about.kind === 'offer'
      ? exchange([clauseOf(about.ifYou, to, until), clauseOf(about.thenWe, seat, until)])
      : [clauseOf(about.deed, to, until)];
  const sayable = clauses.flatMap((clause) => clause ?? []);
  if (sayable.length < clauses.length) return null;
  return fitted(view, {
    amends: null,
    partners: [seat === me ? to : seat],
    clauses: sayable,
    force: 'pledge',
    secrecy: 'public',
    accession: 'closed',
    fromRound: view.table.round,
    untilRound: until,
    template: null,
  });
}

/** What two parties owe each other; where both owe the same, it is one clause and not the same sentence twice. */
function exchange([one, other]: readonly [Clause | null, Clause | null]): readonly (Clause | null)[] {
  if (one?.kind === 'carryOut' && other?.kind === 'carryOut' && one.action === other.action) {
    if (one.action === 'bridge') return [one, other];
    const hasAim = one.action === 'dialogue' || one.action === 'build-capacity';
    return [{ ...one, towards: hasAim ? 'parties' : null }];
  }
  if (one?.kind !== 'refrain' || other?.kind !== 'refrain' || one.action !== other.action)
    return [one, other];
  const isTowardsAll = one.against === 'anyone' || other.against === 'anyone';
  return [{ ...one, against: isTowardsAll ? 'anyone' : 'parties' }];
}

/** The clause by which one of two parties owes a deed to the other, `owedTo`; null if no clause expresses such a deed. */
function clauseOf(deed: SpokenDeed, owedTo: SeatId, byRound: number): Clause | null {
  const { target } = deed;
  if (deed.does === 'refrain') {
    const hasAim = deed.action === 'restrict' || deed.action === 'build-force';
    return { kind: 'refrain', action: deed.action, against: hasAim ? (target ?? 'anyone') : 'anyone' };
  }
  const { action } = deed;
  if (!isPromised(action)) return null;
  if (action === 'bridge') return { kind: 'carryOut', action, towards: target, byRound };
  if (action === 'dialogue' || action === 'build-capacity')
    return target === null ? null : { kind: 'carryOut', action, towards: target, byRound };
  return { kind: 'carryOut', action, towards: owedTo, byRound };
}

function isPromised(action: SpokenDeed['action']): action is CarryOutAction {
  return carryOutActions.some((one) => one === action);
}
