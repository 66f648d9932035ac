import type { Tenths } from '#shared/session/views/tenths.ts';

const MINUS = '\u2212';

/** A number in tenths as screens show it: 473 is `47.3`, -18 is `−1.8` with a true minus sign. */
export function points(tenths: Tenths): string {
  const rounded = Math.round(tenths);
  const body = (Math.abs(rounded) / 10).toFixed(1);
  return rounded < 0 ? `${MINUS}${body}` : body;
}

/** A change in tenths, always with its sign: `+4.7`, `−1.8`; no change is `0.0`. */
export function signedPoints(tenths: Tenths): string {
  return Math.round(tenths) > 0 ? `+${points(tenths)}` : points(tenths);
}

/** A number in tenths rounded to a whole point: `47`, `−2`. */
export function wholePoints(tenths: Tenths): string {
  const rounded = Math.round(tenths / 10);
  return rounded < 0 ? `${MINUS}${-rounded}` : String(rounded);
}

/** A whole number of points with its sign: `+22`, `−12`, `0`. */
export function signedWhole(tenths: Tenths): string {
  return Math.round(tenths / 10) > 0 ? `+${wholePoints(tenths)}` : wholePoints(tenths);
}

/** Minutes and seconds: `1:24`; never below zero; whole seconds, rounded up so that 0:00 means over. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const pluralsEn = new Intl.PluralRules('en');
const listsEn = new Intl.ListFormat('en-GB');
const listsZh = new Intl.ListFormat('zh');

/** Chooses the English form for a count: `plural(1, 'state', 'states')`. Chinese needs none. */
export function plural(count: number, one: string, other: string): string {
  return pluralsEn.select(count) === 'one' ? one : other;
}

/** Joins names as an English sentence does: `A, B and C`. */
export function listEn(names: readonly string[]): string {
  return listsEn.format(names);
}

/** Joins names as a Chinese sentence does: `甲、乙和丙`; with a space between a number or a Latin word and 和. */
export function listZh(names: readonly string[]): string {
  const parts = listsZh.formatToParts(names);
  const spaced = parts.map(({ type, value }, place) => {
    if (type === 'element' || value !== '和') return value;
    const before = /[\da-z%]$/i.test(parts[place - 1]?.value ?? '') ? ' ' : '';
    const after = /^[+\u2212]?[\da-z]/i.test(parts[place + 1]?.value ?? '') ? ' ' : '';
    return `${before}${value}${after}`;
  });
  return spaced.join('');
}
