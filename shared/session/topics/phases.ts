import { failed, ok } from '../../lib/result.ts';
import { castEvent, drawEvent } from '../../model/chance.ts';
import { referenceDeck } from '../../model/eventDeck.ts';
import { agreementsAtReveal } from './agreements/atReveal.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event } from '../vocabulary/events.ts';
import { type RoundPhase, roundPhases } from '../vocabulary/phases.ts';
import { attemptSeed } from './round.ts';
import { lastRoundOf } from '../vocabulary/lastRound.ts';
import type { SessionBasis, SessionState } from '../vocabulary/state.ts';
import { endOfSession } from './ending.ts';
import { sealedAtDeadline } from './drafts.ts';
import { resolveSealed } from './resolution.ts';
import { foldAtReveal } from '../folds/agreements.ts';
import { ordersSealed } from '../folds/orders.ts';
import { roundResolved } from '../folds/resolution.ts';

/** The session leaves the lobby once every seat has a person or a bot. */
export function startSession(state: SessionState): Decision {
  if (state.seats.some((seat) => seat.delegates.length === 0 && seat.bot === null)) {
    return failed({ code: 'seatsEmpty' });
  }
  return ok([{ type: 'sessionStarted' }, ...openRound(state.basis, 1, 0)]);
}

/** A phase ends and the next one opens; the end of the decisions resolves the round. */
export function closePhase(state: SessionState, command: CommandOf<'closePhase'>): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  if (command.because === 'allSealed' && phase.name !== 'decision') return failed({ code: 'wrongPhase' });
  const closed: Event = { type: 'phaseClosed', phase: phase.name, because: command.because };
  if (phase.name !== 'decision') return ok([closed, ...whatFollows(state, phase.name, phase.round)]);
  const late = sealedAtDeadline(state);
  const full = late.reduce(ordersSealed, state);
  const resolved = resolveSealed(full);
  const after = roundResolved(full, resolved);
  const judged = agreementsAtReveal(full, resolved.orders);
  return ok([
    ...late,
    closed,
    resolved,
    ...judged,
    ...whatFollows(judged.reduce(foldAtReveal, after), 'decision', phase.round),
  ]);
}

function whatFollows(state: SessionState, phase: RoundPhase, round: number): readonly Event[] {
  const next = phasesOf(state.basis, round)[phasesOf(state.basis, round).indexOf(phase) + 1];
  if (next !== undefined) return [openPhase(state.basis, round, next)];
  if (round >= lastRoundOf(state.basis)) return [endOfSession(state, 'lastRound')];
  return openRound(state.basis, round + 1, state.attempt);
}

/** Opens a round with its events. After a step back the attempt stays with the rounds that follow. */
export function openRound(basis: SessionBasis, round: number, attempt: number): readonly Event[] {
  const event = eventFor(basis, round, attempt);
  const [first] = phasesOf(basis, round);
  const opened: Event = { type: 'roundOpened', round, attempt, event };
  return first === undefined ? [opened] : [opened, openPhase(basis, round, first)];
}

/** What happens in a round: what is drawn, unless a branch says otherwise. */
function eventFor({ setting, seed, otherEvents = [] }: SessionBasis, round: number, attempt: number) {
  const dice = attemptSeed(seed, attempt);
  const other = otherEvents.find((one) => one.round === round);
  if (other === undefined) return drawEvent(setting, dice, round);
  const found = (setting.deck ?? referenceDeck).find(({ id }) => id === other.event);
  return found === undefined ? null : castEvent(setting, found, dice, round);
}

function openPhase(basis: SessionBasis, round: number, phase: RoundPhase): Event {
  return { type: 'phaseOpened', phase, round, seconds: secondsOf(basis, round, phase) };
}

/** Practice has no clock, no briefing, no talk and no review: only decision and reveal. */
function phasesOf(basis: SessionBasis, round: number): readonly RoundPhase[] {
  if (basis.options.practice) return ['decision', 'reveal'];
  return roundPhases.filter((phase) => secondsOf(basis, round, phase) !== 0);
}

function secondsOf(basis: SessionBasis, round: number, phase: RoundPhase): number | null {
  if (basis.options.practice) return null;
  const extra = round === 1 && phase === 'negotiation' ? basis.plan.firstRoundExtraSeconds : 0;
  return basis.plan.seconds[phase] + extra;
}
