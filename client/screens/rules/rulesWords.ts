import { rules as en, type RulesWords } from '../../text/en/rules.ts';
import { inLanguage } from '../../text/language.ts';
import { rules as zh } from '../../text/zh/rules.ts';

/** The words of the page of rules in the reader's language. */
export function rulesWords(): RulesWords {
  return inLanguage(en, zh);
}
