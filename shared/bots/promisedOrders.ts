import { type ActionId, HOLD, type Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { Circumstances } from '../session/topics/agreements/circumstances.ts';
import { deedAsked } from '../session/topics/agreements/deeds.ts';
import { evidenceOf, isDeed } from '../session/topics/agreements/judge.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { CarryOutAction, Clause } from '../session/vocabulary/clauses.ts';
import { keepsItsWord } from './manners.ts';

/** What a bot has promised and can play now. */
export interface Promised {
  /** The agreements that bind it in the round. */
  readonly inForce: readonly AgreementView[];
  readonly round: number;
  readonly seat: SeatId;
  /** Its cards. */
  readonly open: readonly ActionId[];
  readonly about: Circumstances;
  /** The bridge it would build for a state, or between any two; null where there are not two others. */
  readonly bridgeFor: (towards: SeatId | null) => Order | null;
}

/** The order a bot gives instead of one that would break its word: the deed that is due, else *hold*. */
export function keepingWord(disposition: DispositionId, order: Order, promised: Promised): Order {
  const { inForce, round, seat, open, about } = promised;
  const breaks = (given: Order): boolean =>
    inForce.some(
      (agreement) =>
        (keepsItsWord(disposition) || agreement.force === 'binding') &&
        evidenceOf(agreement, round, seat, given, about).some(({ kept }) => !kept),
    );
  if (!breaks(order)) return order;
  const deeds = inForce.flatMap((agreement) =>
    agreement.clauses.flatMap((clause) => ordersFor(agreement, clause, promised)),
  );
  return deeds.find((deed) => open.includes(deed.action) && !breaks(deed)) ?? HOLD;
}

function ordersFor(
  { parties }: AgreementView,
  clause: Clause,
  { seat, about, bridgeFor }: Promised,
): readonly Order[] {
  if (!isDeed(clause)) return [];
  const deed = deedAsked(clause, seat, about.groups);
  if (deed === null) return [];
  switch (clause.kind) {
    case 'fund':
      return [{ action: 'build-capacity', targets: [clause.to] }];
    case 'joinGroup':
      return [{ action: 'join-functional', bloc: clause.group }];
    case 'review':
      return [];
    case 'carryOut': {
      const partner = parties.find((party) => party !== seat) ?? null;
      const target = clause.towards === 'parties' ? partner : clause.towards;
      const order = clause.action === 'bridge' ? bridgeFor(target) : carriedOut(clause.action, target);
      return order === null ? [] : [order];
    }
  }
}

function carriedOut(action: Exclude<CarryOutAction, 'bridge'>, target: SeatId | null): Order | null {
  if (action !== 'dialogue' && action !== 'build-capacity') return { action };
  return target === null ? null : { action, targets: [target] };
}
