/** How many sentences the survey has; the sentences are in `client/text`. */
export const SURVEY_ITEMS = 3;
/** From 1, strongly disagree, to 5, strongly agree. */
export const SURVEY_POINTS = 5;

/** One person's answers, one a sentence, each 1 to 5. */
export type SurveyAnswers = readonly number[];

/** For each sentence, how many gave each of the five answers. */
export type SurveyCounts = readonly (readonly number[])[];

/** Answers as the text that is kept beside the log. */
export function surveyText(answers: SurveyAnswers): string {
  return answers.join(' ');
}

/** The answers in such a text; null for any other text. */
export function surveyAnswersOf(text: string): SurveyAnswers | null {
  return /^[1-5](?: [1-5]){2}$/.test(text) ? text.split(' ').map(Number) : null;
}

/** How often each answer was given. */
export function surveyCounts(all: readonly SurveyAnswers[]): SurveyCounts {
  return Array.from({ length: SURVEY_ITEMS }, (_item, item) =>
    Array.from(
      { length: SURVEY_POINTS },
      (_point, point) => all.filter((answers) => answers[item] === point + 1).length,
    ),
  );
}

/** For each sentence, how many of those who answered both times agree more, the same, and less than before. */
export type SurveyMoves = readonly { readonly more: number; readonly same: number; readonly less: number }[];

/** How people's answers moved, from pairs of answers before and after. */
export function surveyMoves(pairs: readonly (readonly [SurveyAnswers, SurveyAnswers])[]): SurveyMoves {
  return Array.from({ length: SURVEY_ITEMS }, (_item, item) => {
    const moves = pairs.map(([before, after]) => (after[item] ?? 0) - (before[item] ?? 0));
    return {
      more: moves.filter((move) => move > 0).length,
      same: moves.filter((move) => move === 0).length,
      less: moves.filter((move) => move < 0).length,
    };
  });
}
