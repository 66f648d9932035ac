import { beforeAll, describe, expect, it } from 'vitest';
import { cited } from '../../client/panels/events/cited.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { paperMechanisms } from '../../shared/paper/mechanisms.ts';
import { scenarioById, scenarioIds } from '../../shared/scenario/packs.ts';

beforeAll(async () => {
  await fetchWords('en');
  await fetchWords('zh');
});

const sources = [...scenarioIds.flatMap((id) => scenarioById(id)?.events ?? []), ...paperMechanisms].map(
  ({ source }) => source,
);

describe('a source as people read it', () => {
  it('is Chinese for a Chinese reader: no English word but names and addresses', () => {
    chooseLanguage('zh');
    for (const source of sources) {
      const shown = cited(source);
      expect(shown).toMatch(/\p{Script=Han}/u);
      expect(shown).not.toMatch(/invented|sizes|confidence|compare|signed|report|cai-zhang/);
    }
  });

  it('names the paper and its works by their authors', () => {
    chooseLanguage('en');
    expect(cited({ en: 'cai-zhang §2.1; [buchanan-2016]', zh: '—' })).toMatch(/^Cai.*§2\.1; Buchanan 2016$/);
  });

  it('is the one text that an older pack has', () => {
    chooseLanguage('zh');
    expect(cited('a plain text')).toBe('a plain text');
  });
});
