import { describe, expect, test } from 'vitest';
import { orderFaults } from '#shared/model/legality.ts';
import { tableRefusals } from '#shared/session/vocabulary/refusals.ts';
import { apiErrorCodes } from '#shared/wire/apiErrors.ts';
import { en } from '../../client/text/en.ts';
import { firstLanguage } from '../../client/text/language.ts';
import { clock, listEn, listZh, points, signedPoints, wholePoints } from '../../client/text/number.ts';
import { zh } from '../../client/text/zh.ts';

describe('words', () => {
  test('both languages say the same things: same keys, same kinds', () => {
    expect(shapeOf(zh)).toEqual(shapeOf(en));
  });

  test('no word is empty', () => {
    for (const messages of [en, zh])
      for (const [path, value] of leaves(messages))
        if (typeof value === 'string') expect(value, path).not.toBe('');
  });

  test('no English word was left in Chinese characters or the other way round', () => {
    const borrowed = new Set(['shell.otherLanguage', 'play.language.label']);
    for (const [path, value] of leaves(en))
      if (typeof value === 'string' && !borrowed.has(path))
        expect(value, path).not.toMatch(/\p{Script=Han}/u);
  });

  test('every refusal has its sentence', () => {
    for (const messages of [en, zh]) {
      for (const code of tableRefusals) expect(messages.refusals.table[code]).toBeTruthy();
      for (const fault of orderFaults) expect(messages.refusals.order[fault]).toBeTruthy();
      for (const code of apiErrorCodes) expect(messages.refusals.api[code]).toBeTruthy();
    }
  });
});

describe('numbers as people read them', () => {
  test('one decimal and a true minus sign', () => {
    expect([points(473), points(-18), points(0), points(-0.2)]).toEqual(['47.3', '−1.8', '0.0', '0.0']);
  });

  test('changes carry their sign, no change carries none', () => {
    expect([signedPoints(47), signedPoints(-18), signedPoints(0)]).toEqual(['+4.7', '−1.8', '0.0']);
  });

  test('whole points round', () => {
    expect([wholePoints(474), wholePoints(-15), wholePoints(-4)]).toEqual(['47', '−1', '0']);
  });

  test('a clock is over only when no second is left', () => {
    expect([clock(84_000), clock(83_001), clock(1), clock(0), clock(-5)]).toEqual([
      '1:24',
      '1:24',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });

  test('names are joined as a sentence does', () => {
    expect([listEn(['A']), listEn(['A', 'B', 'C']), listZh(['甲', '乙', '丙'])]).toEqual([
      'A',
      'A, B and C',
      '甲、乙和丙',
    ]);
  });
});

describe('the first language', () => {
  test('the address overrides the stored choice, that overrides the browser, and English comes last', () => {
    expect(firstLanguage('?lang=zh', 'en', ['en-GB'])).toBe('zh');
    expect(firstLanguage('', 'en', ['zh-CN'])).toBe('en');
    expect(firstLanguage('', null, ['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(firstLanguage('?lang=xx', null, ['fr'])).toBe('en');
  });
});

function* leaves(value: object, path = ''): Generator<[string, unknown]> {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof inner === 'object' && inner !== null) yield* leaves(inner, at);
    else yield [at, inner];
  }
}

function shapeOf(messages: object): readonly string[] {
  return [...leaves(messages)].map(([path, value]) => `${path}: ${typeof value}`);
}
