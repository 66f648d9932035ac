import { apportion } from '../../lib/apportion.ts';
import { at } from '../../lib/at.ts';
import type { Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import { bannedUntil } from '../vocabulary/agreements.ts';
import { roundOf } from '../topics/table.ts';
import { deckOf } from '../topics/deck.ts';
import { isTrustOpen } from '../topics/trustSeen.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { OwnView } from './tableView.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import { privateTalk } from './talk.ts';
import { secretAgreements } from './agreements.ts';
import { objectiveViews } from './objectives.ts';
import { type ViewPart, remembered } from './remembered.ts';
import { tenths } from './tenths.ts';
import { usualNow } from '../topics/usual.ts';

/** The parts of the own view, each built from what it reads alone. */
interface OwnParts {
  readonly brief: ViewPart<OwnView['brief']>;
  readonly objectives: ViewPart<OwnView['objectives']>;
  readonly trust: ViewPart<OwnView['trust']>;
  readonly plans: ViewPart<Pick<OwnView, 'order' | 'expects' | 'drafts' | 'bet'>>;
  readonly endorsed: ViewPart<OwnView['endorsed']>;
  readonly deck: ViewPart<Pick<OwnView, 'open' | 'later'>>;
  readonly answerable: ViewPart<OwnView['answerable']>;
  readonly muted: ViewPart<OwnView['muted']>;
  readonly messages: ViewPart<OwnView['messages']>;
  readonly agreements: ViewPart<Pick<OwnView, 'agreements' | 'bannedUntil'>>;
  readonly score: ViewPart<Pick<OwnView, 'score' | 'usual' | 'payoff'>>;
}

/** What only one seat may see; null for a seat that is not at this table. */
export function ownOf(state: SessionState, seat: SeatId, textOf: TextOf): OwnView | null {
  const index = state.seats.findIndex(({ id }) => id === seat);
  return index < 0 ? null : assembled(partsOf(seat, index), seat, state, textOf);
}

/**
 * The same with a memory, for repeated use: the very same object as long as nothing of it has changed. Plans lie in records
 * of all seats, so they are compared by the seat's own entry.
 */
export function rememberedOwn(seat: SeatId, index: number): ViewPart<OwnView> {
  const plain = partsOf(seat, index);
  const parts: LastingParts = {
    brief: remembered(plain.brief),
    objectives: remembered(plain.objectives),
    trust: remembered(plain.trust),
    endorsed: remembered(plain.endorsed),
    deck: remembered(plain.deck),
    answerable: remembered(plain.answerable),
    muted: remembered(plain.muted),
    messages: remembered(plain.messages),
    agreements: remembered(plain.agreements),
    score: remembered(plain.score),
  };
  const lasting = remembered((state, textOf) => lastingOf(parts, state, textOf));
  const plans = rememberedPlans(seat);
  let view: OwnView | null = null;
  let from: readonly [unknown, unknown] | null = null;
  return (state, textOf) => {
    const [rest, own] = [lasting(state, textOf), plans(state)];
    if (view === null || from?.[0] !== rest || from[1] !== own) view = { seat, ...rest, ...own };
    from = [rest, own];
    return view;
  };
}

function rememberedPlans(seat: SeatId): (state: SessionState) => ReturnType<OwnParts['plans']> {
  let known: ReturnType<OwnParts['plans']> | null = null;
  let from: readonly unknown[] = [];
  return (state) => {
    const { sealed, drafts, bets } = state;
    const entries = [sealed[seat], drafts[seat], bets[seat]];
    if (known === null || entries.some((entry, k) => entry !== from[k])) known = plansOf(state, seat);
    from = entries;
    return known;
  };
}

function partsOf(seat: SeatId, index: number): OwnParts {
  return {
    brief: ({ basis }) => at(basis.scenario.seats, index).brief,
    objectives: (state) => objectiveViews(state, index),
    trust: (state) => trustOf(state, index),
    plans: (state) => plansOf(state, seat),
    endorsed: (state) => endorsedBy(state, seat),
    deck: (state) => deckAt(state, index),
    answerable: (state) => answerableBy(state, seat),
    muted: (state) => mutedAt(state, seat),
    messages: (state, textOf) => privateTalk(state, seat, textOf),
    agreements: (state) => ({
      agreements: secretAgreements(state, seat),
      bannedUntil: bannedUntil(state.agreements, seat, roundOf(state)),
    }),
    score: (state) => ({
      score: tenths(at(state.world.score, index)),
      usual: usualNow(state, seat),
      payoff: payoffOf(state, index),
    }),
  };
}

function assembled(parts: OwnParts, seat: SeatId, state: SessionState, textOf: TextOf): OwnView {
  return { seat, ...lastingOf(parts, state, textOf), ...parts.plans(state, textOf) };
}

/** All but the plans, which change with every seal. */
type LastingParts = Omit<OwnParts, 'plans'>;

function lastingOf(parts: LastingParts, state: SessionState, textOf: TextOf) {
  return {
    brief: parts.brief(state, textOf),
    objectives: parts.objectives(state, textOf),
    trust: parts.trust(state, textOf),
    endorsed: parts.endorsed(state, textOf),
    ...parts.deck(state, textOf),
    answerable: parts.answerable(state, textOf),
    muted: parts.muted(state, textOf),
    messages: parts.messages(state, textOf),
    ...parts.agreements(state, textOf),
    ...parts.score(state, textOf),
  };
}

function plansOf({ sealed, drafts, bets }: SessionState, seat: SeatId): ReturnType<OwnParts['plans']> {
  return {
    order: sealed[seat]?.order ?? null,
    expects: sealed[seat]?.expects ?? null,
    drafts: (drafts[seat] ?? []).map(({ order, agreed }) => ({ order, agreed })),
    bet: bets[seat] ?? null,
  };
}

function deckAt({ basis, world }: SessionState, index: number): ReturnType<OwnParts['deck']> {
  const { setting, options } = basis;
  const { open, later } = deckOf(setting, options.openDeck, world, world.round + 1, index);
  return { open, later };
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

/** Which delegates of this seat have signed open offers; signatures under an older wording do not count. */
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

/** The last payoff, rounded so that its parts add up to it and it equals the step between two shown scores. */
function payoffOf(state: SessionState, index: number): OwnView['payoff'] {
  const payoff = state.rounds[state.rounds.length - 1]?.payoffs[index];
  if (payoff === undefined) return null;
  const score = at(state.world.score, index);
  const total = tenths(score) - tenths(score - payoff.total);
  const { exchange, common, dividend, rent, club, pledge, damage, loss, cost } = payoff;
  const signed = [exchange, common, dividend, rent, club, pledge, -damage, -loss, -cost];
  const shown = apportion(
    signed.map((part) => part / 1000),
    total,
  );
  return {
    exchange: at(shown, 0),
    common: at(shown, 1),
    dividend: at(shown, 2),
    rent: at(shown, 3),
    club: at(shown, 4),
    pledge: at(shown, 5),
    damage: 0 - at(shown, 6),
    loss: 0 - at(shown, 7),
    cost: 0 - at(shown, 8),
    total,
  };
}
