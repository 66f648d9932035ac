import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { words } from '../../text/language.ts';

/** A displayed number of the world: its value, its past, and the question to ask when somebody wants to know why. */
export interface Gauge {
  readonly key: GaugeKey;
  readonly name: string;
  readonly value: Tenths;
  /** From the opening on. */
  readonly history: readonly Tenths[];
  readonly subject: Subject;
}

/** The three trends of the paper. */
export const trendKeys = ['blocIndex', 'securitizationIndex', 'fragmentationIndex'] as const;
/** The factors beneath the trends. */
export const factorKeys = ['regime', 'institutions', 'competition', 'opacity', 'meanThreat'] as const;
/** Every displayed number of the world. */
export type GaugeKey =
  | 'efficiency'
  | 'meanTrust'
  | 'direction'
  | (typeof trendKeys)[number]
  | (typeof factorKeys)[number];

/** One gauge of a view. */
export function gaugeOf(view: View, key: GaugeKey): Gauge {
  const { table } = view;
  const name = words.value.play.gauges[key];
  const history = table.trail[key];
  const value = history.at(-1) ?? 0;
  return { key, name, value, history, subject: subjectOf(key) };
}

function subjectOf(key: GaugeKey): Subject {
  switch (key) {
    case 'regime':
    case 'institutions':
    case 'opacity':
    case 'competition':
      return { kind: 'world', quantity: key };
    case 'efficiency':
    case 'meanTrust':
    case 'meanThreat':
    case 'direction':
    case 'blocIndex':
    case 'securitizationIndex':
    case 'fragmentationIndex':
      return { kind: 'indicator', indicator: key };
  }
}

/** How much a gauge moved in the last resolved round; null if unknown. */
export function changeOf(gauge: Gauge): Tenths | null {
  const before = gauge.history.at(-2);
  return before === undefined ? null : gauge.value - before;
}

/** The number of resolved rounds: the last one that can be asked about. */
export function lastRound(view: View): number {
  return view.table.trail.direction.length - 1;
}
