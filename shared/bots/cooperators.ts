import { familyOf, type Order } from '../model/actions.ts';
import { toUnits } from '../model/micro.ts';
import { byDraw, choose } from './choose.ts';
import {
  activeCamp,
  hitBy,
  idOf,
  isInGroup,
  meanTrust,
  ownRestrictions,
  quantityOf,
  type Reading,
  readingOf,
  threatFelt,
  weightOf,
} from './reading.ts';
import type { Chance, Disposition } from '../session/views/sight.ts';

/** Cooperates whatever the others do: the naive strategy of the repeated dilemma. [axelrod-1984] [model D.8] */
export const unconditionalCooperator: Disposition = (sight, chance) => {
  return mixOfCooperation(readingOf(sight), chance);
};

/**
 * Answers a blow with a blow only about one time in three and cooperates otherwise, so that a mistake does not become a feud.
 * [nowak-sigmund-1992] [model D.8]
 */
export const generousReciprocator: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  const hitters = hitBy(reading);
  if (hitters.length > 0 && chance() < 0.35) return answerInKind(reading, chance, hitters);
  return mixOfCooperation(reading, chance);
};

/**
 * Cooperates the more, the more it trusts, the more the others did and the safer it feels; strikes back mostly when hit. About
 * half of the people in public-goods experiments are of this kind. [fischbacher-2001] [model D.8]
 */
export const conditionalCooperator: Disposition = (sight, chance) => {
  const reading = readingOf(sight);
  const hitters = hitBy(reading);
  if (hitters.length > 0 && chance() < 0.65) return answerInKind(reading, chance, hitters);
  const willing =
    0.62 +
    1.9 * (meanTrust(reading) - 0.47) +
    1.3 * (cooperationShare(reading) - 0.45) -
    1.9 * (threatFelt(reading) - 0.29);
  if (chance() < willing) return mixOfCooperation(reading, chance);
  const draw = chance();
  if (!isInGroup(reading) && draw < 0.25) return choose(reading, chance, 'join-functional');
  const wanted = byDraw(
    draw,
    [
      [0.5, 'harden'],
      [0.6, 'hold'],
      [0.74, 'localize'],
      [0.88, 'join-exclusive'],
    ],
    'restrict',
  );
  return choose(reading, chance, wanted);
};

/**
 * Which of the three terms weighs most against the cooperation of a conditional cooperator: trust, what the others did, or its
 * fear.
 */
export function unwillingBecause(reading: Reading): 'trust' | 'othersFirst' | 'threat' {
  const trust = 1.9 * (meanTrust(reading) - 0.47);
  const others = 1.3 * (cooperationShare(reading) - 0.45);
  const calm = 1.9 * (0.29 - threatFelt(reading));
  const least = Math.min(trust, others, calm);
  if (least === trust) return 'trust';
  return least === others ? 'othersFirst' : 'threat';
}

/** What a cooperative state does: first take back its own measures, then mostly commit and talk. [model D.8] */
function mixOfCooperation(reading: Reading, chance: Chance): Order {
  if (wantsToRollBack(reading, chance)) return choose(reading, chance, 'roll-back');
  if (isInDeepCamp(reading) && chance() < 0.25) return choose(reading, chance, 'open-bloc');
  const wanted = byDraw(
    chance(),
    [
      [0.42, 'commit'],
      [0.67, 'dialogue'],
      [0.82, 'open-standards'],
      [0.92, quantityOf(reading, 'development', reading.me) > 0.5 ? 'build-capacity' : 'open-standards'],
    ],
    'bridge',
  );
  return choose(reading, chance, wanted);
}

function wantsToRollBack(reading: Reading, chance: Chance): boolean {
  if (ownRestrictions(reading) > 0.04 && chance() < 0.4) return true;
  const { me } = reading;
  const walled = quantityOf(reading, 'localization', me) > 0.25;
  const armed = quantityOf(reading, 'force', me) > 0.3;
  return (walled || armed) && chance() < 0.3;
}

function isInDeepCamp(reading: Reading): boolean {
  const camp = activeCamp(reading);
  return camp !== null && toUnits(camp.depth) > 0.3;
}

function answerInKind(reading: Reading, chance: Chance, hitters: readonly number[]): Order {
  if (!reading.sight.open.includes('restrict')) return choose(reading, chance, 'harden');
  const targets = hitters.slice(0, reading.reach).map((seat) => idOf(reading, seat));
  return { action: 'restrict', targets };
}

/** Share of the world, by weight, that cooperated in the last round; half before the first. Moderate acts count in part. */
function cooperationShare(reading: Reading): number {
  const orders = reading.sight.lastOrders;
  if (orders === null) return 0.5;
  const total = orders.reduce((sum, order, seat) => sum + weightOf(reading, seat) * kindness(order), 0);
  return total / reading.n;
}

function kindness(order: Order): number {
  if (familyOf[order.action] === 'cooperate' || order.action === 'roll-back') return 1;
  return order.action === 'join-functional' || order.action === 'harden' ? 0.4 : 0;
}
