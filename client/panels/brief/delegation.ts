import type { DelegateView, DraftView, View } from '#shared/session/views/tableView.ts';
import { list, words } from '../../text/language.ts';
import { seatView } from '../lookup.ts';

/** The people of the own state, in the order they came. */
export function ownPeople(view: View): readonly DelegateView[] {
  return view.own ? (seatView(view, view.own.seat)?.delegates ?? []) : [];
}

/** The person of this device, or null for a viewer. */
export function selfOf(view: View): DelegateView | null {
  const { viewer } = view;
  if (viewer.kind !== 'delegate') return null;
  return ownPeople(view).find(({ id }) => id === viewer.delegate) ?? null;
}

/** Whether this person decides for the state: alone, as the head, or if anyone decides. */
export function decidesAlone(view: View): boolean {
  const rule = view.card.decisionRule;
  if (ownPeople(view).length < 2 || rule === 'anyone') return true;
  return rule === 'head' && selfOf(view)?.role === 'head';
}

/** A delegate's name as their own state sees it: *you* for oneself. */
export function delegateName(view: View, id: string): string {
  const { delegation } = words.value;
  if (view.viewer.kind === 'delegate' && view.viewer.delegate === id) return delegation.you;
  return ownPeople(view).find((person) => person.id === id)?.name ?? delegation.unnamed;
}

/** Several delegates of the own state as one phrase. */
export function delegateNames(view: View, ids: readonly string[]): string {
  return list(ids.map((id) => delegateName(view, id)));
}

/** The draft this person agrees with, or null. */
export function agreedDraft(view: View): DraftView | null {
  const self = selfOf(view);
  if (self === null) return null;
  return view.own?.drafts.find(({ agreed }) => agreed.includes(self.id)) ?? null;
}

/** Who of the own state has signed an offer, if single signatures count. */
export function endorsersOf(view: View, agreement: string): readonly string[] {
  return view.own?.endorsed.find((one) => one.agreement === agreement)?.delegates ?? [];
}
