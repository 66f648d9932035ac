import { bridgeOrder, capacityTargets, dialogueTargets, restrictTargets } from '../../shared/bots/aims.ts';
import { unconditionalCooperator } from '../../shared/bots/cooperators.ts';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { type Mix, mixes } from '../../shared/bots/mixes.ts';
import type { Chance, Disposition, Sight } from '../../shared/session/views/sight.ts';
import { at } from '../../shared/lib/at.ts';
import { HOLD, type Order } from '../../shared/model/actions.ts';
import { maxTargets } from '../../shared/model/legality.ts';
import type { SeatId } from '../../shared/model/world.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';
import type { DecidedRound } from '../../shared/simulation/playGame.ts';
import { readingAt, type Script, steady } from './lab.ts';

/**
 * Orders with fixed probabilities, whatever others do: shows what the rules do if nobody adapts. It depends only on its random
 * numbers, so both arms of an experiment give the same orders.
 */
export const neutral: Disposition = (sight, chance) => {
  const x = chance();
  if (x < 0.16) return { action: 'commit' };
  if (x < 0.28) return { action: 'dialogue', targets: anybody(sight, chance) };
  if (x < 0.33) return { action: 'open-standards' };
  if (x < 0.36) return { action: 'build-capacity', targets: anybody(sight, chance) };
  if (x < 0.58) return { action: 'harden' };
  if (x < 0.64) return { action: 'localize' };
  if (x < 0.69) return { action: 'restrict', targets: anybody(sight, chance) };
  if (x < 0.72) return { action: 'build-force' };
  return x < 0.76 ? { action: 'roll-back' } : HOLD;
};

/** As many other seats as an order may name, drawn at random. */
function anybody({ seats, seat }: Sight, chance: Chance): readonly SeatId[] {
  const others = seats.filter((_, index) => index !== seat);
  const first = Math.floor(chance() * others.length);
  return Array.from({ length: maxTargets(seats.length) }, (_, k) => at(others, (first + k) % others.length));
}

/** The mix by the shares found among people, and one with a quarter self-interested. */
export const people: Mix = mixes.HUMAN;
export const quarterSelfish: Mix = mixes.MIX25;

/** Conditional cooperators with a share of worst-case planners. */
export function wary(planners: number): Mix {
  return [
    { disposition: 'conditional-cooperator', share: 1 - planners },
    { disposition: 'worst-case-planner', share: planners },
  ];
}

/** A mix that lets the process slide at first: planners, free riders and conditional cooperators. */
export const sliding: Mix = [
  { disposition: 'worst-case-planner', share: 0.35 },
  { disposition: 'conditional-cooperator', share: 0.45 },
  { disposition: 'free-rider', share: 0.2 },
];

/** Lets everybody cooperate unconditionally after this many rounds. */
export function turningAfter(rounds: number): (character: DispositionId | Disposition) => Disposition {
  return (character) => (sight, chance) => {
    if (sight.round > rounds) return unconditionalCooperator(sight, chance);
    return (typeof character === 'string' ? dispositionOf(character) : character)(sight, chance);
  };
}

/** Restricts the target that a bot in this seat would restrict. */
export const restrictLikeABot: Script = (moment, seat) =>
  restriction(restrictTargets(readingAt(moment, seat)));

/** Opens a dialogue with the partner that a bot in this seat would choose. */
export const talkLikeABot: Script = (moment, seat) => {
  return { action: 'dialogue', targets: dialogueTargets(readingAt(moment, seat), steady) };
};

/** Builds the capacity of the state that a bot in this seat would help. */
export const helpLikeABot: Script = (moment, seat) => {
  return { action: 'build-capacity', targets: capacityTargets(readingAt(moment, seat), steady) };
};

/** Brings together the states that a bot in this seat would. */
export const mediateLikeABot: Script = (moment, seat) => bridgeOrder(readingAt(moment, seat), steady);

/** Lets every k-th seat in turn act, so that one k-th of all orders are of this kind. */
export function oneIn(k: number, script: Script): Script {
  return (moment, seat) => (turnOf(moment, seat) % k === 0 ? script(moment, seat) : null);
}

/** Always the same order. */
export function always(order: Order): Script {
  return () => order;
}

/** Seat and round counted together, so that turns move around the table. */
export function turnOf({ round }: DecidedRound, seat: number): number {
  return seat + round - 1;
}

function restriction(targets: readonly string[]): Order {
  return targets.length === 0 ? HOLD : { action: 'restrict', targets };
}
