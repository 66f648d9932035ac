import type { BookmarkEvent } from '#shared/session/vocabulary/bookmarks.ts';
import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** What happened in the debrief, without the authors of words and answers, and the bookmarks for it. */
export const debriefSentences: Sentences<
  | 'debriefStepSet'
  | 'whatIfProposed'
  | 'whatIfBet'
  | 'whatIfShown'
  | 'pulseGiven'
  | 'surveyAnswered'
  | 'reflectionWritten'
  | BookmarkEvent['type']
> = {
  debriefStepSet: (_view, { step }) => {
    const { replay, debrief } = words.value;
    return step === null ? replay.said.debriefRests : replay.said.debriefStep(debrief.steps[step].name);
  },
  whatIfProposed: (_view, { proposal }) => words.value.replay.said.whatIfProposed(proposal.round),
  whatIfBet: () => words.value.replay.said.whatIfBet,
  whatIfShown: () => words.value.replay.said.whatIfShown,
  pulseGiven: () => words.value.replay.said.pulse,
  surveyAnswered: () => words.value.replay.said.survey,
  reflectionWritten: () => words.value.replay.said.reflection,
  bookmarkSet: () => words.value.replay.said.bookmark,
  bookmarkNoted: () => words.value.replay.said.bookmarkNoted,
  bookmarkRemoved: () => words.value.replay.said.bookmarkRemoved,
  bookmarkShown: (_view, { shown }) => words.value.replay.said.bookmarkShown(shown),
};
