import { failed, ok, type Result } from '../../../lib/result.ts';
import type { SeatId } from '../../../model/world.ts';
import type { Actor } from '../../vocabulary/actors.ts';
import { type Agreement, isOpenTo } from '../../vocabulary/agreements.ts';
import type { Refusal } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { speakerOf } from '../table.ts';

/** An agreement and the seat that acts on it. */
export interface ActingParty {
  readonly seat: SeatId;
  readonly agreement: Agreement;
}

/** The agreement if the seat may read it. For everybody but its parties, a secret one does not exist. */
export function readerOf(state: SessionState, actor: Actor, id: string): Result<ActingParty, Refusal> {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const seat = seated.value;
  const agreement = state.agreements.find((candidate) => candidate.id === id);
  if (agreement === undefined || !isOpenTo(agreement, seat)) return failed({ code: 'unknownAgreement' });
  return ok({ seat, agreement });
}

/** The agreement if the seat is a party and may act on it. */
export function partyOf(state: SessionState, actor: Actor, id: string): Result<ActingParty, Refusal> {
  const found = readerOf(state, actor, id);
  if (!found.ok || found.value.agreement.parties.includes(found.value.seat)) return found;
  return failed({ code: 'notParty' });
}
