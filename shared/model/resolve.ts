import { num } from '../lib/at.ts';
import { draw } from './chance.ts';
import { deriveFrom, indicatorsOf } from './indicators.ts';
import type { Derived, DerivedArrays } from './indicators.ts';
import type { Assignment, Entry } from './entries.ts';
import { toMicro } from './micro.ts';
import type { Micro } from './micro.ts';
import { applyBlocEffects } from './rules/blocs.ts';
import { settle, writeNotes } from './rules/book.ts';
import { REGIME } from './rules/cells.ts';
import { closeRound } from './rules/closing.ts';
import { connect } from './rules/connectivity.ts';
import { applyCooperation } from './rules/cooperation.ts';
import { easeCorridors } from './rules/corridors.ts';
import { coordinateGroups } from './rules/coordination.ts';
import { fadeShocks, growDevelopment, limitShocks, wearOffMeasures } from './rules/decay.ts';
import { applyEvents } from './rules/events.ts';
import { shiftCompetition, shiftOpacity } from './rules/factors.ts';
import { moveBarriers } from './rules/fragmentation.ts';
import { drawBoundaries } from './rules/boundaries.ts';
import { changeMembership } from './rules/membership.ts';
import { laterMoves, planRound } from './rules/moves.ts';
import type { RoundPlan } from './rules/moves.ts';
import { openPass } from './rules/pass.ts';
import type { Pass, PassSetup, RoundChanges } from './rules/pass.ts';
import { payOut } from './rules/payoffs.ts';
import { findCamps, perceive } from './rules/perception.ts';
import { judgePromises } from './rules/promises.ts';
import type { PledgePay } from './rules/promises.ts';
import { buildRegime, wearInstitutions } from './rules/regime.ts';
import { workspaceFor } from './rules/workspace.ts';
import type { Workspace } from './rules/workspace.ts';
import { writeScores } from './rules/scores.ts';
import { takeMeasures } from './rules/securitization.ts';
import { actingSharesOf } from './rules/shares.ts';
import { mirrorBarriers, standingOf } from './rules/standing.ts';
import type { Standing } from './rules/standing.ts';
import { writeSums } from './rules/sums.ts';
import { reactToThreat } from './rules/threat.ts';
import { updateTrust } from './rules/trust.ts';
import { worldAfter } from './rules/worldAfter.ts';
import type { Indicators, Payoff, Setting, World } from './world.ts';
import type { RoundInput } from './roundInput.ts';

/** The outcome of a round. The world after it is `apply(world, entries)`. */
export interface RoundOutcome {
  /** Every change with its cause, in a fixed order, whatever the order of the orders. */
  readonly entries: readonly Entry[];
  /** By seat index; the mean over the passes, pledges once. */
  readonly payoffs: readonly Payoff[];
  /** After the round. */
  readonly indicators: Indicators;
  /** P of the last pass: weighted share of states that commit, 0..1. */
  readonly participation: Micro;
  /** Operations whose author became known, as `[author, target]` seat indices. */
  readonly attributed: readonly (readonly [number, number])[];
}

/** Resolves one round of legal orders. Throws if an order, event or pledge names a seat that does not exist. [model D.3] */
export function resolveRound(setting: Setting, world: World, input: RoundInput): RoundOutcome {
  return resolvePlan(setting, world, planRound(setting, input));
}

/** Resolves a round whose seats are indices already; previews use it too and take operations at their expected effect. */
export function resolvePlan(setting: Setting, world: World, plan: RoundPlan): RoundOutcome {
  const played = playPlan(setting, world, plan, { keepsCauses: true, pays: true });
  const { workspace, round, after, pledgePay, participation } = played;
  const entries: Entry[] = round.structure;
  if (setting.parameters.steps > 1) writeSums(workspace.book, entries);
  else writeNotes(workspace.book, entries);
  const payoffs = writeScores(setting, plan.moves, workspace.purse, pledgePay, entries);
  entries.push(...round.marks);
  closeRound(setting, world, plan, round, after, sharedAfter(played, payoffs), entries);
  return {
    entries,
    payoffs,
    indicators: indicatorsOf(setting, after),
    participation: toMicro(participation),
    attributed: round.attributed,
  };
}

/** The outcome of a round and the world after it, without the ledger. */
export interface BareOutcome extends Pick<RoundOutcome, 'payoffs' | 'indicators' | 'participation'> {
  readonly world: World;
  /** What follows from that world; holds until the next round is resolved, or until the arrays given for it are given again. */
  readonly derived: Derived;
}

/**
 * Resolves a round for callers who never ask why, such as previews and simulations. Same arithmetic: payoffs, indicators and world
 * equal those of `resolvePlan` and `apply`, number by number.
 */
export function resolveBare(
  setting: Setting,
  world: World,
  plan: RoundPlan,
  into?: DerivedArrays,
): BareOutcome {
  const played = playPlan(setting, world, plan, { keepsCauses: false, pays: true, into });
  const { workspace, standing, round, after, pledgePay, participation } = played;
  const payoffs = writeScores(setting, plan.moves, workspace.purse, pledgePay, null);
  const closing: Assignment[] = [];
  closeRound(setting, world, plan, round, after, sharedAfter(played, payoffs), closing);
  return {
    world: worldAfter(world, standing, payoffs, { ...round, closing }),
    payoffs,
    derived: after,
    indicators: indicatorsOf(setting, after),
    participation: toMicro(participation),
  };
}

/** The outcome of a round without world or ledger, for comparisons that need no more. */
export function measureRound(
  setting: Setting,
  world: World,
  input: RoundInput,
): Pick<RoundOutcome, 'payoffs' | 'indicators'> {
  const plan = planRound(setting, input);
  const { workspace, after, pledgePay } = playPlan(setting, world, plan, { keepsCauses: false, pays: true });
  const payoffs = writeScores(setting, plan.moves, workspace.purse, pledgePay, null);
  return { payoffs, indicators: indicatorsOf(setting, after) };
}

/** The direction after a round, for comparisons that need nothing else: what states are paid does not move it. */
export function measureDirection(setting: Setting, world: World, input: RoundInput): Micro {
  const plan = planRound(setting, input);
  const { after } = playPlan(setting, world, plan, { keepsCauses: false, pays: false });
  return toMicro(after.totals.direction);
}

/** What the course of the world reads of a resolved round. */
function sharedAfter({ standing }: { readonly standing: Standing }, payoffs: readonly Payoff[]) {
  return { regime: num(standing.dials, REGIME), payoffs };
}

/** What is wanted of a round besides its numbers: a ledger, payoffs. */
interface Wanted {
  readonly keepsCauses: boolean;
  readonly pays: boolean;
  /** Where to write what follows from the world after it; absent: into the arrays of all rounds. */
  readonly into?: DerivedArrays | undefined;
}

/** Plays a round to its end in the arrays kept for it. */
function playPlan(setting: Setting, world: World, plan: RoundPlan, wanted: Wanted) {
  const workspace = workspaceFor(setting.seats.length, wanted.keepsCauses);
  const standing = standingOf(setting, world, workspace.cells);
  const round: RoundChanges = {
    structure: [],
    marks: [],
    grievances: [],
    attributed: [],
    nextBloc: world.nextBloc,
    expelled: plan.expelled,
  };
  const setup = setupOf(setting, world, plan, standing, workspace, round);
  const played = playPasses(setup, plan, world.engaged, wanted);
  return { ...played, workspace, standing, round };
}

interface Played {
  readonly pledgePay: PledgePay;
  readonly after: Derived;
  readonly participation: number;
}

/** Resolves the orders `steps` times; what happens once a round happens in the first or the last pass. [model D.10] */
function playPasses(
  setup: PassSetup,
  plan: RoundPlan,
  engagedBefore: readonly number[],
  { pays, into = setup.workspace }: Wanted,
): Played {
  const { standing, workspace } = setup;
  const { steps } = standing.p;
  const later = steps > 1 ? laterMoves(plan.moves) : plan.moves;
  let { moves, events } = plan;
  let before = perceive(standing, workspace.perception);
  for (let step = 1; ; step++) {
    const isLast = step === steps;
    const pass = openPass(setup, moves, events, step === 1, before);
    runPass(pass);
    const pledgePay = isLast ? judgePromises(pass, plan.pledges) : null;
    if (isLast) easeCorridors(pass, plan.corridors);
    settle(workspace.book, standing.all, pass.start.all);
    mirrorBarriers(standing);
    const arrays = isLast ? into : workspace;
    before = perceive(standing, arrays.perception);
    if (pays || isLast) {
      const { path } = arrays.connections;
      const connected = connect(standing, before.boundary, arrays.connections);
      const openness = connected.efficiency / connected.openEfficiency;
      if (pays) payOut(pass, { seen: before, path, openness }, engagedBefore, workspace.purse);
      if (isLast) {
        const after = deriveFrom(standing, before, connected, arrays.connections);
        return { pledgePay, after, participation: pass.shares.participation };
      }
    }
    moves = later;
    events = [];
  }
}

function setupOf(
  setting: Setting,
  world: World,
  plan: RoundPlan,
  standing: Standing,
  workspace: Workspace,
  round: RoundChanges,
): PassSetup {
  const { parameters: p } = setting;
  return {
    standing,
    workspace,
    round,
    recognitions: plan.recognitions,
    grievance: world.grievance,
    comesToLight: (author, target, odds) =>
      draw(plan.seed, world.round + 1, 'operation', author, target) < odds,
    damp: world.locked ? (p.scarred ? p.scarDamp : p.spDamp) : 1,
  };
}

/** The order of the mechanisms in one pass. [model D.3] */
function runPass(pass: Pass): void {
  fadeShocks(pass);
  if (pass.first) {
    applyEvents(pass);
    changeMembership(pass);
    findCamps(pass.standing, pass.camp);
  }
  takeMeasures(pass);
  pass.shares = actingSharesOf(pass);
  applyCooperation(pass);
  coordinateGroups(pass);
  applyBlocEffects(pass);
  drawBoundaries(pass.standing, pass.camp, pass.workspace.perception.boundary);
  moveBarriers(pass);
  buildRegime(pass);
  wearInstitutions(pass);
  shiftOpacity(pass);
  shiftCompetition(pass);
  growDevelopment(pass);
  reactToThreat(pass);
  wearOffMeasures(pass);
  updateTrust(pass);
  limitShocks(pass);
}
