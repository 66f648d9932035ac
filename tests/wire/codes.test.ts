import { describe, expect, test } from 'vitest';
import { joinCodeSchema, rejoinBody } from '#shared/wire/api.ts';
import { CODE_ALPHABET, codeIn, REJOIN_LENGTH, wholeCode } from '#shared/wire/codes.ts';

/** As a Chinese input method in full-width mode types it. */
function wide(text: string): string {
  return Array.from(text, (sign) =>
    sign === ' ' ? '\u3000' : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
  ).join('');
}

describe('a code', () => {
  test.each([
    'H7KX4M',
    'h7kx4m',
    ' H7K x4m\n',
    'h7k-x4m',
    'H7KX4M.',
    '「H7K X4M」',
    wide('H7KX4M'),
    wide('h7k x4m'),
    'http://192.168.1.5:2567/join/H7KX4M',
    'https://server.example/crossroads/join/h7kx4m?lang=zh',
    'https://secret.example:8443/play/H7KX4M#other',
    'school.example/H7KX4M',
    'localhost:2567/screen/H7KX4M',
    'Code: H7KX4M',
    '代码：H7K X4M，请加入',
    `代码是${wide('H7KX4M')}`,
    'Join us at http://10.0.0.4:2567/join/H7KX4M before ten',
    'please return to h7k x4m',
    'PLEASE RETURN TO H7K X4M',
    'the code is abcdef, see you there H7',
  ])('is found in %j', (text) => {
    const code = text.includes('abcdef') ? 'ABCDEF' : 'H7KX4M';
    expect(codeIn(text)).toBe(code);
    expect(joinCodeSchema.parse(text)).toBe(code);
  });

  test.each([
    '',
    'H7KX4',
    'H7KX4M2',
    'O7KX4M',
    'H7KX4!',
    'please return',
    'https://server.example/',
    'http://10.0.0.4:2567/rules',
    '我们',
    'H7KX4M or H7KX4N',
  ])('is not found in %j', (text) => {
    expect(codeIn(text)).toBeNull();
    expect(joinCodeSchema.safeParse(text).success).toBe(false);
  });

  test('of a person is read the same way, and is not the one of a session', () => {
    for (const text of [
      'H7KX 4M2P',
      'h7kx4m2p',
      wide('H7KX4M2P'),
      wide('h7kx4m2p'),
      'H7KX4M2P.',
      'Code: H7KX-4M2P',
    ])
      expect(rejoinBody.parse({ code: text })).toEqual({ code: 'H7KX4M2P' });
    expect(codeIn('H7KX4M', REJOIN_LENGTH)).toBeNull();
    expect(codeIn('H7KX4M2P')).toBeNull();
  });

  test('has only symbols that are not mistaken for one another', () => {
    for (const symbol of CODE_ALPHABET) expect(wholeCode(`AAAAA${symbol}`)).toBe(`AAAAA${symbol}`);
    for (const symbol of '01ILO') expect(wholeCode(`AAAAA${symbol}`)).toBeNull();
  });
});
