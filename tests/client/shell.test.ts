import { describe, expect, test } from 'vitest';
import { suggestedName } from '../../client/screens/join/pseudonyms.ts';
import { addressOf } from '../../client/lib/address.ts';
import { readField, spokenCode } from '../../client/lib/joinCode.ts';

describe('the field for a code', () => {
  const read = (text: string, before = '') => readField(text, before);

  test('grows symbol by symbol, in any case and width', () => {
    expect(read(' h7k_x')).toEqual({ code: 'H7KX', fault: null });
    expect(read('Ｈ７ｋ')).toEqual({ code: 'H7K', fault: null });
    expect(read('H7KX4M9', 'H7KX4M')).toEqual({ code: 'H7KX4M', fault: null });
    expect(spokenCode('H7KX4M')).toBe('H7K X4M');
  });

  test('takes the code out of what is pasted, over one that was there too', () => {
    const link = 'http://10.0.0.4:2567/join/ABC234';
    expect(read(link)).toEqual({ code: 'ABC234', fault: null });
    expect(read(`H7KX4M${link}`, 'H7KX4M')).toEqual({ code: 'ABC234', fault: null });
    expect(read('H7ABC234', 'H7')).toEqual({ code: 'ABC234', fault: null });
    expect(read('Code: ABC 234')).toEqual({ code: 'ABC234', fault: null });
  });

  test('says what is wrong, and keeps its content', () => {
    expect(read('H7KO', 'H7K')).toEqual({ code: 'H7K', fault: 'symbol' });
    expect(read('H7K我们', 'H7K')).toEqual({ code: 'H7K', fault: 'foreign' });
    expect(read('我们都在这里等你', '')).toEqual({ code: '', fault: 'foreign' });
    expect(read('http://10.0.0.4:2567/rules', '')).toEqual({ code: '', fault: 'notFound' });
    expect(read('H7Khttp://10.0.0.4/rules', 'H7K')).toEqual({ code: 'H7K', fault: 'notFound' });
    expect(read('H7KX4M99')).toEqual({ code: '', fault: 'notFound' });
  });
});

describe('an address', () => {
  test.each([
    ['/', { screen: 'home' }],
    ['/join/h7kx4m', { screen: 'join', code: 'H7KX4M' }],
    ['/H7KX4M', { screen: 'join', code: 'H7KX4M' }],
    ['/h7k-x4m/', { screen: 'join', code: 'H7KX4M' }],
    ['/join/%EF%BC%A8%EF%BC%97%EF%BC%ABX4M', { screen: 'join', code: 'H7KX4M' }],
    ['/play/H7KX4M', { screen: 'play', code: 'H7KX4M' }],
    ['/host', { screen: 'host' }],
    ['/host/H7KX4M', { screen: 'hostRoom', code: 'H7KX4M' }],
    ['/practice', { screen: 'practice' }],
    ['/rules', { screen: 'rules' }],
    [
      '/kit/two-conventions',
      { screen: 'kit', scenario: 'two-conventions', plan: null, pace: null, seats: null, session: null },
    ],
    ['/kit', { screen: 'unknown' }],
    ['/replay', { screen: 'replay', code: null }],
    ['/compare', { screen: 'compare' }],
    ['/replay/H7KX4M', { screen: 'replay', code: 'H7KX4M' }],
    ['/shared-record', { screen: 'sharedRecord' }],
    ['/join/nonsense', { screen: 'unknown' }],
    ['/join/%E0%A4%A', { screen: 'unknown' }],
    ['/a/b/c', { screen: 'unknown' }],
  ])('%s', (path, screen) => {
    expect(addressOf(path)).toEqual(screen);
  });

  test('asks for the plan and the number of states of a kit as well', () => {
    const kit = { screen: 'kit', scenario: 'twelve-states', plan: '8x2', pace: null, session: null };
    expect(addressOf('/kit/twelve-states', '?plan=8x2')).toEqual({ ...kit, seats: null });
    expect(addressOf('/kit/twelve-states', '?plan=8x2&seats=9')).toEqual({ ...kit, seats: '9' });
    expect(addressOf('/kit/twelve-states', '?plan=8x2&session=H7KX4M')).toEqual({
      ...kit,
      seats: null,
      session: 'H7KX4M',
    });
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
