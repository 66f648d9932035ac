import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import { quiz as en, type QuizWords } from '../../text/en/quiz.ts';
import { inLanguage } from '../../text/language.ts';
import { ruleNumbers } from '../../text/ruleNumbers.ts';
import { quiz as zh } from '../../text/zh/quiz.ts';

/** The numbers in the explanations, read from the engine. */
export const quizNumbers = ruleNumbers(REFERENCE_PARAMETERS);

/** The words of the rules check in the reader's language. */
export function quizWords(): QuizWords {
  return inLanguage(en, zh);
}
