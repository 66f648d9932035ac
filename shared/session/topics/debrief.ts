import { assertNever } from '../../lib/assertNever.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { Command, CommandOf } from '../vocabulary/commands.ts';
import type { TextRef } from '../vocabulary/textRef.ts';
import { type Debrief, type Note, type NoteKind } from '../vocabulary/debrief.ts';
import { debriefSteps, isReached } from '../vocabulary/debriefSteps.ts';
import { stepsOf } from './debriefSteps.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

const commands = ['setDebriefStep', 'givePulse', 'answerSurvey', 'writeReflection'] as const;
const eventTypes = ['debriefStepSet', 'pulseGiven', 'surveyAnswered', 'reflectionWritten'] as const;

type Debriefing = CommandOf<(typeof commands)[number]>;
/** What follows from talking a session over. */
export type DebriefEvent = EventOf<(typeof eventTypes)[number]>;

type Decision = Result<readonly Event[], Refusal>;

/** Whether a command belongs to the debrief. */
export function isDebriefing(command: Command): command is Debriefing {
  return commands.some((type) => type === command.type);
}

/** Judges a command of the debrief. */
export function decideDebriefing(state: SessionState, actor: Actor, command: Debriefing): Decision {
  switch (command.type) {
    case 'setDebriefStep':
      return setDebriefStep(state, command);
    case 'givePulse':
      return inDebrief(state, () =>
        noted(state, actor, command.text, (note) => ({ type: 'pulseGiven', ...note })),
      );
    case 'writeReflection':
      return inDebrief(state, () =>
        noted(state, actor, command.text, (note) => ({
          type: 'reflectionWritten',
          ...note,
          ...(command.shared === true ? { shared: true } : {}),
        })),
      );
    case 'answerSurvey':
      return answerSurvey(state, actor, command);
    default:
      return assertNever(command);
  }
}

/** The host goes to a step, back or forth, or lets the debrief rest. */
function setDebriefStep(state: SessionState, { step }: CommandOf<'setDebriefStep'>): Decision {
  if (step !== null && !stepsOf(state).includes(step)) return failed({ code: 'nothingToShow' });
  return ok([{ type: 'debriefStepSet', step }]);
}

/** The same question before the first decision and in the debrief, once the host has come to it. */
function answerSurvey(state: SessionState, actor: Actor, command: CommandOf<'answerSurvey'>): Decision {
  if (!state.basis.options.survey) return failed({ code: 'noSurvey' });
  const { phase, debrief } = state;
  const when = phase.name === 'ended' ? 'after' : 'before';
  if (when === 'after' && !isReached('question', debrief.furthest))
    return failed({ code: 'debriefNotThere' });
  if (phase.name === 'briefing' && phase.round > 1) return failed({ code: 'wrongPhase' });
  return noted(state, actor, command.text, (note) => ({ type: 'surveyAnswered', when, ...note }));
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

/** Whether an event belongs to the debrief. */
export function isDebriefEvent(event: Event): event is DebriefEvent {
  return eventTypes.some((type) => type === event.type);
}

/** Folds an event of the debrief. */
export function foldDebrief(state: SessionState, event: DebriefEvent): SessionState {
  const { debrief } = state;
  switch (event.type) {
    case 'debriefStepSet':
      return {
        ...state,
        debrief: { ...debrief, step: event.step, furthest: furthestOf(debrief, event.step) },
      };
    case 'pulseGiven':
      return withNote(state, 'pulses', event);
    case 'surveyAnswered':
      return withNote(state, event.when, event);
    case 'reflectionWritten':
      return withNote(state, 'reflections', event);
    default:
      return assertNever(event);
  }
}

function furthestOf({ furthest }: Debrief, step: Debrief['step']): Debrief['furthest'] {
  if (step === null || furthest === null) return step ?? furthest;
  return debriefSteps.indexOf(step) > debriefSteps.indexOf(furthest) ? step : furthest;
}

/** A later note of the same person takes the place of the earlier one. */
function withNote(state: SessionState, kind: NoteKind, { seat, delegate, text, shared }: Note): SessionState {
  const note: Note = { seat, delegate, text, ...(shared === true ? { shared } : {}) };
  const others = state.debrief[kind].filter((other) => other.delegate !== delegate);
  return { ...state, debrief: { ...state.debrief, [kind]: [...others, note] } };
}
