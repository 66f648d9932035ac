import type {
  Bench,
  Bilingual,
  ByConstruction,
  Expectation,
  Kind,
  Reading,
  Scale,
  Trial,
} from './proposition.ts';

/** What a trial needs besides its numbers; by default paired numbers. */
interface Description {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly kind: Kind;
  readonly byConstruction: ByConstruction;
  readonly scale?: Scale;
}

/** A trial whose number must rise from low to high. */
export function rises(description: Description, measure: (bench: Bench) => Reading): Trial {
  return trial(description, { difference: 'rises' }, measure);
}

/** A trial whose number must fall from low to high. */
export function falls(description: Description, measure: (bench: Bench) => Reading): Trial {
  return trial(description, { difference: 'falls' }, measure);
}

/** A trial whose number must stay within a tolerance. */
export function stays(description: Description, within: number, measure: (bench: Bench) => Reading): Trial {
  return trial(description, { difference: 'stays', within }, measure);
}

function trial(description: Description, expects: Expectation, measure: (bench: Bench) => Reading): Trial {
  const { id, en, zh, kind, byConstruction, scale = 'number' } = description;
  const what: Bilingual = { en, zh };
  return { id, what, expects, scale, kind, byConstruction, measure };
}

/** Reads one number at a low and a high setting of a quantity. */
export function between<Setting>(
  low: Setting,
  high: Setting,
  read: (bench: Bench, setting: Setting) => number,
): (bench: Bench) => Reading {
  return (bench) => ({ low: read(bench, low), high: read(bench, high) });
}

/** One for yes and zero for no. */
export function asNumber(yes: boolean): number {
  return yes ? 1 : 0;
}

/** Whether something is so, against a bound that its share must exceed or stay below. */
export function against(bound: number, yes: boolean): Reading {
  return { low: bound, high: asNumber(yes) };
}

/** The reading of a seed that does not count. */
export const notCounted: Reading = { low: null, high: null };
