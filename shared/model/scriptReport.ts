import { at, num } from '../lib/at.ts';
import { derive } from './indicators.ts';
import { toUnits } from './micro.ts';
import type { Micro } from './micro.ts';
import type { RoundOutcome } from './resolve.ts';
import { marksOf } from './stages.ts';
import type { Bloc, PayoffPart, Setting, World } from './world.ts';
import { payoffParts } from './world.ts';

/** One state of the world as `crossroads resolve` prints it, in units; `outcome` is that of the round before it. */
export function scriptReportOf(
  setting: Setting,
  world: World,
  outcome: RoundOutcome | null,
  withMatrices: boolean,
): Readonly<Record<string, unknown>> {
  const derived = derive(setting, world);
  return {
    round: world.round,
    passes: world.passes,
    stage: world.stage,
    locked: world.locked,
    counters: world.counters,
    globals: {
      regime: toUnits(world.regime),
      institutions: toUnits(world.institutions),
      opacity: toUnits(world.opacity),
      competition: toUnits(world.competition),
    },
    indicators: { ...derived.totals, participation: outcome === null ? 0 : toUnits(outcome.participation) },
    marks: marksOf(setting.parameters, derived.totals),
    seats: {
      development: world.development.map(toUnits),
      defence: world.defence.map(toUnits),
      localization: world.localization.map(toUnits),
      force: world.force.map(toUnits),
      shock: world.shock.map(toUnits),
      threat: [...derived.threat],
      securitization: [...derived.securitization],
    },
    blocs: world.blocs.map((bloc) => blocReport(setting, bloc)),
    ...(outcome && { payoffs: payoffReport(outcome), scores: world.score.map(toUnits) }),
    grievances: grievanceReport(setting, world),
    engaged: pairsOf(setting, world.engaged),
    ...(withMatrices && matrices(world, derived)),
  };
}

function blocReport({ seats, parameters }: Setting, bloc: Bloc): object {
  const { id, kind, side, age } = bloc;
  const members = bloc.members.map((member) => at(seats, member).id);
  const own =
    bloc.kind === 'exclusive'
      ? { depth: toUnits(bloc.depth), dormant: members.length < parameters.campMin }
      : { field: bloc.field, coordinated: bloc.coordinated, coordination: toUnits(bloc.coordination) };
  return { id, kind, side, ...own, age, members };
}

function payoffReport({ payoffs }: RoundOutcome): Readonly<Record<string, readonly number[]>> {
  const columns: readonly (PayoffPart | 'total')[] = [...payoffParts, 'total'];
  return Object.fromEntries(columns.map((part) => [part, payoffs.map((payoff) => toUnits(payoff[part]))]));
}

function grievanceReport({ seats }: Setting, { grievance }: World): readonly object[] {
  const n = seats.length;
  return grievance.flatMap((rounds, pair) => {
    const from = at(seats, Math.floor(pair / n)).id;
    return rounds > 0 ? [{ from, to: at(seats, pair % n).id, rounds }] : [];
  });
}

function pairsOf({ seats }: Setting, marks: readonly number[]): readonly (readonly string[])[] {
  const n = seats.length;
  return marks.flatMap((mark, pair) => {
    const [a, b] = [Math.floor(pair / n), pair % n];
    return mark > 0 && a < b ? [[at(seats, a).id, at(seats, b).id]] : [];
  });
}

function matrices(world: World, derived: ReturnType<typeof derive>): object {
  const { n } = derived;
  const rows = <Row>(row: (i: number) => Row) => Array.from({ length: n }, (_, i) => row(i));
  const stored = (values: readonly Micro[]) => rows((i) => values.slice(i * n, i * n + n).map(toUnits));
  const computed = (values: Float64Array) => rows((i) => rows((j) => num(values, i * n + j)));
  return {
    trust: stored(world.trust),
    restriction: stored(world.restriction),
    barrier: stored(world.barrier),
    link: computed(derived.link),
    path: computed(derived.path),
    threatBy: computed(derived.threatBy),
  };
}
