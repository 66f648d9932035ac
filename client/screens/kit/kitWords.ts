import { kit as en, type KitWords } from '../../text/en/kit.ts';
import { inLanguage } from '../../text/language.ts';
import { kit as zh } from '../../text/zh/kit.ts';

/** The words of the facilitator's kit in the reader's language. */
export function kitWords(): KitWords {
  return inLanguage(en, zh);
}
