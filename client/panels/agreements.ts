import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import { type Agreement, bindsIn } from '#shared/session/agreements/agreement.ts';
import type { Clause } from '#shared/session/agreements/clauses.ts';
import { evidenceOf } from '#shared/session/agreements/judge.ts';
import type { View } from '#shared/session/tableView.ts';
import { pick, words } from '../text/language.ts';
import { seatName } from './lookup.ts';

/** Every agreement that this viewer may read, the newest last. */
export function agreementsOf(view: View): readonly Agreement[] {
  return [...view.table.agreements, ...(view.own?.agreements ?? [])];
}

/** Whether an agreement names the viewer's own state. */
export function isMine(view: View, { parties }: Agreement): boolean {
  return view.own !== null && parties.includes(view.own.seat);
}

/** Open offers that wait for the own signature. */
export function offersToMe(view: View): readonly Agreement[] {
  return agreementsOf(view).filter(
    (agreement) =>
      agreement.status === 'proposed' &&
      isMine(view, agreement) &&
      !agreement.signed.includes(view.own?.seat ?? ''),
  );
}

/** What one's own order would break in this round: the partners, and whether a binding agreement is among it. */
export function breaking(
  view: View,
  order: Order | null,
): { readonly partners: readonly SeatId[]; readonly isBinding: boolean } {
  const seat = view.own?.seat;
  if (order === null || seat === undefined) return { partners: [], isBinding: false };
  const { round } = view.table;
  const broken = agreementsOf(view)
    .filter((agreement) => bindsIn(agreement, round))
    .flatMap((agreement) =>
      evidenceOf(agreement, round, seat, order)
        .filter(({ kept }) => !kept)
        .map(({ towards }) => ({ towards, isBinding: agreement.force === 'binding' })),
    );
  return {
    partners: [...new Set(broken.flatMap(({ towards }) => towards))],
    isBinding: broken.some(({ isBinding }) => isBinding),
  };
}

/** A clause as a sentence of the reader's language. */
export function clauseSentence(view: View, clause: Clause): string {
  const { clauses } = words.value.agreements;
  switch (clause.kind) {
    case 'refrain':
      return clauses.refrain(clause.action, whomPhrase(view, clause.against));
    case 'carryOut': {
      const whom = clause.towards === null ? null : whomPhrase(view, clause.towards);
      return clauses.carryOut(clause.action, whom, clause.byRound);
    }
    case 'recognition':
      return clauses.recognition(pick(view.card.fields[clause.field]));
    case 'mutualRestraint':
      return clauses.mutualRestraint;
    case 'noListing':
      return clauses.noListing;
  }
}

/** Whom a clause is about: a state, each other, anybody. */
export function whomPhrase(view: View, whom: string): string {
  const { parts } = words.value.agreements;
  if (whom === 'parties') return parts.parties;
  return whom === 'anyone' ? parts.anyone : seatName(view, whom);
}

/** Whether agreements can be made now. */
export function canBargain(view: View): boolean {
  const { phase, paused } = view.table;
  return !paused && (phase === 'negotiation' || phase === 'decision');
}
