import { assertNever } from '#shared/lib/assertNever.ts';
import type { DebriefEvent } from '#shared/session/topics/debrief.ts';
import { words } from '../../text/language.ts';

/** What happened in the debrief, in one sentence; who gave a word or an answer is not in it. */
export function debriefSentence(event: DebriefEvent): string {
  const { replay, debrief } = words.value;
  const { said } = replay;
  switch (event.type) {
    case 'debriefStepSet':
      return event.step === null ? said.debriefRests : said.debriefStep(debrief.steps[event.step].name);
    case 'pulseGiven':
      return said.pulse;
    case 'surveyAnswered':
      return said.survey;
    case 'reflectionWritten':
      return said.reflection;
    default:
      return assertNever(event);
  }
}
