import { num } from '../lib/at.ts';
import { draw } from './chance.ts';
import { deriveFrom, indicatorsOf } from './indicators.ts';
import type { Derived } from './indicators.ts';
import type { Assignment, Entry } from './entries.ts';
import { toMicro } from './micro.ts';
import type { Micro } from './micro.ts';
import { applyBlocEffects } from './rules/blocs.ts';
import { settle, writeNotes } from './rules/book.ts';
import { REGIME } from './rules/cells.ts';
import { closeRound } from './rules/closing.ts';
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
  const played = playPlan(setting, world, plan, true);
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
}

/**
 * Resolves a round for callers who never ask why, such as previews and simulations. Same arithmetic: payoffs, indicators and world
 * equal those of `resolvePlan` and `apply`, number by number.
 */
export function resolveBare(setting: Setting, world: World, plan: RoundPlan): BareOutcome {
  const played = playPlan(setting, world, plan, false);
  const { workspace, standing, round, after, pledgePay, participation } = played;
  const payoffs = writeScores(setting, plan.moves, workspace.purse, pledgePay, null);
  const closing: Assignment[] = [];
  closeRound(setting, world, plan, round, after, sharedAfter(played, payoffs), closing);
  return {
    world: worldAfter(world, standing, payoffs, { ...round, closing }),
    payoffs,
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
  const { workspace, after, pledgePay } = playPlan(setting, world, plan, false);
  const payoffs = writeScores(setting, plan.moves, workspace.purse, pledgePay, null);
  return { payoffs, indicators: indicatorsOf(setting, after) };
}

/** What the course of the world reads of a resolved round. */
function sharedAfter({ standing }: { readonly standing: Standing }, payoffs: readonly Payoff[]) {
  return { regime: num(standing.dials, REGIME), payoffs };
}

/** Plays a round to its end in the arrays kept for it; `keepsCauses` says whether a ledger is to be written. */
function playPlan(setting: Setting, world: World, plan: RoundPlan, keepsCauses: boolean) {
  const workspace = workspaceFor(setting.seats.length, keepsCauses);
  const standing = standingOf(setting, world, workspace.cells);
  const round: RoundChanges = {
    structure: [],
    marks: [],
    grievances: [],
    attributed: [],
    nextBloc: world.nextBloc,
    expelled: plan.expelled,
  };
  const played = playPasses(setting, world, plan, standing, workspace, round);
  return { ...played, workspace, standing, round };
}

interface Played {
  readonly pledgePay: PledgePay;
  readonly after: Derived;
  readonly participation: number;
}

/** Resolves the orders `steps` times; what happens once a round happens in the first or the last pass. [model D.10] */
function playPasses(
  setting: Setting,
  world: World,
  plan: RoundPlan,
  standing: Standing,
  workspace: Workspace,
  round: RoundChanges,
): Played {
  const { steps } = setting.parameters;
  const setup = setupOf(setting, world, plan, standing, workspace, round);
  let { moves, events } = plan;
  let before = perceive(standing, workspace.perception);
  for (let step = 1; ; step++) {
    const isLast = step === steps;
    const pass = openPass(setup, moves, events, step === 1, before);
    runPass(pass);
    const pledgePay = isLast ? judgePromises(pass, plan.pledges) : null;
    if (isLast) easeCorridors(pass, plan.corridors);
    settle(workspace.book, standing.all, pass.start.all, workspace.tally);
    mirrorBarriers(standing);
    before = perceive(standing, workspace.perception);
    const after = deriveFrom(standing, before, workspace.connections);
    payOut(pass, after, world.engaged, workspace.purse);
    if (isLast) return { pledgePay, after, participation: pass.shares.participation };
    moves = laterMoves(plan.moves);
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
