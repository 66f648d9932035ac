import { failed, ok } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { openRound } from './phases.ts';

/**
 * The round a step back leads to: the start of this one once its orders are revealed, before that the one before. Null
 * where there is none.
 */
export function stepBackTarget(phase: SessionState['phase']['name'], round: number): number | null {
  if (phase === 'lobby' || phase === 'ended') return null;
  const target = phase === 'reveal' || phase === 'review' ? round : round - 1;
  return target >= 1 ? target : null;
}

/** The host puts the world of a round's start back; a pause goes on, with the time the phase then has. */
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

/** The host gives the current phase more time, also while the clock stands. */
export function extendPhase(state: SessionState, command: CommandOf<'extendPhase'>): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  if (phase.seconds === null) return failed({ code: 'noDeadline' });
  return ok([{ type: 'phaseExtended', seconds: command.seconds }]);
}
