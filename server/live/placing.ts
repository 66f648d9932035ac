import { at } from '#shared/lib/at.ts';
import { drawWord } from '#shared/model/chance.ts';
import { MOST_TABLES, type Placing } from '#shared/wire/gatherings.ts';

/** How people get to the tables of an event. */
export interface PlacingRules {
  readonly placing: Placing;
  /** How many people a table takes before the next one is filled. */
  readonly size: number;
  /** How many tables; null: made as people come. */
  readonly tables: number | null;
  /** The seed of every draw. */
  readonly seed: number;
}

/** How full a table is. */
export interface TableFill {
  readonly number: number;
  /** People who sit there, wait there, or are on their way. */
  readonly people: number;
  /** New people may come, and there is a place for one more. */
  readonly isOpen: boolean;
  readonly hasBegun: boolean;
}

/**
 * The table of a newcomer: its number, `new` where another table is to be laid, null where no table takes anybody. `named` is the
 * table that a list gives them. Tables in the lobby come first; who comes late goes to the thinnest. By chance, tables fill evenly
 * and a draw decides among the thinnest, so that friends who come together do not sit together.
 */
export function tableFor(
  rules: PlacingRules,
  fills: readonly TableFill[],
  named: number | null,
): number | 'new' | null {
  const open = fills.filter(({ isOpen }) => isOpen);
  if (open.some(({ number }) => number === named)) return named;
  const lobby = open.filter(({ hasBegun }) => !hasBegun);
  if (rules.placing === 'fill') {
    const filling = lobby.find(({ people }) => people < rules.size);
    if (filling !== undefined) return filling.number;
    const isBefore = fills.some(({ hasBegun }) => !hasBegun);
    if (isBefore && rules.tables === null && fills.length < MOST_TABLES) return 'new';
  }
  const arrivals = fills.reduce((sum, { people }) => sum + people, 0);
  return thinnest(lobby.length > 0 ? lobby : open, rules, arrivals);
}

function thinnest(
  fills: readonly TableFill[],
  { placing, seed }: PlacingRules,
  arrivals: number,
): number | null {
  const fewest = Math.min(...fills.map(({ people }) => people));
  const candidates = fills.filter(({ people }) => people === fewest);
  if (candidates.length === 0) return null;
  const drawn = placing === 'chance' ? drawWord(seed, arrivals, 0, 0, 0) % candidates.length : 0;
  return at(candidates, drawn).number;
}
