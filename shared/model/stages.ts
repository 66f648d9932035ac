import { governanceMarksOf, marksKept } from './governance.ts';
import type { Parameters } from './parameters.ts';
import type { Micro } from './micro.ts';
import { MICRO } from './micro.ts';
import type { Totals } from './indicators.ts';
import type { Stage } from './world.ts';

/** The four marks of the predicament; three make it count. [model D.6] [cai-zhang §3] */
export interface Marks {
  readonly fragmentation: boolean;
  readonly camps: boolean;
  readonly trust: boolean;
  readonly risk: boolean;
}

/** Which marks of the predicament a world shows. [model D.6] */
export function marksOf(p: Parameters, totals: Totals): Marks {
  return {
    fragmentation: totals.fragmentationIndex >= p.spFragmentation,
    camps: totals.blocIndex >= p.spBlocs || totals.securitizationIndex >= p.spSecuritization,
    trust: totals.meanTrust <= p.spTrust,
    risk: totals.meanThreat >= p.spThreat,
  };
}

/** The stage of a world with its counters and lock: what a round may change of them. */
export interface Course {
  readonly stage: Stage;
  readonly locked: boolean;
  readonly counters: { readonly governance: number; readonly predicament: number; readonly scar: number };
}

/** What a round left behind, as far as the stages read it. */
export interface Aftermath {
  readonly totals: Totals;
  readonly regime: number;
  /** How equally the round's gains were shared, 0..1. */
  readonly equal: number;
  /** Passes resolved so far. */
  readonly passes: number;
}

/** The course after a round, from the course before it and what the round left behind. [model D.6] [decision 0054] */
export function nextCourse(p: Parameters, before: Course, after: Aftermath): Course {
  const { totals, passes } = after;
  if (before.locked) return underTheLock(p, before, totals);
  const lost = before.stage === 'governance' && losesGovernance(p, after);
  if (before.stage === 'emergence' && passes < p.emergenceSteps) return before;
  const stage = lost || before.stage === 'emergence' ? 'selection' : before.stage;
  const counted = {
    governance: governanceCount(p, { ...before, stage }, after, lost),
    predicament: predicamentCount(p, before, totals),
    scar: before.counters.scar,
  };
  if (counted.predicament >= p.confirm) return { stage: 'predicament', locked: true, counters: counted };
  return {
    stage: counted.governance >= confirmed(p) ? 'governance' : stage,
    locked: false,
    counters: counted,
  };
}

function underTheLock(p: Parameters, before: Course, totals: Totals): Course {
  if (!p.scarred) return before;
  const scar = totals.direction > p.scarExit ? before.counters.scar + 1 : 0;
  if (scar < p.scarRounds) return { ...before, counters: { ...before.counters, scar } };
  return { stage: 'selection', locked: false, counters: { governance: 0, predicament: 0, scar: 0 } };
}

function predicamentCount(p: Parameters, before: Course, totals: Totals): number {
  const marks = marksOf(p, totals);
  const shown = [marks.fragmentation, marks.camps, marks.trust, marks.risk].filter(Boolean).length;
  if (totals.direction > p.spIn || shown < p.spNeed) return 0;
  return Math.min(p.confirm, before.counters.predicament + 1);
}

function governanceCount(p: Parameters, before: Course, after: Aftermath, lost: boolean): number {
  const run = lost ? 0 : before.counters.governance;
  const { totals, regime } = after;
  if (totals.direction >= p.ggIn && regime >= p.ggRegime && hasFurtherMarks(p, after)) {
    return Math.min(confirmed(p), run + 1);
  }
  return before.stage === 'governance' ? run : 0;
}

/** Rounds in a row that make good governance. */
function confirmed({ ggConfirm, confirm }: Parameters): number {
  return ggConfirm === 0 ? confirm : ggConfirm;
}

/** What good governance needs beside its bars of the dial and of the common rules. */
function hasFurtherMarks(p: Parameters, { totals, equal }: Aftermath): boolean {
  if (p.governanceMarks === 'threeMarks') return marksKept(p, governanceMarksOf(totals, equal)) === 3;
  const further = [
    totals.efficiency >= p.ggEfficiency,
    totals.meanTrust >= p.ggTrust,
    totals.securitizationIndex <= p.ggSecuritization,
  ].filter(Boolean).length;
  return further >= p.ggNeed;
}

/**
 * Below the lower bars of the dial and of the common rules good governance is lost under either rule; by the three marks also where
 * too many of them fail. [decision 0053]
 */
function losesGovernance(p: Parameters, { totals, regime, equal }: Aftermath): boolean {
  if (totals.direction < p.ggOut || regime < p.ggRegimeOut) return true;
  if (p.governanceMarks === 'reference') return false;
  return 3 - marksKept(p, governanceMarksOf(totals, equal)) >= p.ggFail;
}

/**
 * The band of the dial a direction lies in: 1 breaking apart, 2 drifting apart, 3 in the balance, 4 coming together, 5 good
 * governance within reach. [model D.6]
 */
export function bandOf(direction: Micro): 1 | 2 | 3 | 4 | 5 {
  if (direction < -0.12 * MICRO) return 1;
  if (direction < 0) return 2;
  if (direction < 0.11 * MICRO) return 3;
  if (direction < 0.22 * MICRO) return 4;
  return 5;
}
