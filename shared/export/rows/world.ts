import { at } from '../../lib/at.ts';
import { indicatorsOf } from '../../model/indicators.ts';
import { toMicro } from '../../model/micro.ts';
import type { Bloc, World } from '../../model/world.ts';
import type { RowOf } from '../fields.ts';
import type { blocRounds, blocs, links, memberships, rounds, states, trust } from '../tables/world.ts';
import { seatIdAt, type SessionTold } from '../told.ts';

/** The rows of the rounds, the opening first. */
export function roundRows(told: SessionTold): readonly RowOf<typeof rounds>[] {
  const { session, worlds, derived, state } = told;
  return worlds.map((world, round) => {
    const now = indicatorsOf(state.basis.setting, at(derived, round));
    const record = state.rounds[round - 1];
    return {
      session,
      round,
      attempt: record === undefined ? null : record.attempt + 1,
      stage: world.stage,
      locked: world.locked,
      direction: now.direction,
      connectivity: now.efficiency,
      open_connectivity: now.openEfficiency,
      trust: now.meanTrust,
      threat: now.meanThreat,
      bloc_formation: now.blocIndex,
      securitization: now.securitizationIndex,
      fragmentation: now.fragmentationIndex,
      regime_fragmentation: now.regimeFragmentation,
      parallel_treaties: now.parallelTreaties,
      selective_participation: now.selectiveParticipation,
      low_participation: now.lowParticipation,
      common_rules: world.regime,
      institutions: world.institutions,
      opacity: world.opacity,
      effective_opacity: now.effectiveOpacity,
      competition: world.competition,
      participation: record?.participation ?? null,
      messages: record === undefined ? null : messagesIn(told, round),
    };
  });
}

function messagesIn({ state }: SessionTold, round: number): number {
  const from = state.rounds[round - 1]?.talkFrom ?? 0;
  return state.messages.slice(from).filter((message) => message.round === round).length;
}

/** The rows of the states by round. */
export function stateRows(told: SessionTold): readonly RowOf<typeof states>[] {
  const { session, worlds, derived, state } = told;
  return worlds.flatMap((world, round) => {
    const now = at(derived, round);
    return state.seats.map(({ id }, index) => {
      const camp = at(now.camp, index);
      return {
        session,
        round,
        seat: id,
        development: at(world.development, index),
        defence: at(world.defence, index),
        localization: at(world.localization, index),
        force: at(world.force, index),
        shock: at(world.shock, index),
        score: at(world.score, index),
        threat: toMicro(now.threat[index] ?? 0),
        securitization: toMicro(now.securitization[index] ?? 0),
        camp: camp < 0 ? null : camp,
        camp_share: toMicro(now.campShare[index] ?? 0),
        trust_given: meanTrust(world, index, (i, j, n) => i * n + j),
        trust_received: meanTrust(world, index, (i, j, n) => j * n + i),
      };
    });
  });
}

function meanTrust(world: World, seat: number, place: (i: number, j: number, n: number) => number): number {
  const n = world.score.length;
  let sum = 0;
  for (let other = 0; other < n; other += 1)
    if (other !== seat) sum += at(world.trust, place(seat, other, n));
  return Math.floor(sum / (n - 1) + 0.5);
}

/** The rows of the pairs. */
export function linkRows(told: SessionTold): readonly RowOf<typeof links>[] {
  const { session, worlds, derived, state } = told;
  const n = state.seats.length;
  return worlds.flatMap((world, round) => {
    const now = at(derived, round);
    return pairsOf(n, (i, j) => j > i).map(([i, j]) => ({
      session,
      round,
      seat: seatIdAt(told, i),
      other: seatIdAt(told, j),
      link: toMicro(now.link[i * n + j] ?? 0),
      path: toMicro(now.path[i * n + j] ?? 0),
      barrier: at(world.barrier, i * n + j),
      boundary: toMicro(now.boundary[i * n + j] ?? 0),
      engaged: at(world.engaged, i * n + j) === 1,
    }));
  });
}

/** The rows of what each state holds towards each other. */
export function trustRows(told: SessionTold): readonly RowOf<typeof trust>[] {
  const { session, worlds, derived, state } = told;
  const n = state.seats.length;
  return worlds.flatMap((world, round) =>
    pairsOf(n, (i, j) => i !== j).map(([i, j]) => ({
      session,
      round,
      seat: seatIdAt(told, i),
      other: seatIdAt(told, j),
      trust: at(world.trust, i * n + j),
      restriction: at(world.restriction, i * n + j),
      threat: toMicro(at(derived, round).threatBy[i * n + j] ?? 0),
      grievance: at(world.grievance, i * n + j),
    })),
  );
}

function pairsOf(
  n: number,
  counts: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) if (counts(i, j)) pairs.push([i, j]);
  return pairs;
}

/** The rows of the blocs. */
export function blocRows({ session, worlds, state, textOf }: SessionTold): readonly RowOf<typeof blocs>[] {
  const seen = new Map<number, { bloc: Bloc; first: number; last: number }>();
  for (const [round, world] of worlds.entries()) {
    for (const bloc of world.blocs)
      seen.set(bloc.id, { bloc, first: seen.get(bloc.id)?.first ?? round, last: round });
  }
  return [...seen.values()]
    .toSorted((a, b) => a.bloc.id - b.bloc.id)
    .map(({ bloc, first, last }) => {
      const charter = state.blocRules.charters.findLast((one) => one.bloc === bloc.id)?.text ?? null;
      return {
        session,
        bloc: bloc.id,
        kind: bloc.kind,
        field: bloc.kind === 'functional' ? bloc.field : null,
        side: bloc.side,
        first_round: first,
        last_round: last,
        charter: charter === null ? null : textOf(charter.id),
      };
    });
}

/** The rows of the blocs by round. */
export function blocRoundRows({ session, worlds }: SessionTold): readonly RowOf<typeof blocRounds>[] {
  return worlds.flatMap(({ blocs: all }, round) =>
    all.map((bloc) => ({
      session,
      round,
      bloc: bloc.id,
      members: bloc.members.length,
      age: bloc.age,
      depth: bloc.kind === 'exclusive' ? bloc.depth : null,
      coordination: bloc.kind === 'functional' ? bloc.coordination : null,
      coordinated: bloc.kind === 'functional' ? bloc.coordinated : null,
    })),
  );
}

/** The rows of who belonged to which bloc. */
export function membershipRows(told: SessionTold): readonly RowOf<typeof memberships>[] {
  const { session, worlds } = told;
  return worlds.flatMap(({ blocs: all }, round) =>
    all.flatMap(({ id, members }) =>
      members.map((member) => ({ session, round, bloc: id, seat: seatIdAt(told, member) })),
    ),
  );
}
