import type { ParsedLog } from '../log/parse.ts';
import { type Participation, participationIn } from './participation.ts';
import { orderRows } from './rows/deeds.ts';
import { type ExportChoice, tellSession } from './told.ts';

/** What the sheet of a person tells about that person; what the state did comes from the view. Described, never graded. */
export interface PersonSheet extends Participation {
  /** The rounds whose order this person sealed. */
  readonly sealed: readonly number[];
  /** The word of leaving; null if none was given or it may not be passed on. */
  readonly word: string | null;
  /** The reflection; null if none was shared. */
  readonly reflection: string | null;
}

/**
 * The sheets of the people of a session, in the order of joining. Their words are those that an export may hold. Throws if the
 * record cannot be folded. [decisions 0084, 0093]
 */
export function personSheets(log: ParsedLog, choice: ExportChoice): readonly PersonSheet[] {
  const told = tellSession(log, choice);
  const { pulses, reflections } = told.state.debrief;
  const orders = orderRows(told);
  const wordsOf = (notes: typeof pulses, id: string): string | null => {
    const note = notes.find(({ delegate }) => delegate === id);
    return note === undefined ? null : told.textOf(note.text.id);
  };
  return participationIn(told, orders).map((did) => ({
    ...did,
    sealed: orders.filter(({ person }) => person === did.who.person).map(({ round }) => round),
    word: wordsOf(pulses, did.who.id),
    reflection: wordsOf(reflections, did.who.id),
  }));
}
