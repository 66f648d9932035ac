import { HOLD, type Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { Clause } from '../vocabulary/clauses.ts';
import type { WhatIfProposal } from '../vocabulary/debrief.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { type BrokenPromise, worstBroken } from './broken.ts';
import type { Pivotal } from './pivotal.ts';

/** The changes of the record that a debrief offers: the pivotal order as *hold*, and the promise kept whose breach cost most. */
export function offersOf(state: SessionState, { top: [first] }: Pivotal): readonly WhatIfProposal[] {
  const pivotal: readonly WhatIfProposal[] =
    first === undefined ? [] : [{ about: 'pivotal', round: first.round, orders: { [first.seat]: HOLD } }];
  const broken = worstBroken(state);
  const kept = broken === null ? null : keeping(broken);
  if (broken === null || kept === null) return pivotal;
  return [...pivotal, { about: 'promise', round: broken.round, orders: { [broken.by]: kept } }];
}

/** The order that would have kept a promise: *hold* where it was to leave something, the deed where it was to do one; else null. */
function keeping({ by, towards, clauses }: BrokenPromise): Order | null {
  const deeds = clauses.filter(isDeed);
  if (deeds.length === 0) return HOLD;
  const [deed] = deeds;
  return deeds.length > 1 || deed === undefined ? null : deedOf(deed, by, towards);
}

type Deed = Extract<Clause, { kind: 'carryOut' | 'fund' | 'joinGroup' | 'review' | 'recognition' }>;

function isDeed(clause: Clause): clause is Deed {
  switch (clause.kind) {
    case 'carryOut':
    case 'fund':
    case 'joinGroup':
    case 'review':
    case 'recognition':
      return true;
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'refrain':
    case 'corridor':
      return false;
  }
}

function deedOf(deed: Deed, by: SeatId, towards: readonly SeatId[]): Order | null {
  if (deed.kind === 'fund') return { action: 'build-capacity', targets: [deed.to] };
  if (deed.kind === 'joinGroup') return { action: 'join-functional', bloc: deed.group };
  if (deed.kind !== 'carryOut') return null;
  const { action } = deed;
  if (action === 'bridge') return null;
  if (action !== 'dialogue' && action !== 'build-capacity') return { action };
  const partner = deed.towards === 'parties' ? towards.find((party) => party !== by) : deed.towards;
  return partner === undefined || partner === null ? null : { action, targets: [partner] };
}
