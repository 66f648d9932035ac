import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { TextRef } from '../vocabulary/textRef.ts';
import type { Note } from '../vocabulary/debrief.ts';
import { isReached } from '../vocabulary/debriefSteps.ts';
import { stepsOf } from './debriefSteps.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** The host goes to a step of the debrief, forward or back, or pauses the debrief. */
export function setDebriefStep(state: SessionState, { step }: CommandOf<'setDebriefStep'>): Decision {
  if (step !== null && !stepsOf(state).includes(step)) return failed({ code: 'nothingToShow' });
  return ok([{ type: 'debriefStepSet', step }]);
}

/** A delegate answers the survey question: before the first decision, and again once the host has come to it in the debrief. */
export function answerSurvey(
  state: SessionState,
  command: CommandOf<'answerSurvey'>,
  actor: Actor,
): Decision {
  if (!state.basis.options.survey) return failed({ code: 'noSurvey' });
  const { phase, debrief } = state;
  const when = phase.name === 'ended' ? 'after' : 'before';
  if (when === 'after' && !isReached('question', debrief.furthest))
    return failed({ code: 'debriefNotThere' });
  if (phase.name === 'briefing' && phase.round > 1) return failed({ code: 'wrongPhase' });
  return noted(state, actor, command.text, (note) => ({ type: 'surveyAnswered', when, ...note }));
}

/** A delegate says in one word how they feel. */
export function givePulse(state: SessionState, command: CommandOf<'givePulse'>, actor: Actor): Decision {
  return inDebrief(state, () =>
    noted(state, actor, command.text, (note) => ({ type: 'pulseGiven', ...note })),
  );
}

/** A delegate writes a reflection; the host reads it only with their consent. */
export function writeReflection(
  state: SessionState,
  { text, shared }: CommandOf<'writeReflection'>,
  actor: Actor,
): Decision {
  const consent = shared === true ? { shared } : {};
  return inDebrief(state, () =>
    noted(state, actor, text, (note) => ({ type: 'reflectionWritten', ...note, ...consent })),
  );
}

function inDebrief(state: SessionState, decision: () => Decision): Decision {
  return state.debrief.furthest === null ? failed({ code: 'debriefNotThere' }) : decision();
}

function noted(
  state: SessionState,
  actor: Actor,
  text: TextRef | null,
  eventOf: (note: Note) => Event,
): Decision {
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const seat = seatOfDelegate(state, actor.delegate);
  if (seat === null) return failed({ code: 'notAtTable' });
  return text === null
    ? failed({ code: 'nothingSaid' })
    : ok([eventOf({ seat, delegate: actor.delegate, text })]);
}
