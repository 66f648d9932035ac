import { HOLD } from '../../model/actions.ts';
import type { Entry } from '../../model/entries.ts';
import type { Reason } from '../../model/reasons.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** What the states that commit in a round do together; the ledger names no single author for it. [decision 0103] */
const common: readonly Reason[] = ['regimeProgress', 'institutionsBuilt'];

/** Who is behind an entry of a round, by the places of the seats: its author, or all who committed where they did it together. */
export function authorsOf(state: SessionState, record: RoundRecord, entry: Entry): readonly number[] {
  if (entry.author !== undefined) return [entry.author];
  return common.includes(entry.reason) ? committedIn(state, record) : [];
}

function committedIn({ seats }: SessionState, { orders }: RoundRecord): readonly number[] {
  return seats.flatMap(({ id }, place) => ((orders[id] ?? HOLD).action === 'commit' ? [place] : []));
}
