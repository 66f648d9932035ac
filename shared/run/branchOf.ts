import { at } from '../lib/at.ts';
import type { Digest } from '../log/chain.ts';
import type { SessionLog } from '../log/line.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { BranchChange } from '../session/vocabulary/branching.ts';
import type { SeatState } from '../session/vocabulary/state.ts';
import { type Branch, branchAsRecorded, forkAfter } from './branch.ts';
import type { BranchFault } from './branchPlan.ts';
import type { CharacterFit } from './fit.ts';
import { coverSeats, playOn } from './playOn.ts';

/**
 * The record with the change, and the rest of the session: everybody else as recorded, or played on by bots where the change names
 * them. The dice are the session's own in both.
 */
export async function branchOf(
  log: SessionLog,
  change: BranchChange,
  digest: Digest,
): Promise<Branch | BranchFault> {
  const { bots } = change;
  if (bots === undefined) return branchAsRecorded(log, change, digest);
  const branch = forkAfter(log, change, digest);
  if ('code' in branch || branch.session.state.phase.name === 'ended') return branch;
  const { session } = branch;
  const characters = session.state.seats.map(({ id }) => bots[id] ?? 'hold');
  await coverSeats(session, characters, 'what-if');
  await playOn(session, { talk: false });
  return branch;
}

/** For each seat without a bot the character that explains its recorded orders best. `fits` is in the order of the seats. */
export function botsAsTheyWere(
  seats: readonly Pick<SeatState, 'id' | 'bot'>[],
  fits: readonly (readonly CharacterFit[])[],
): Readonly<Record<string, DispositionId>> {
  return Object.fromEntries(
    seats.flatMap(({ id, bot }, seat) => (bot === null ? [[id, at(at(fits, seat), 0).character]] : [])),
  );
}
