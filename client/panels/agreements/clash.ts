import { contradicts } from '#shared/session/topics/agreements/contradictions.ts';
import { type Due, duesOf, tooMany } from '#shared/session/topics/agreements/dues.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Terms } from '#shared/session/vocabulary/clauses.ts';
import { asOneText, list, words } from '../../text/language.ts';
import { clauseSentence } from './agreements.ts';
import { agreementsOf } from '../lookup.ts';

/**
 * The conflict of a new promise with earlier ones, as a sentence, or null: together they need more different orders than there are
 * rounds, or one forbids what the other requires. `id` is the agreement that the terms belong to, null for a new one.
 */
export function clashOf(view: View, terms: Terms, id: string | null): string | null {
  const seat = view.own?.seat;
  if (seat === undefined) return null;
  const given = agreementsOf(view).filter(
    (agreement) =>
      agreement.id !== id &&
      (agreement.status === 'inForce' || agreement.status === 'proposed') &&
      agreement.signed.includes(seat),
  );
  const { clash } = words.value.agreements;
  const against = given.find((other) => contradicts(other, terms) || contradicts(terms, other));
  if (against) return clash.opposite(sentencesOf(view, against));
  const crowded = crowdedBy(view, seat, given, terms);
  if (crowded.length === 0) return null;
  const [from, by] = [Math.min(...crowded.map((due) => due.from)), Math.max(...crowded.map((due) => due.by))];
  const owed = crowded.map(({ clauses: [clause] }) => (clause ? clauseSentence(view, clause) : ''));
  return clash.crowded(crowded.length, by - from + 1, by, asOneText(...owed));
}

/** Deeds that conflict once the terms are promised too; none if they conflicted before. */
function crowdedBy(view: View, seat: string, given: readonly AgreementView[], terms: Terms): readonly Due[] {
  const { round, blocs } = view.table;
  const groups = blocs.flatMap(({ id, kind, members }) =>
    kind === 'functional' ? [{ id, members: members.map((at) => view.card.seats[at]?.id ?? '') }] : [],
  );
  const crowded = tooMany(duesOf(round, groups, seat, [...given, terms]));
  const isNew = crowded.some(({ clauses }) => clauses.some((clause) => terms.clauses.includes(clause)));
  return isNew ? crowded : [];
}

function sentencesOf(view: View, { clauses }: AgreementView): string {
  return list(clauses.map((clause) => clauseSentence(view, clause)));
}
