import { at, num } from '../lib/at.ts';
import { familyOf, type Order } from '../model/actions.ts';
import { derive } from '../model/indicators.ts';
import { maxTargets } from '../model/legality.ts';
import { toUnits } from '../model/micro.ts';
import type { Pledge } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import { afterRound, newParley, speakInMoves } from './parley.ts';
import type { DecidedRound, Played } from './playGame.ts';

/** What bots agree on before they seal. [contracts, balanced] */
export interface Talk {
  /** States that chose dialogue choose each other, so that it is answered. */
  readonly dialogues: boolean;
  /** Kind characters pledge mutual restraint to those they fear. */
  readonly pledges: boolean;
  /** Cooperators commit in the same rounds. */
  readonly commitments: boolean;
  /** Every seat speaks to every other in moves, as bots speak to people, and keeps its word by its character. */
  readonly moves: boolean;
}

/** The kinds of talk in simulations, from silence to synchronised commitments. */
export const talkIds = ['none', 'dialogues', 'pledges', 'talk', 'moves', 'in-step'] as const;
/** How bots talk in simulated games. */
export type TalkId = (typeof talkIds)[number];

/** What each kind of talk includes; *talk* itself is matched dialogues with pledges, *moves* the same and moves. [decision 0074] */
export const talks: Readonly<Record<TalkId, Talk>> = {
  none: { dialogues: false, pledges: false, commitments: false, moves: false },
  dialogues: { dialogues: true, pledges: false, commitments: false, moves: false },
  pledges: { dialogues: false, pledges: true, commitments: false, moves: false },
  talk: { dialogues: true, pledges: true, commitments: false, moves: false },
  moves: { dialogues: true, pledges: true, commitments: false, moves: true },
  'in-step': { dialogues: true, pledges: true, commitments: true, moves: false },
};

/** Rounds after a breach in which nobody accepts a promise of the breaker, the round of the breach included. [model D.13] */
const BARRED_ROUNDS = 3;
/** Trust that a kind character must have in a state that asks for its promise. */
const TRUST_TO_PLEDGE = 0.25;
/** Share of cooperators from which they commit together. */
const ENOUGH_TO_COMMIT = 0.4;

const kindOnes: readonly string[] = [
  'conditional-cooperator',
  'unconditional-cooperator',
  'generous-reciprocator',
  'hedger',
  'bridge',
  'free-rider',
] satisfies readonly DispositionId[];

/** Whether a character offers pledges of restraint and means them; the others keep theirs half of the time. */
export function isKind(character: string): boolean {
  return kindOnes.includes(character);
}

type Pair = readonly [number, number];

/** Promises: pledges in force as pairs of seat indices, and how long each seat may make no new one. */
export interface Pacts {
  readonly pairs: readonly Pair[];
  readonly barred: readonly number[];
}

/** The result of a round of talk. */
export interface Talked {
  readonly orders: readonly Order[];
  readonly pledges: readonly Pledge[];
  readonly pacts: Pacts;
}

/** Talk as a hook of `playGame`; `characters` by seat index. It remembers promises between rounds. */
export function talkHook(talk: Talk, characters: readonly string[]): (moment: DecidedRound) => Played {
  const kind = characters.map(isKind);
  let pacts: Pacts = { pairs: [], barred: characters.map(() => 0) };
  let parley = newParley(characters.length);
  return (moment) => {
    const speak: Speak = (orders) => {
      const spoken = speakInMoves(characters, parley, moment, orders);
      parley = spoken.parley;
      return spoken.orders;
    };
    const talked = talkOver(talk, kind, pacts, moment, talk.moves ? speak : undefined);
    pacts = talked.pacts;
    if (talk.moves) parley = afterRound(parley, moment, talked.orders);
    return talked;
  };
}

/** What moves make of the orders that seats mean to give. */
type Speak = (orders: readonly Order[]) => readonly Order[];

/** One round of talk: new pledges, then dialogues, then moves, then commitments, then what pledges forbid. `kind` by seat index. */
export function talkOver(
  talk: Talk,
  kind: readonly boolean[],
  pacts: Pacts,
  moment: DecidedRound,
  speak: Speak = (orders) => orders,
): Talked {
  const given = talk.pledges ? offerPledges(kind, pacts, moment) : pacts;
  const matched = talk.dialogues ? matchDialogues(moment, moment.orders) : moment.orders;
  const spoken = speak(matched);
  const orders = talk.commitments ? commitTogether(moment, spoken) : spoken;
  return talk.pledges ? keepPledges(kind, given, moment, orders) : { orders, pledges: [], pacts };
}

/** Each kind character asks the one it fears most, by weight, for mutual restraint, while both can still pledge. */
export function offerPledges(kind: readonly boolean[], pacts: Pacts, moment: DecidedRound): Pacts {
  const { setting, world, chance } = moment;
  const n = setting.seats.length;
  const most = setting.parameters.pledgeMax;
  const barred = pacts.barred.map((rounds) => Math.max(0, rounds - 1));
  const pairs = [...pacts.pairs];
  const { threatBy } = derive(setting, world);
  const isFree = (seat: number) => barred[seat] === 0 && pledgesOf(pairs, seat) < most;
  const fear = (i: number, j: number) => num(threatBy, i * n + j) * at(setting.seats, j).weight;
  for (let i = 0; i < n; i += 1) {
    if (!at(kind, i) || !isFree(i)) continue;
    const others = setting.seats
      .map((_, j) => j)
      .filter((j) => j !== i && isFree(j) && !areBound(pairs, i, j));
    const feared = others.toSorted((a, b) => fear(i, b) - fear(i, a) || a - b)[0];
    if (feared === undefined) continue;
    const agrees = at(kind, feared)
      ? toUnits(at(world.trust, feared * n + i)) > TRUST_TO_PLEDGE
      : chance() < 0.5;
    if (agrees) pairs.push([i, feared]);
  }
  return { pairs, barred };
}

/** Matches those who ordered dialogue: the heaviest, least trusting pairs first, as many as an order may name. */
export function matchDialogues(moment: DecidedRound, orders: readonly Order[]): readonly Order[] {
  const { setting, world } = moment;
  const n = setting.seats.length;
  const callers = orders.flatMap((order, seat) => (order.action === 'dialogue' ? [seat] : []));
  const worth = ([a, b]: Pair) => {
    const mutual = at(setting.seats, a).weight * at(setting.seats, b).weight;
    return mutual * (1 - toUnits(at(world.trust, a * n + b)));
  };
  const pairs = callers.flatMap((a, k) => callers.slice(k + 1).map((b): Pair => [a, b]));
  const partners = new Map<number, number[]>(callers.map((seat) => [seat, []]));
  for (const [a, b] of pairs.toSorted((x, y) => worth(y) - worth(x))) {
    const ofA = partners.get(a) ?? [];
    const ofB = partners.get(b) ?? [];
    if (ofA.length >= maxTargets(n) || ofB.length >= maxTargets(n)) continue;
    ofA.push(b);
    ofB.push(a);
  }
  return orders.map((order, seat) => {
    const found = partners.get(seat) ?? [];
    if (found.length === 0) return order;
    return { action: 'dialogue', targets: found.map((partner) => at(setting.seats, partner).id) };
  });
}

/** In every other round, if enough want to cooperate, all of them commit at once, which crosses the regime's threshold. */
export function commitTogether(moment: DecidedRound, orders: readonly Order[]): readonly Order[] {
  const willing = orders.filter(({ action }) => familyOf[action] === 'cooperate').length;
  if (moment.round % 2 === 0 || willing < ENOUGH_TO_COMMIT * orders.length) return orders;
  return orders.map((order) => (familyOf[order.action] === 'cooperate' ? { action: 'commit' } : order));
}

/**
 * Judges pledges of restraint: no restriction of the partner and no operation against it. Kind characters spare the partner, or
 * harden if nobody is left to name; others do so half of the time and otherwise break their word, which ends the pledge and bars
 * them.
 */
export function keepPledges(
  kind: readonly boolean[],
  pacts: Pacts,
  moment: DecidedRound,
  wished: readonly Order[],
): Talked {
  const { setting, chance } = moment;
  const id = (seat: number) => at(setting.seats, seat).id;
  const barred = [...pacts.barred];
  const broken: Pair[] = [];
  const orders = wished.map((order, seat) => {
    const partners = pacts.pairs.flatMap(([a, b]) => (a === seat ? [b] : b === seat ? [a] : []));
    const hit = partners.filter((partner) => targetsOf(order).includes(id(partner)));
    if (hit.length === 0) return order;
    if (at(kind, seat) || chance() < 0.5) return sparing(order, hit.map(id));
    for (const partner of hit) broken.push([seat, partner]);
    barred[seat] = BARRED_ROUNDS;
    return order;
  });
  const breakersOf = ([a, b]: Pair) =>
    broken.filter(([breaker, partner]) => isPair([breaker, partner], a, b)).map(([breaker]) => breaker);
  const pledges = pacts.pairs.map((pair): Pledge => {
    return {
      between: [id(pair[0]), id(pair[1])],
      breachedBy: breakersOf(pair).map(id),
      public: true,
    };
  });
  return {
    orders,
    pledges,
    pacts: { pairs: pacts.pairs.filter((pair) => breakersOf(pair).length === 0), barred },
  };
}

/** The seats that an order strikes. */
function targetsOf(order: Order): readonly string[] {
  return order.action === 'restrict' || order.action === 'build-force' ? (order.targets ?? []) : [];
}

function sparing(order: Order, spared: readonly string[]): Order {
  const targets = targetsOf(order).filter((target) => !spared.includes(target));
  if (targets.length === 0) return { action: 'harden' };
  return order.action === 'build-force'
    ? { action: 'build-force', targets }
    : { action: 'restrict', targets };
}

function pledgesOf(pairs: readonly Pair[], seat: number): number {
  return pairs.filter(([a, b]) => a === seat || b === seat).length;
}

function areBound(pairs: readonly Pair[], i: number, j: number): boolean {
  return pairs.some((pair) => isPair(pair, i, j));
}

function isPair([a, b]: Pair, i: number, j: number): boolean {
  return (a === i && b === j) || (a === j && b === i);
}
