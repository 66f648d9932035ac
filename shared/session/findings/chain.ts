import { at } from '../../lib/at.ts';
import { leaveOneOutParts, type WeighedPart, wholeParts } from '../../model/explainParts.ts';
import { derive } from '../../model/indicators.ts';
import { unpackLedger } from '../../model/ledger.ts';
import type { Entry } from '../../model/entries.ts';
import { MICRO, type Micro } from '../../model/micro.ts';
import type { Reason } from '../../model/reasons.ts';
import type { World } from '../../model/world.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import { type Feeder, feederOf, feeders } from './feeders.ts';

/** The three trends of the paper. [cai-zhang §1] */
export const trends = ['blocIndex', 'securitizationIndex', 'fragmentationIndex'] as const;
/** One of the three trends. */
export type Trend = (typeof trends)[number];

/** What moved one trend over a session; the parts add up to `to - from` exactly. */
export interface TrendStory {
  readonly trend: Trend;
  readonly from: Micro;
  readonly to: Micro;
  readonly parts: readonly { readonly feeder: Feeder; readonly amount: Micro }[];
}

/**
 * What fed each trend, summed over the rounds. The share of a feeder in a round is the trend after the round minus the trend of
 * the same world without that feeder's entries. [model D.9]
 */
export function chainOf(state: SessionState): readonly TrendStory[] {
  return trends.map((trend) => storyOf(state, trend));
}

function storyOf(state: SessionState, trend: Trend): TrendStory {
  const sums = new Map<Feeder, number>();
  for (const record of state.rounds) {
    for (const { reason, amount } of partsOf(state, record, trend)) {
      const feeder = feederOf[reason];
      sums.set(feeder, (sums.get(feeder) ?? 0) + amount);
    }
  }
  const from = state.openingIndicators[trend];
  const to = state.rounds[state.rounds.length - 1]?.indicators[trend] ?? from;
  return { trend, from, to, parts: wholeFeeders(sums, to - from) };
}

function partsOf(state: SessionState, record: RoundRecord, trend: Trend): readonly WeighedPart[] {
  const { setting } = state.basis;
  const after = state.roundStarts[record.round] ?? state.world;
  const before = at(state.roundStarts, record.round - 1);
  const value = (world: World): number => derive(setting, world).totals[trend] * MICRO;
  const entries = unpackLedger(record.ledger);
  return leaveOneOutParts(entries, after, value(after) - value(before), value, byFeeder);
}

function byFeeder({ reason }: Entry): string {
  return feederOf[reason];
}

/** A reason that stands for its feeder while the parts are rounded. */
function wholeFeeders(sums: ReadonlyMap<Feeder, number>, whole: Micro): TrendStory['parts'] {
  const weighed = feeders.map(
    (feeder): WeighedPart => ({
      reason: spokesman(feeder),
      author: undefined,
      event: undefined,
      amount: sums.get(feeder) ?? 0,
    }),
  );
  return wholeParts(weighed, whole).map(({ reason, delta }) => ({ feeder: feederOf[reason], amount: delta }));
}

function spokesman(feeder: Feeder): Reason {
  return spokesmen[feeder];
}

const spokesmen: Readonly<Record<Feeder, Reason>> = {
  joining: 'joined',
  camps: 'deepened',
  rulebooks: 'rivalRulebook',
  measures: 'restrictiveMeasure',
  lifting: 'deSecuritization',
  fear: 'feltThreat',
  rivalry: 'hardenedByRivalry',
  cooperation: 'commitmentKept',
  promises: 'pledgeKept',
  events: 'cableCut',
  time: 'fatigue',
};
