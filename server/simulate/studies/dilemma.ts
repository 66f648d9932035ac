import { at } from '#shared/lib/at.ts';
import { type ActionId, actionIds, HOLD, type Order } from '#shared/model/actions.ts';
import { resolveBare } from '#shared/model/resolve.ts';
import { planRound } from '#shared/model/rules/moves.ts';
import type { SeatId, Setting, World } from '#shared/model/world.ts';
import { deckOf } from '#shared/session/topics/deck.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { meanOf, pointsOf } from '#shared/simulation/outcome.ts';
import { aimedOrder } from './aimed.ts';
import type { Lab, Stand } from './lab.ts';
import { fileStem, type StudyReport, shareText, signedText } from './report.ts';

/** Rounds over which the effect of an order is followed; fewer if the plan has fewer. */
const FOLLOWED = 5;

type Orders = Readonly<Record<SeatId, Order>>;

/** The effect of one card that a state plays once instead of holding: means over the states that can play it. */
export interface CardEffect {
  readonly name: string;
  readonly states: number;
  /** Points of the state itself, and of all states together. */
  readonly own: number;
  readonly everybody: number;
  /** The share of states that gain from it. */
  readonly gaining: number;
}

/** What the others do in the round of the order. */
type Company = 'hold' | 'answer' | 'commit';

const cards: readonly (readonly [name: string, action: ActionId, company: Company])[] = [
  ...actionIds
    .filter((action) => action !== 'hold')
    .map((action): readonly [string, ActionId, Company] => [action, action, 'hold']),
  ['dialogue, answered', 'dialogue', 'answer'],
  ['commit, all others too', 'commit', 'commit'],
];

/** Measures every card from the opening of a table: one order in the first round, then everybody holds. [model E] */
export function deedsAt(setting: Setting, world: World): readonly CardEffect[] {
  return cards
    .map(([name, action, company]) => deedOf(setting, world, name, action, company))
    .filter(({ states }) => states > 0);
}

function deedOf(
  setting: Setting,
  world: World,
  name: string,
  action: ActionId,
  company: Company,
): CardEffect {
  const effects = setting.seats.flatMap((_, seat) => {
    const order = orderOf(setting, world, seat, action);
    return order === null ? [] : [effectOf(setting, world, seat, order, company)];
  });
  return {
    name,
    states: effects.length,
    own: meanOf(effects.map(({ own }) => own)),
    everybody: meanOf(effects.map(({ everybody }) => everybody)),
    gaining: effects.filter(({ own }) => own > 0).length / Math.max(1, effects.length),
  };
}

/** The order of a card open to a state, with the targets that bots would choose; null if the card has no use now. */
function orderOf(setting: Setting, world: World, seat: number, action: ActionId): Order | null {
  const { open } = deckOf(setting, true, world, 1, seat);
  return open.includes(action) ? aimedOrder({ setting, world, lastOrders: null }, seat, action) : null;
}

function effectOf(setting: Setting, world: World, seat: number, order: Order, company: Company) {
  const id = at(setting.seats, seat).id;
  const among = companyOf(setting, order, id, company);
  // Nobody answers a state that holds.
  const without = company === 'commit' ? among : {};
  const acted = pointsAfter(setting, world, { ...among, [id]: order });
  const held = pointsAfter(setting, world, { ...without, [id]: HOLD });
  const gains = acted.map((points, k) => points - at(held, k));
  return { own: at(gains, seat), everybody: gains.reduce((sum, gain) => sum + gain, 0) };
}

function companyOf({ seats }: Setting, order: Order, seat: SeatId, company: Company): Orders {
  const others = seats.map(({ id }) => id).filter((id) => id !== seat);
  if (company === 'commit') return Object.fromEntries(others.map((id) => [id, { action: 'commit' }]));
  if (company === 'hold' || order.action !== 'dialogue') return {};
  return Object.fromEntries(order.targets.map((id) => [id, { action: 'dialogue', targets: [seat] }]));
}

/** Points of every state over the followed rounds; operations count by their expected effect. */
function pointsAfter(setting: Setting, opening: World, first: Orders): readonly number[] {
  const rounds = Math.min(FOLLOWED, setting.parameters.rounds);
  let world = opening;
  for (let round = 0; round < rounds; round += 1) {
    const input = { seed: 0, orders: round === 0 ? first : {}, events: [], pledges: [], recognitions: [] };
    ({ world } = resolveBare(setting, world, planRound(setting, input, 'expected')));
  }
  return world.score.map((score, seat) => pointsOf(score - at(opening.score, seat)));
}

/** `simulate dilemma`: what every card gives the state that plays it, and all states together. Plays no games. */
export async function studyDilemma(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const measured = stands.map((stand) => {
    const { setting, world } = openingTableOf(stand.table, lab.seed);
    return { stand, deeds: deedsAt(setting, world) };
  });
  return {
    title: 'The dilemma',
    about: [
      `One order in the first round instead of holding, from the opening, followed over ${FOLLOWED} rounds or those of the plan if fewer; all others hold and there are no events.`,
      'Own: points of the state that plays it; everybody: points of all states together; gaining: share of the states that gain by it.',
    ],
    tables: measured.map(({ stand, deeds }) => ({
      id: fileStem('dilemma', stand.name),
      title: stand.name,
      head: ['card', 'states', 'own', 'everybody', 'gaining'],
      rows: deeds.map(({ name, states, own, everybody, gaining }) => {
        return [name, String(states), signedText(own, 1), signedText(everybody, 1), shareText(gaining)];
      }),
    })),
    charts: measured.map(({ stand, deeds }) => ({
      kind: 'bars',
      id: fileStem('dilemma', stand.name),
      title: `What a card brings the state that plays it, ${stand.name}`,
      xLabel: 'points',
      bars: deeds.map(({ name, own }) => ({ name, value: own })),
    })),
  };
}
