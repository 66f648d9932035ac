import { at } from '../../lib/at.ts';
import { type ActionId, HOLD, type Order } from '../../model/actions.ts';
import { derive } from '../../model/indicators.ts';
import { closedShare, type FragmentationPath, linkLayersOf } from '../../model/layers.ts';
import { type Micro, toMicro } from '../../model/micro.ts';
import type { Bloc, SeatId, World } from '../../model/world.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** An order in the name of security: moderate, or across the line to pan-securitization. [cai-zhang §1.2] [decision 0081] */
export interface SecurityMeasure {
  readonly seat: SeatId;
  readonly action: ActionId;
  readonly kind: 'moderate' | 'pan';
}

/** The kinds of the three trends after a round; shares in micro-units. [cai-zhang §1] */
export interface TrendRound {
  /** 0 is the opening. */
  readonly round: number;
  /** States in at least one issue group, and in an active camp. */
  readonly functional: number;
  readonly purposive: number;
  /** In the order of the seats; none at the opening. */
  readonly measures: readonly SecurityMeasure[];
  /** How far each layer of the network is closed, as a mean over all pairs. */
  readonly paths: Readonly<Record<FragmentationPath, Micro>>;
  /** The three symptoms of the mechanism. */
  readonly symptoms: Readonly<Record<Symptom, Micro>>;
}

/** The three symptoms of a fragmented mechanism, as the indicators call them. [cai-zhang §1.3] */
export const symptoms = ['parallelTreaties', 'selectiveParticipation', 'lowParticipation'] as const;
/** A symptom of a fragmented mechanism. */
export type Symptom = (typeof symptoms)[number];

/** The kinds of the trends from the opening to the last resolved round. */
export function trendsOf(state: SessionState): readonly TrendRound[] {
  return [null, ...state.rounds].map((record, round) =>
    trendRound(state, round, worldAtEndOf(state, round), record),
  );
}

/** The world after a round; 0 is the opening. */
export function worldAtEndOf(state: SessionState, round: number): World {
  return state.rounds.length === round ? state.world : at(state.roundStarts, round);
}

function trendRound(
  state: SessionState,
  round: number,
  world: World,
  record: RoundRecord | null,
): TrendRound {
  const { setting } = state.basis;
  const derived = derive(setting, world);
  const layers = linkLayersOf(setting, world, derived);
  const closed = (path: FragmentationPath): Micro => toMicro(closedShare(layers[path]));
  const { parallelTreaties, selectiveParticipation, lowParticipation } = derived.totals;
  return {
    round,
    functional: membersOf(world.blocs, (bloc) => bloc.kind === 'functional'),
    purposive: derived.camp.filter((camp) => camp >= 0).length,
    measures: record === null ? [] : measuresOf(state, record),
    paths: {
      technical: closed('technical'),
      political: closed('political'),
      commercial: closed('commercial'),
    },
    symptoms: {
      parallelTreaties: toMicro(parallelTreaties),
      selectiveParticipation: toMicro(selectiveParticipation),
      lowParticipation: toMicro(lowParticipation),
    },
  };
}

function membersOf(blocs: readonly Bloc[], counts: (bloc: Bloc) => boolean): number {
  return new Set(blocs.filter(counts).flatMap(({ members }) => members)).size;
}

function measuresOf(state: SessionState, record: RoundRecord): readonly SecurityMeasure[] {
  const before = at(state.roundStarts, record.round - 1);
  return state.seats.flatMap(({ id: seat }) => {
    const order = record.orders[seat] ?? HOLD;
    const kind = kindOf(state, before, seat, order);
    return kind === null ? [] : [{ seat, action: order.action, kind }];
  });
}

/**
 * Hardening is moderate, and so is a restriction if it answers every one of its targets in proportion; the others cross the line.
 * Null for what is no measure.
 */
function kindOf(
  { seats }: SessionState,
  before: World,
  seat: SeatId,
  order: Order,
): SecurityMeasure['kind'] | null {
  if (order.action === 'harden') return 'moderate';
  if (order.action === 'localize' || order.action === 'build-force') return 'pan';
  if (order.action !== 'restrict') return null;
  const index = (id: SeatId): number => seats.findIndex((one) => one.id === id);
  const isAnswer = order.targets.every(
    (target) => (before.grievance[index(seat) * seats.length + index(target)] ?? 0) > 0,
  );
  return isAnswer ? 'moderate' : 'pan';
}
