import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';
import { screenWords } from '../support/screenWords.ts';

const guides = [
  { language: 'en', file: 'docs/first-session.md', quoted: /(?<![*\w])\*([^*]+)\*(?!\*)/g, words: en },
  { language: 'zh', file: 'docs/first-session.zh.md', quoted: /“([^”]+)”/g, words: zh },
] as const;

/** Quotations of the guides that appear on no screen of the program. */
const elsewhere: readonly string[] = ['italics', 'from this computer only'];

describe('the guide to a first session', () => {
  test.each(guides)(
    'in $language quotes only what stands on the screen',
    ({ language, file, quoted, words }) => {
      const shown = [...screenWords(words), scenarioById('archipelago')?.title[language] ?? ''];
      const quotes = [...readFileSync(file, 'utf8').matchAll(quoted)].map(([, quote = '']) => quote);
      const strange = quotes.filter(
        (quote) =>
          !elsewhere.includes(quote) &&
          !shown.some((text) => text === quote || text.startsWith(`${quote}：`)),
      );
      expect(quotes.length).toBeGreaterThan(10);
      expect(strange).toEqual([]);
    },
  );
});
