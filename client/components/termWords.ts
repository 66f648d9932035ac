import { inLanguage } from '../text/language.ts';
import { terms as en, type TermsWords } from '../text/en/terms.ts';
import { terms as zh } from '../text/zh/terms.ts';

type Groups = TermsWords['groups'];
/** A term that can be explained in place. */
export type TermId = { [Group in keyof Groups]: keyof Groups[Group] }[keyof Groups];

/** The dictionary of terms in the reader's language. */
export function termWords(): TermsWords {
  return inLanguage(en, zh);
}

/** The name and the meaning of a term in the reader's language. */
export function termOf(id: TermId): { readonly name: string; readonly text: string } {
  const { round, blocs, world, course, ending } = termWords().groups;
  return { ...round, ...blocs, ...world, ...course, ...ending }[id];
}
