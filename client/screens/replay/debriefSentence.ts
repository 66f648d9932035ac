import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** What happened in the debrief, without the authors of words and answers. */
export const debriefSentences: Sentences<
  'debriefStepSet' | 'pulseGiven' | 'surveyAnswered' | 'reflectionWritten'
> = {
  debriefStepSet: (_view, { step }) => {
    const { replay, debrief } = words.value;
    return step === null ? replay.said.debriefRests : replay.said.debriefStep(debrief.steps[step].name);
  },
  pulseGiven: () => words.value.replay.said.pulse,
  surveyAnswered: () => words.value.replay.said.survey,
  reflectionWritten: () => words.value.replay.said.reflection,
};
