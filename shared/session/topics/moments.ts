import { at } from '../../lib/at.ts';
import { HOLD } from '../../model/actions.ts';
import { MICRO } from '../../model/micro.ts';
import { dialEffects } from '../../model/orderEffects.ts';
import type { Stage } from '../../model/world.ts';
import { agreedIfHeld } from './agreements/atReveal.ts';
import type { MomentRecord, MomentKind } from '../vocabulary/events.ts';
import { inputOf } from './round.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** How many moments an ending shows. */
export const MOMENTS = 3;
/** How many orders each moment shows as evidence. */
const WITNESSES = 3;
/** Most orders weighed for a moment, heaviest seats first: a table of forty would otherwise resolve 123 more rounds. */
const WEIGHED = 12;

/** The moments of a session worth talking about: at most three, of different rounds, in the order of the rounds. */
export function momentsOf(state: SessionState): readonly MomentRecord[] {
  const picked = new Map<number, MomentKind>();
  for (const [kind, round] of candidates(state)) {
    if (picked.size < MOMENTS && !picked.has(round)) picked.set(round, kind);
  }
  return [...picked]
    .toSorted(([a], [b]) => a - b)
    .map(([round, kind]) => momentOfRound(state, at(state.rounds, round - 1), kind));
}

function candidates(state: SessionState): readonly (readonly [MomentKind, number])[] {
  const rounds = state.rounds.map((record) => ({ round: record.round, turn: turnOf(state, record) }));
  const byTurn = rounds.toSorted((a, b) => a.turn - b.turn || a.round - b.round);
  const fall = byTurn[0];
  const rise = byTurn[byTurn.length - 1];
  const threshold = state.basis.setting.parameters.pStar * MICRO;
  const grew = state.rounds.find((record) => record.participation >= threshold);
  const found: (readonly [MomentKind, number])[] = stageTurns(state);
  if (fall !== undefined && fall.turn < 0) found.push(['steepestFall', fall.round]);
  if (rise !== undefined && rise.turn > 0) found.push(['steepestRise', rise.round]);
  if (grew !== undefined) found.push(['commonRulesGrew', grew.round]);
  if (rounds.length > 0) found.push(['firstRound', 1]);
  return found;
}

function stageTurns(state: SessionState): (readonly [MomentKind, number])[] {
  const turns: (readonly [MomentKind, number])[] = [];
  for (const { round } of state.rounds) {
    const before = at(state.roundStarts, round - 1);
    const stage = stageAfter(state, round);
    if (before.locked && stage === 'selection') turns.push(['lockOpened', round]);
    else if (stage !== before.stage && (stage === 'governance' || stage === 'predicament')) {
      turns.push(['stageReached', round]);
    }
  }
  return turns;
}

function stageAfter(state: SessionState, round: number): Stage {
  return (state.roundStarts[round] ?? state.world).stage;
}

/** How far the dial moved in a round, in micro-units. */
function turnOf(state: SessionState, record: RoundRecord): number {
  const before = state.rounds[record.round - 2]?.indicators ?? state.openingIndicators;
  return record.indicators.direction - before.direction;
}

/** A round as a moment, with the orders that moved the dial most. */
export function momentOfRound(state: SessionState, record: RoundRecord, kind: MomentKind): MomentRecord {
  const { setting } = state.basis;
  const before = at(state.roundStarts, record.round - 1);
  const input = inputOf(state.basis, record);
  const weighed = setting.seats
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ id }) => ({ seat: id, order: record.orders[id] ?? HOLD }))
    .filter(({ order }) => order.action !== 'hold')
    .slice(0, WEIGHED);
  const effectOf = dialEffects(setting, before, input, record.indicators.direction);
  const effects = weighed.map(({ seat, order }) => {
    const effect = effectOf(seat, agreedIfHeld(state, record, before, seat));
    return { seat, order, effect };
  });
  const seats = effects.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, WITNESSES);
  return {
    round: record.round,
    kind,
    direction: turnOf(state, record),
    stage: stageAfter(state, record.round),
    seats,
  };
}
