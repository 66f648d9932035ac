import { failed, ok } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { openRound } from './phases.ts';

/**
 * The round that a step back leads to: the current one if its orders are revealed, otherwise the one before. Null if there is
 * none.
 */
export function stepBackTarget(phase: SessionState['phase']['name'], round: number): number | null {
  if (phase === 'lobby' || phase === 'ended') return null;
  const target = phase === 'reveal' || phase === 'review' ? round : round - 1;
  return target >= 1 ? target : null;
}

/** The host steps back to the start of a round. A pause stays a pause, with the full time of the phase. */
export function stepBack(state: SessionState): Decision {
  const { phase, basis } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  const toRound = stepBackTarget(phase.name, phase.round);
  if (toRound === null) return failed({ code: 'noEarlierRound' });
  const attempt = state.attempt + 1;
  const opened = openRound(basis, toRound, attempt);
  const rewound: Event = { type: 'roundRewound', toRound, attempt };
  if (state.paused === null) return ok([rewound, ...opened]);
  const first = opened.find((event) => event.type === 'phaseOpened');
  const remainingMs = first === undefined || first.seconds === null ? null : first.seconds * 1000;
  return ok([rewound, ...opened, { type: 'sessionPaused', remainingMs }]);
}

/** The host gives the current phase more time, also during a pause. */
export function extendPhase(state: SessionState, command: CommandOf<'extendPhase'>): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  if (phase.seconds === null) return failed({ code: 'noDeadline' });
  return ok([{ type: 'phaseExtended', seconds: command.seconds }]);
}
