import { at } from '../../lib/at.ts';
import { equalityOf } from '../governance.ts';
import type { Derived } from '../indicators.ts';
import type { Assignment, Fact, FactValue } from '../entries.ts';
import type { Reason } from '../reasons.ts';
import { nextCourse } from '../stages.ts';
import type { Course } from '../stages.ts';
import type { Payoff, Setting, World } from '../world.ts';
import { engages } from './moves.ts';
import type { RoundPlan } from './moves.ts';
import type { RoundChanges } from './pass.ts';

/**
 * Writes what is set once, after the last pass: rights to answer, engagements, the round count and the stage of the world. [model
 * D.3 steps 7, 18]
 */
export function closeRound(
  setting: Setting,
  world: World,
  plan: RoundPlan,
  round: RoundChanges,
  after: Derived,
  shared: { readonly regime: number; readonly payoffs: readonly Payoff[] },
  entries: Pick<Assignment[], 'push'>,
): void {
  const { parameters: p } = setting;
  const passes = world.passes + p.steps;
  grievances(world, round, setting.seats.length, p.grievanceRounds, entries);
  engagements(world, plan, setting.seats.length, entries);
  set(entries, 'roundResolved', 'nextBloc', 0, world.nextBloc, round.nextBloc);
  set(entries, 'roundResolved', 'round', 0, world.round, world.round + 1);
  set(entries, 'roundResolved', 'passes', 0, world.passes, passes);
  const { regime, payoffs } = shared;
  const equal = equalityOf(setting.seats, payoffs);
  setCourse(world, nextCourse(p, world, { totals: after.totals, regime, equal, passes }), entries);
}

/** A right to answer gets one round shorter; every new measure renews it. [model D.3 step 7] */
function grievances(
  world: World,
  { grievances: given }: RoundChanges,
  n: number,
  rounds: number,
  entries: Pick<Assignment[], 'push'>,
): void {
  const renewed = new Set<number>();
  for (const [holder, author] of given) {
    const pair = holder * n + author;
    if (renewed.has(pair)) continue;
    renewed.add(pair);
    set(entries, 'grievanceGiven', 'grievance', pair, at(world.grievance, pair), rounds, author);
  }
  let pair = 0;
  for (const left of world.grievance) {
    if (left > 0 && !renewed.has(pair)) set(entries, 'grievanceFaded', 'grievance', pair, left, left - 1);
    pair += 1;
  }
}

/** Who engaged whom: once a round, noted for i < j. [model D.2] */
function engagements(
  world: World,
  { moves }: RoundPlan,
  n: number,
  entries: Pick<Assignment[], 'push'>,
): void {
  if (!moves.some((move) => move.engages.length > 0) && !world.engaged.includes(1)) return;
  for (let i = 0; i < n; i++) {
    const { engages: engaged } = at(moves, i);
    const isEngaged = engaged.length > 0;
    for (let j = i + 1; j < n; j++) {
      const now = isEngaged && engaged.includes(j) && engages(moves, j, i) ? 1 : 0;
      const before = at(world.engaged, i * n + j);
      if (now === before) continue;
      set(entries, now === 1 ? 'engagementBegun' : 'engagementEnded', 'engaged', i * n + j, before, now);
    }
  }
}

function setCourse(world: World, course: Course, entries: Pick<Assignment[], 'push'>): void {
  const { counters } = course;
  const isSame =
    world.counters.governance === counters.governance &&
    world.counters.predicament === counters.predicament &&
    world.counters.scar === counters.scar;
  if (!isSame) set(entries, 'counted', 'counters', 0, world.counters, counters);
  set(entries, 'stageReached', 'stage', 0, world.stage, course.stage);
  set(entries, world.locked ? 'lockOpened' : 'lockClosed', 'locked', 0, world.locked, course.locked);
}

function set(
  entries: Pick<Assignment[], 'push'>,
  reason: Reason,
  fact: Fact,
  index: number,
  from: FactValue,
  to: FactValue,
  author?: number,
): void {
  if (from === to) return;
  const entry = { reason, fact, at: index, from, to };
  entries.push(author === undefined ? entry : { ...entry, author });
}
