import { describe, expect, test } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, joinCodeSchema } from '#shared/wire/api.ts';
import { suggestedName } from '../../client/screens/join/pseudonyms.ts';
import { addressOf } from '../../client/screens/shell/address.ts';
import { codeLength, spokenCode, typedCode, wholeCode } from '../../client/screens/shell/joinCode.ts';

describe('a join code as people type it', () => {
  test('is read exactly as the server reads it', () => {
    expect(codeLength).toBe(CODE_LENGTH);
    expect(typedCode(CODE_ALPHABET.slice(0, 6))).toBe(CODE_ALPHABET.slice(0, 6));
    for (const symbol of CODE_ALPHABET) expect(wholeCode(`AAAAA${symbol}`)).toBe(`AAAAA${symbol}`);
    for (const text of ['h7k x4m', 'H7K-X4M', 'h7kx4m', 'H7KX4', 'H7KX4M2', 'O7KX4M', '', 'H7KX4!'])
      expect(wholeCode(text), text).toBe(joinCodeSchema.safeParse(text).data ?? null);
  });

  test('grows symbol by symbol, in any case, with whatever comes along dropped', () => {
    expect(typedCode(' h7k_x')).toBe('H7KX');
    expect(typedCode('h7kx4m99')).toBe('H7KX4M');
    expect(spokenCode('H7KX4M')).toBe('H7K X4M');
  });
});

describe('an address', () => {
  test.each([
    ['/', { screen: 'home' }],
    ['/join/h7kx4m', { screen: 'join', code: 'H7KX4M' }],
    ['/H7KX4M', { screen: 'join', code: 'H7KX4M' }],
    ['/h7k-x4m/', { screen: 'join', code: 'H7KX4M' }],
    ['/play/H7KX4M', { screen: 'play', code: 'H7KX4M' }],
    ['/host', { screen: 'host' }],
    ['/host/H7KX4M', { screen: 'hostRoom', code: 'H7KX4M' }],
    ['/practice', { screen: 'practice' }],
    ['/rules', { screen: 'rules' }],
    ['/kit/two-conventions', { screen: 'kit', scenario: 'two-conventions', plan: null }],
    ['/kit', { screen: 'unknown' }],
    ['/replay', { screen: 'replay', code: null }],
    ['/replay/H7KX4M', { screen: 'replay', code: 'H7KX4M' }],
    ['/join/nonsense', { screen: 'unknown' }],
    ['/join/%E0%A4%A', { screen: 'unknown' }],
    ['/a/b/c', { screen: 'unknown' }],
  ])('%s', (path, screen) => {
    expect(addressOf(path)).toEqual(screen);
  });

  test('asks for the plan of a kit as well', () => {
    const kit = { screen: 'kit', scenario: 'twelve-states', plan: '8x2' };
    expect(addressOf('/kit/twelve-states', '?plan=8x2')).toEqual(kit);
  });
});

describe('a pseudonym', () => {
  test('is suggested in the language of the reader, without asking anybody', () => {
    expect(suggestedName('en', () => 0)).toBe('Quiet Heron');
    expect(suggestedName('zh', () => 0)).toBe('沉静的苍鹭');
    expect(suggestedName('en', (below) => below - 1)).toBe('Wry Swift');
    for (let turn = 0; turn < 300; turn += 1)
      expect(suggestedName('en')).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });
});
