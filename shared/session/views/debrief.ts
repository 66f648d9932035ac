import type { BetWay, DebriefWhatIf, Note } from '../vocabulary/debrief.ts';
import { isReached, LEAST_TOGETHER } from '../vocabulary/debriefSteps.ts';
import { stepsOf } from '../topics/debriefSteps.ts';
import { isCancelled } from '../topics/ending.ts';
import {
  surveyAnswersOf,
  type SurveyAnswers,
  type SurveyCounts,
  surveyCounts,
  type SurveyMoves,
  surveyMoves,
} from '../vocabulary/survey.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { shownBookmarks } from './bookmarks.ts';
import type { DebriefView, WhatIfView } from './debriefView.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';

/**
 * The debrief as everybody sees it: the host's step, and what people gave, only in sum. Words are sorted alphabetically and
 * answers counted; both appear once the host has come to them and only from three people up. Null before the end and for a
 * cancelled session.
 */
export function debriefOf(state: SessionState, textOf: TextOf): DebriefView | null {
  if (state.phase.name !== 'ended' || isCancelled(state)) return null;
  const { step, furthest, pulses, before, after, reflections, whatIf } = state.debrief;
  const showsAnswers = isReached('answers', furthest);
  return {
    steps: stepsOf(state),
    step,
    furthest,
    whatIf: whatIf === undefined ? null : whatIfView(whatIf),
    given: {
      pulses: pulses.length,
      before: before.length,
      after: after.length,
      reflections: reflections.length,
    },
    words: isReached('words', furthest) ? wordsOf(pulses, textOf) : [],
    before: showsAnswers ? countsOf(before, textOf) : null,
    after: showsAnswers ? countsOf(after, textOf) : null,
    moved: showsAnswers ? movesOf(before, after, textOf) : null,
    bookmarks: shownBookmarks(state, textOf),
  };
}

function whatIfView({ proposal, bets, isShown }: DebriefWhatIf): WhatIfView {
  const count = (way: BetWay): number => bets.filter((bet) => bet.way === way).length;
  const [up, same, down] = [count('up'), count('same'), count('down')];
  return { ...proposal, betters: bets.length, bets: isShown ? { up, same, down } : null };
}

function wordsOf(pulses: readonly Note[], textOf: TextOf): readonly string[] {
  const words = textsOf(pulses, textOf);
  return words.length < LEAST_TOGETHER ? [] : words.toSorted();
}

function countsOf(notes: readonly Note[], textOf: TextOf): SurveyCounts | null {
  const all = notes.map((note) => answersIn(note, textOf)).filter((answers) => answers !== null);
  return all.length < LEAST_TOGETHER ? null : surveyCounts(all);
}

/** Pairs of answers of the same person; fewer than three would say too much about each. */
function movesOf(before: readonly Note[], after: readonly Note[], textOf: TextOf): SurveyMoves | null {
  const pairs = after.flatMap((note): (readonly [SurveyAnswers, SurveyAnswers])[] => {
    const earlier = before.find(({ delegate }) => delegate === note.delegate);
    const [was, is] = [earlier === undefined ? null : answersIn(earlier, textOf), answersIn(note, textOf)];
    return was === null || is === null ? [] : [[was, is]];
  });
  return pairs.length < LEAST_TOGETHER ? null : surveyMoves(pairs);
}

function answersIn({ text }: Note, textOf: TextOf): SurveyAnswers | null {
  const words = textOf(text.id);
  return words === null ? null : surveyAnswersOf(words);
}

function textsOf(notes: readonly Note[], textOf: TextOf): readonly string[] {
  return notes.flatMap(({ text }) => textOf(text.id) ?? []);
}
