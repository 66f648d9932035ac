import { analysis as en, type AnalysisWords } from '../../../text/en/analysis.ts';
import { inLanguage } from '../../../text/language.ts';
import { analysis as zh } from '../../../text/zh/analysis.ts';

/** The words of the analysis in the reader's language. */
export function analysisWords(): AnalysisWords {
  return inLanguage(en, zh);
}
