import { at } from '../../lib/at.ts';
import type { Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import { bannedUntil } from '../vocabulary/agreements.ts';
import { roundOf } from '../topics/table.ts';
import { deckOf } from '../topics/deck.ts';
import { isTrustOpen } from '../vocabulary/trustSeen.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { OwnView } from './tableView.ts';
import { privateTalk, type TextOf } from './talk.ts';
import { secretAgreements } from './agreements.ts';
import { objectiveViews } from './objectives.ts';
import { tenths } from './tenths.ts';

/** What only one seat may see; null for a seat that is not at this table. */
export function ownOf(state: SessionState, seat: SeatId, textOf: TextOf): OwnView | null {
  const index = state.seats.findIndex(({ id }) => id === seat);
  const role = state.basis.scenario.seats[index];
  if (role === undefined) return null;
  const { setting, options } = state.basis;
  const { open, later } = deckOf(setting, options.openDeck, state.world, state.world.round + 1, index);
  return {
    seat,
    brief: role.brief,
    objectives: objectiveViews(state, index),
    trust: trustOf(state, index),
    order: state.sealed[seat]?.order ?? null,
    expects: state.sealed[seat]?.expects ?? null,
    drafts: (state.drafts[seat] ?? []).map(({ order, agreed }) => ({ order, agreed })),
    endorsed: endorsedBy(state, seat),
    bet: state.bets[seat] ?? null,
    open,
    later,
    answerable: answerableBy(state, seat),
    muted: mutedAt(state, seat),
    messages: privateTalk(state, seat, textOf),
    agreements: secretAgreements(state, seat),
    bannedUntil: bannedUntil(state.agreements, seat, roundOf(state)),
    score: tenths(at(state.world.score, index)),
    payoff: payoffOf(state, index),
  };
}

function trustOf(state: SessionState, index: number): OwnView['trust'] {
  if (isTrustOpen(state)) return null;
  const n = state.seats.length;
  const { trust } = state.world;
  return {
    inOthers: state.seats.map((_, other) => tenths(at(trust, index * n + other))),
    ofOthers: state.seats.map((_, other) => tenths(at(trust, other * n + index))),
  };
}

/** Whose signatures under open offers this delegation has gathered; those under an older wording are void. */
function endorsedBy(state: SessionState, seat: SeatId): OwnView['endorsed'] {
  return state.agreements.flatMap(({ id, wording, status, signed }) => {
    if (status !== 'proposed' || signed.includes(seat)) return [];
    const delegates = state.endorsements
      .filter((one) => one.agreement === id && one.wording === wording && one.seat === seat)
      .map(({ delegate }) => delegate);
    return delegates.length === 0 ? [] : [{ agreement: id, delegates }];
  });
}

function mutedAt({ seats, talk }: SessionState, seat: SeatId): number {
  const people = seats.find(({ id }) => id === seat)?.delegates ?? [];
  return people.filter(({ id }) => talk.muted.some(({ delegate }) => delegate === id)).length;
}

/** Who engaged this seat in the last round: spoke to it, built its capacity or mediated for it. */
function answerableBy(state: SessionState, seat: SeatId): readonly SeatId[] {
  const last = state.rounds[state.rounds.length - 1];
  if (last === undefined) return [];
  return state.seats.map(({ id }) => id).filter((other) => isEngaging(last.orders[other], seat));
}

function isEngaging(order: Order | undefined, seat: SeatId): boolean {
  if (order?.action === 'dialogue' || order?.action === 'build-capacity') return order.targets.includes(seat);
  return order?.action === 'bridge' && (order.pair?.includes(seat) ?? false);
}

function payoffOf(state: SessionState, index: number): OwnView['payoff'] {
  const payoff = state.rounds[state.rounds.length - 1]?.payoffs[index];
  if (payoff === undefined) return null;
  return {
    exchange: tenths(payoff.exchange),
    common: tenths(payoff.common),
    dividend: tenths(payoff.dividend),
    rent: tenths(payoff.rent),
    club: tenths(payoff.club),
    pledge: tenths(payoff.pledge),
    damage: tenths(payoff.damage),
    loss: tenths(payoff.loss),
    cost: tenths(payoff.cost),
    total: tenths(payoff.total),
  };
}
