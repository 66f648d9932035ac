import type { Language } from '../../text/language.ts';

const manners = {
  en: [
    'Quiet',
    'Brisk',
    'Amber',
    'Patient',
    'Silver',
    'Curious',
    'Steady',
    'Gentle',
    'Candid',
    'Nimble',
    'Clear',
    'Wry',
  ],
  zh: [
    '沉静的',
    '轻快的',
    '琥珀色',
    '耐心的',
    '银色的',
    '好奇的',
    '稳健的',
    '温和的',
    '坦率的',
    '敏捷的',
    '明澈的',
    '风趣的',
  ],
} as const;

const creatures = {
  en: [
    'Heron',
    'Otter',
    'Falcon',
    'Maple',
    'Lynx',
    'Crane',
    'Cedar',
    'Dolphin',
    'Ibis',
    'Marten',
    'Willow',
    'Swift',
  ],
  zh: ['苍鹭', '水獭', '游隼', '枫树', '猞猁', '白鹤', '雪松', '海豚', '朱鹮', '紫貂', '垂柳', '雨燕'],
} as const;

/** A pseudonym in the reader's language, made on this device: there are 144, so that a class seldom has one twice. */
export function suggestedName(language: Language, random: (below: number) => number = randomBelow): string {
  const manner = manners[language][random(manners[language].length)] ?? '';
  const creature = creatures[language][random(creatures[language].length)] ?? '';
  return language === 'en' ? `${manner} ${creature}` : `${manner}${creature}`;
}

/** A random whole number below a bound (at most 256). Works on plain `http://` addresses, where `randomUUID` does not. */
function randomBelow(bound: number): number {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return Math.floor((byte * bound) / 256);
}
