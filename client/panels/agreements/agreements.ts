import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import { type Circumstances, circumstancesOf } from '#shared/session/topics/agreements/circumstances.ts';
import { deedAsked, isAimed } from '#shared/session/topics/agreements/deeds.ts';
import { evidenceOf, hasCarriedOut, isDeed } from '#shared/session/topics/agreements/judge.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import { bindsIn, renewalIn } from '#shared/session/vocabulary/agreements.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import { pick, words } from '../../text/language.ts';
import { blocName, seatName, seatNames, agreementsOf } from '../lookup.ts';

/** Whether an agreement names the viewer's own state. */
export function isMine(view: View, { parties }: AgreementView): boolean {
  return view.own !== null && parties.includes(view.own.seat);
}

/** Open offers that wait for the own signature. */
export function offersToMe(view: View): readonly AgreementView[] {
  return agreementsOf(view).filter(
    (agreement) =>
      agreement.status === 'proposed' &&
      isMine(view, agreement) &&
      !agreement.signed.includes(view.own?.seat ?? ''),
  );
}

/** Agreements in force whose longer term waits for the own consent. */
export function renewalsToMe(view: View): readonly AgreementView[] {
  return agreementsOf(view).filter((agreement) => {
    const renewal = renewalIn(agreement, view.table.round);
    return renewal !== null && isMine(view, agreement) && !renewal.agreed.includes(view.own?.seat ?? '');
  });
}

/** Everything that waits for the own decision: offers and renewals. */
export function waitingForMe(view: View): readonly AgreementView[] {
  return [...offersToMe(view), ...renewalsToMe(view)];
}

/** Whether an agreement in force asks nothing more of the own state: its deeds are done, and no restraint continues. */
export function isFulfilled(view: View, agreement: AgreementView): boolean {
  const seat = view.own?.seat ?? '';
  const { round } = view.table;
  const { groups } = circumstancesAt(view);
  return agreement.clauses.every(
    (clause, index) =>
      isDeed(clause) &&
      (deedAsked(clause, seat, groups) === null || hasCarriedOut(agreement, round + 1, index, seat)),
  );
}

/** What the own order would break in this round: the partners, and whether one agreement is binding. */
export function breaking(
  view: View,
  order: Order | null,
): { readonly partners: readonly SeatId[]; readonly isBinding: boolean } {
  const seat = view.own?.seat;
  if (order === null || seat === undefined) return { partners: [], isBinding: false };
  const { round } = view.table;
  const about = circumstancesAt(view);
  const broken = agreementsOf(view)
    .filter((agreement) => bindsIn(agreement, round))
    .flatMap((agreement) =>
      evidenceOf(agreement, round, seat, order, about)
        .filter(({ kept }) => !kept)
        .map(({ towards }) => ({ towards, isBinding: agreement.force === 'binding' })),
    );
  return {
    partners: [...new Set(broken.flatMap(({ towards }) => towards))],
    isBinding: broken.some(({ isBinding }) => isBinding),
  };
}

/** What decides clauses in this round besides orders. */
export function circumstancesAt(view: View): Circumstances {
  const happened = view.table.events.map(({ id, written }) => ({ id, effects: written?.effects ?? [] }));
  return circumstancesOf(view.table.blocs, view.card.seats, happened);
}

/** A clause as a sentence of the reader's language. */
export function clauseSentence(view: View, clause: Clause): string {
  const { clauses } = words.value.agreements;
  switch (clause.kind) {
    case 'refrain':
      return clauses.refrain(clause.action, whomPhrase(view, clause.against));
    case 'carryOut': {
      const { action, towards, byRound } = clause;
      const whom = towards === null ? null : whomPhrase(view, towards);
      return whom !== null && !isAimed(action)
        ? clauses.carryOutFor(action, whom, byRound)
        : clauses.carryOut(action, whom, byRound);
    }
    case 'recognition':
      return clauses.recognition(pick(view.card.fields[clause.field]));
    case 'fund': {
      const giver = clause.giver === 'parties' ? null : seatName(view, clause.giver);
      return clauses.fund(giver, seatName(view, clause.to), clause.byRound);
    }
    case 'joinGroup':
      return clauses.joinGroup(groupPhrase(view, clause.group), clause.byRound);
    case 'review':
      return clauses.review(clause.byRound);
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
      return clauses[clause.kind];
  }
}

/** A functional group by its subject and its members. */
export function groupPhrase(view: View, id: number): string {
  const bloc = view.table.blocs.find((candidate) => candidate.id === id);
  const { parts } = words.value.agreements;
  if (bloc === undefined) return parts.groupGone;
  const members = bloc.members.map((member) => view.card.seats[member]?.id ?? '');
  return parts.groupOf(blocName(view, bloc), seatNames(view, members));
}

/** The object of a clause: a state, each other, anybody. */
export function whomPhrase(view: View, whom: string): string {
  const { parts } = words.value.agreements;
  if (whom === 'parties') return parts.parties;
  return whom === 'anyone' ? parts.anyone : seatName(view, whom);
}
