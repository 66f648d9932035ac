import type { Inject, RoundEvent } from './injects.ts';
import type { SessionState } from './state.ts';

/** The events of the round being played, in the order of their effects: the drawn event, then the host's. */
export function eventsOfRound(state: SessionState): readonly RoundEvent[] {
  const { phase, event, injects } = state;
  const drawn = event === null ? [] : [{ event, number: null, text: null }];
  if (phase.name === 'lobby' || phase.name === 'ended') return drawn;
  return [...drawn, ...injects.filter(({ round }) => round === phase.round).map(asRoundEvent)];
}

function asRoundEvent({ event, number, text }: Inject): RoundEvent {
  return { event, number, text };
}

/** The host's events whose round has not been resolved: those that can still be taken back. */
export function pendingInjects({ injects, world }: SessionState): readonly Inject[] {
  return injects.filter(({ round }) => round > world.round);
}
