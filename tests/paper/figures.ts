import type { Finding, Verdict } from './judge.ts';
import type { Bilingual } from './proposition.ts';

/** A number in the page's form. */
export function shown(value: number, digits = 3): string {
  return value.toFixed(digits).replace('-', '−');
}

/** `low → high`, or a dash if no seed counted. */
export function fromTo({ low, high }: Finding): string {
  return `${low === null ? '–' : shown(low)} → ${high === null ? '–' : shown(high)}`;
}

/** The difference with its 95 % interval. */
export function withInterval({ difference }: Finding): string {
  if (difference === null) return '–';
  const sign = difference.mean >= 0 ? '+' : '';
  return `${sign}${shown(difference.mean)} [${shown(difference.from)}, ${shown(difference.to)}]`;
}

/** The words for a verdict. */
export const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  held: { en: 'held', zh: '成立' },
  notHeld: { en: 'NOT held', zh: '不成立' },
  undecided: { en: 'undecided', zh: '未定' },
};
