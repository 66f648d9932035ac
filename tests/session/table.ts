import { decide } from '#shared/session/decide.ts';
import { evolve } from '#shared/session/evolve.ts';
import { initialState, planSession } from '#shared/session/open.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { Event } from '#shared/session/vocabulary/events.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';

export const host: Actor = { kind: 'host', host: 'h' };
export const clock: Actor = { kind: 'clock' };
export const server: Actor = { kind: 'server' };

/** The person at a seat in these tests. */
export function delegateOf(seat: string): Actor {
  return { kind: 'delegate', delegate: `person-${seat}`, seat };
}

/** A table of the six-state scenario before anybody has joined. */
export function emptyTable(options: Partial<SessionOptions> = {}): SessionState {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('archipelago is missing');
  return initialState(
    planSession({
      scenario,
      seed: 7,
      options: { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true, ...options },
    }),
  );
}

/** Folds a command that must be accepted. */
export function after(state: SessionState, actor: Actor, command: Command): SessionState {
  return eventsOf(state, actor, command).reduce(evolve, state);
}

/** The events of a command that must be accepted. */
export function eventsOf(state: SessionState, actor: Actor, command: Command): readonly Event[] {
  const decision = decide(state, actor, command);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.failure)}`);
  return decision.value;
}

/** The refusal of a command that must be refused. */
export function refusalOf(state: SessionState, actor: Actor, command: Command): Refusal {
  const decision = decide(state, actor, command);
  if (decision.ok) throw new Error('accepted');
  return decision.failure;
}

/** A table with one person at every seat. */
export function fullTable(options: Partial<SessionOptions> = {}): SessionState {
  return emptyTable(options).seats.reduce(
    (state, { id }) =>
      after(state, delegateOf(id), { type: 'takeSeat', seat: id, delegate: `person-${id}`, name: null }),
    emptyTable(options),
  );
}

/** A full table in the decision phase of its first round. */
export function decidingTable(options: Partial<SessionOptions> = {}): SessionState {
  let state = after(fullTable(options), host, { type: 'startSession' });
  while (state.phase.name !== 'decision') state = after(state, host, { type: 'closePhase', because: 'host' });
  return state;
}
