import { dispositionOf } from '../bots/dispositions.ts';
import { chanceFor } from '../bots/chance.ts';
import { at } from '../lib/at.ts';
import { HOLD } from '../model/actions.ts';
import type { SessionLog } from '../log/line.ts';
import { replay } from '../log/replay.ts';
import { type DispositionId, dispositionIds } from '../session/vocabulary/actors.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { sightOf } from '../session/view.ts';

/** How well one character explains the recorded orders of a seat. */
export interface CharacterFit {
  readonly character: DispositionId;
  /** Likelihood of the recorded cards, 0 to 1. */
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
const DRAWS = 12;
/** The same for the character that weighs every card at each choice: its chance decides little more than whom a card is for. */
const DRAWS_AHEAD = 1;
/** The share of rounds in which anybody may do anything, so that one odd card does not exclude a character. */
const SLIP = 0.03;

/**
 * For each seat in order, all characters with the one first that explains its recorded cards best. It compares cards, not whom they
 * are for: a statement about orders, never about a person.
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

function fitOf(
  character: DispositionId,
  decided: readonly Decided[],
  seat: number,
  id: string,
): CharacterFit {
  let likelihood = 1;
  let agreement = 0;
  for (const { state, orders } of decided) {
    const share = shareOfCard(character, state, seat, (orders[id] ?? HOLD).action);
    likelihood *= SLIP + (1 - 2 * SLIP) * share;
    agreement += share;
  }
  return { character, likelihood, agreement: decided.length === 0 ? 0 : agreement / decided.length };
}

/** How often the character would play that card here, 0 to 1. */
function shareOfCard(character: DispositionId, state: SessionState, seat: number, action: string): number {
  const sight = sightOf(state, seat);
  const choose = dispositionOf(character);
  const most = character === 'look-ahead' ? DRAWS_AHEAD : DRAWS;
  let same = 0;
  for (let draw = 0; draw < most; draw += 1) {
    const chance = chanceFor(draw + 1, sight.round, seat);
    let draws = 0;
    const order = choose(sight, () => {
      draws += 1;
      return chance();
    });
    const isSame = order.action === action;
    // A character that left nothing to chance would choose the same each time.
    if (draws === 0) return isSame ? 1 : 0;
    if (isSame) same += 1;
  }
  return same / most;
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
