import { dispositionOf } from '../bots/dispositions.ts';
import { castChanceFor, chanceFor } from '../bots/chance.ts';
import { at } from '../lib/at.ts';
import { HOLD, type Order } from '../model/actions.ts';
import type { SessionLog } from '../log/line.ts';
import { replay } from '../log/replay.ts';
import { type DispositionId, dispositionIds } from '../session/vocabulary/actors.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { sightOf } from '../session/view.ts';
import type { Cast } from './fan.ts';

/** How well one character explains the recorded orders of a seat. */
export interface CharacterFit {
  readonly character: DispositionId;
  /** Likelihood of the recorded orders, 0 to 1. */
  readonly likelihood: number;
  /** Share of the rounds' cards that the character would have played, 0 to 1, on average over its chance. */
  readonly agreement: number;
}

/** The moment at which a round's orders were all sealed, and the orders that were then resolved. */
interface Decided {
  readonly state: SessionState;
  readonly orders: SessionState['rounds'][number]['orders'];
}

/** How often a character chooses for one estimate of its chance. */
const DRAWS = 24;
/** The same for the character that weighs every card at each choice: its chance decides little more than whom a card is for. */
const DRAWS_AHEAD = 1;
/** The share of rounds in which anybody may do anything, so that one odd card does not exclude a character. */
const SLIP = 0.03;

/**
 * For each seat in order, all characters with the one first that explains its recorded orders best: its cards, and whom they were
 * for. A statement about orders, never about a person.
 */
export function fitCharacters(log: SessionLog): readonly (readonly CharacterFit[])[] {
  return [...fitting(log)];
}

/** The same seat by seat, so that a page can show how far it is and stop. */
export function* fitting(log: SessionLog): Generator<readonly CharacterFit[]> {
  const decided = decidedRounds(log);
  const { seats } = at(replay({ header: log.header, lines: [] }).states, 0);
  for (const [seat, { id }] of seats.entries())
    yield dispositionIds
      .map((character) => fitOf(character, decided, seat, id))
      .toSorted((a, b) => b.likelihood - a.likelihood);
}

/** How far each character of a seat is the one that explains its orders, as shares of 1, in the same order. */
export function fitShares(fits: readonly CharacterFit[]): readonly number[] {
  const all = fits.reduce((sum, { likelihood }) => sum + likelihood, 0);
  return fits.map(({ likelihood }) => likelihood / all);
}

/**
 * Who goes on for people: in each continuation a character for each seat, drawn as often as it explains the seat's orders. One
 * character alone would make a fan narrower than it may be. [decision 0105]
 */
export function castBy(fits: readonly (readonly CharacterFit[])[]): Cast {
  const shares = fits.map(fitShares);
  return (run) => fits.map((seat, index) => drawnFrom(seat, at(shares, index), castChanceFor(run, index)()));
}

function drawnFrom(
  fits: readonly CharacterFit[],
  shares: readonly number[],
  place: number,
): CharacterFit['character'] {
  let seen = 0;
  const found = fits.find((_, index) => {
    seen += at(shares, index);
    return place < seen;
  });
  return (found ?? at(fits, 0)).character;
}

function fitOf(
  character: DispositionId,
  decided: readonly Decided[],
  seat: number,
  id: string,
): CharacterFit {
  let likelihood = 1;
  let agreement = 0;
  for (const { state, orders } of decided) {
    const { card, aim } = chanceOf(character, state, seat, orders[id] ?? HOLD);
    likelihood *= (SLIP + (1 - 2 * SLIP) * card) * aim;
    agreement += card;
  }
  return { character, likelihood, agreement: decided.length === 0 ? 0 : agreement / decided.length };
}

/** How likely a character was to play a card here, and, if it did, to play it for those whom it was for; each 0 to 1. */
interface OrderChance {
  readonly card: number;
  readonly aim: number;
}

function chanceOf(character: DispositionId, state: SessionState, seat: number, order: Order): OrderChance {
  const sight = sightOf(state, seat);
  const choose = dispositionOf(character);
  const most = character === 'look-ahead' ? DRAWS_AHEAD : DRAWS;
  const same = { card: 0, aim: 0 };
  let drawn = 0;
  while (drawn < most) {
    drawn += 1;
    const chance = chanceFor(drawn, sight.round, seat);
    let draws = 0;
    const chosen = choose(sight, () => {
      draws += 1;
      return chance();
    });
    if (chosen.action === order.action) same.card += 1;
    if (chosen.action === order.action && aimOf(chosen) === aimOf(order)) same.aim += 1;
    // A character that left nothing to chance would choose the same each time.
    if (draws === 0) break;
  }
  // A card that is for nobody says no more than itself.
  const aim = aimOf(order) === '' ? 1 : aimChance(same, state.seats.length - 1);
  return { card: same.card / drawn, aim };
}

/** As if each of the others had been drawn once beside what was drawn: no aim is excluded, and one that never varies counts most. */
function aimChance({ card, aim }: { readonly card: number; readonly aim: number }, others: number): number {
  return (aim + 1 / others) / (card + 1);
}

/** Whom a card is for, or what it is about, as text. */
function aimOf(order: Order): string {
  if ('targets' in order) return (order.targets ?? []).toSorted().join(' ');
  if (order.action === 'bridge')
    return JSON.stringify([order.pair?.toSorted() ?? null, order.groups ?? null]);
  return '';
}

/** The rounds that count, each just before it was resolved. */
function decidedRounds(log: SessionLog): readonly Decided[] {
  const { states } = replay(log);
  const last = at(states, states.length - 1);
  const byRound = new Map<number, Decided>();
  for (const [place, { events }] of log.lines.entries())
    for (const event of events)
      if (event.type === 'roundResolved')
        byRound.set(event.round, { state: at(states, place), orders: event.orders });
  return last.rounds.flatMap(({ round }) => byRound.get(round) ?? []);
}
