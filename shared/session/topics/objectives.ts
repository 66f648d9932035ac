import { at } from '../../lib/at.ts';
import { type PackedRow, unpackLedger } from '../../model/ledger.ts';
import { quantities } from '../../model/entries.ts';
import { MICRO, type Micro } from '../../model/micro.ts';
import { reasons } from '../../model/reasons.ts';
import type { Bloc, Side, World } from '../../model/world.ts';
import type { ObjectiveId } from '../../scenario/schema.ts';
import type { SessionState } from '../vocabulary/state.ts';

/**
 * How far a seat has come with an objective, judged from the record; objectives never change the world. [product, objectives that
 * work]
 */
export interface ObjectiveStanding {
  readonly id: ObjectiveId;
  /** Progress in micro-units; never below 0. A deed counts as one point, so two of them are 20 000. */
  readonly reached: Micro;
  readonly goal: Micro;
  /** The number is reached but something else is in the way: the seat sits in a camp, or its camp is dormant. */
  readonly barred: boolean;
  readonly done: boolean;
  /** The seats that the number is about, by index: the two rivals, the leaders, the partner. */
  readonly about: readonly number[];
}

/** A deed that is counted, not a quantity that is measured. */
const DEED = 0.01 * MICRO;

/** What each objective asks for, in micro-units. */
const goals: Readonly<Record<ObjectiveId, Micro>> = {
  'rule-maker': 2 * DEED,
  reconciler: 0.15 * MICRO,
  'non-aligned': 0.5 * MICRO,
  'camp-leader': 0.22 * MICRO,
  shield: 0.45 * MICRO,
  'gap-closer': 0.25 * MICRO,
};

type Reached = Pick<ObjectiveStanding, 'reached' | 'barred' | 'about'>;
type Judge = (state: SessionState, seat: number) => Reached;

const judges: Readonly<Record<ObjectiveId, Judge>> = {
  'rule-maker': commonCommitments,
  reconciler: closestRivals,
  'non-aligned': leadersTrust,
  'camp-leader': campShare,
  shield: ({ world }, seat) => plain(at(world.defence, seat)),
  'gap-closer': developedPartner,
};

/** The progress of the seat with that index on its two objectives. */
export function objectivesOf(
  state: SessionState,
  seat: number,
): readonly [ObjectiveStanding, ObjectiveStanding] {
  const [one, other] = at(state.basis.scenario.seats, seat).objectives;
  return [standingOf(state, seat, one), standingOf(state, seat, other)];
}

/** Whether an objective is judged by trust between other seats. */
export function readsTrustOfOthers(state: SessionState, seat: number, id: ObjectiveId): boolean {
  return id === 'reconciler' && rivalsOf(state).some((pair) => !pair.includes(seat));
}

function standingOf(state: SessionState, seat: number, id: ObjectiveId): ObjectiveStanding {
  const { reached, barred, about } = judges[id](state, seat);
  const goal = goals[id];
  return { id, reached, goal, barred, done: reached >= goal && !barred, about };
}

function plain(reached: Micro): Reached {
  return { reached: Math.max(0, reached), barred: false, about: [] };
}

/** Rounds in which the seat committed and enough others did for common rules to grow. */
function commonCommitments(state: SessionState, seat: number): Reached {
  const threshold = state.basis.setting.parameters.pStar * MICRO;
  const { id } = at(state.seats, seat);
  const kept = state.rounds.filter(
    ({ orders, participation }) => orders[id]?.action === 'commit' && participation >= threshold,
  );
  return plain(kept.length * DEED);
}

/** The pair of rivals that has come closest: how much more each trusts the other than at the start, the smaller of the two. */
function closestRivals(state: SessionState): Reached {
  const opening = openingOf(state);
  const n = state.seats.length;
  const gain = (i: number, j: number) => at(state.world.trust, i * n + j) - at(opening.trust, i * n + j);
  const pairs = rivalsOf(state).map((about) => {
    const [i, j] = about;
    return { reached: Math.max(0, Math.min(gain(i, j), gain(j, i))), barred: false, about };
  });
  return pairs.toSorted((a, b) => b.reached - a.reached)[0] ?? plain(0);
}

/** Rivals are two states of which one restricted the other when the session began; if there are none, the leaders of the camps. */
function rivalsOf(state: SessionState): readonly (readonly [number, number])[] {
  const { restriction } = openingOf(state);
  const n = state.seats.length;
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      if (at(restriction, i * n + j) + at(restriction, j * n + i) > 0) pairs.push([i, j]);
    }
  }
  const [one, other] = [leaderOf(state, 1), leaderOf(state, -1)];
  return pairs.length > 0 || one === other ? pairs : [[one, other]];
}

/** The trust of the less trusting of the two camp leaders in the seat; barred while the seat sits in a camp itself. */
function leadersTrust(state: SessionState, seat: number): Reached {
  const { world } = state;
  const n = state.seats.length;
  const about = [leaderOf(state, 1), leaderOf(state, -1)].filter((leader) => leader !== seat);
  const trust = about.map((leader) => at(world.trust, leader * n + seat));
  return {
    reached: about.length === 0 ? 0 : Math.min(...trust),
    barred: about.length < 2 || campOf(world, seat) !== null,
    about,
  };
}

/** The leader of a side: the heaviest member of its camps now, else of its camps at the start, else of that side of the axis. */
function leaderOf(state: SessionState, side: Side): number {
  const { seats } = state.basis.setting;
  const members = ({ blocs }: World) =>
    blocs.flatMap((bloc) => (bloc.kind === 'exclusive' && bloc.side === side ? bloc.members : []));
  const all = seats.map((_, index) => index);
  const ofSide = all.filter((index) => at(seats, index).position * side > 0);
  const candidates = [members(state.world), members(openingOf(state)), ofSide, all];
  const among = candidates.find(({ length }) => length > 0) ?? all;
  return at(
    among.toSorted((a, b) => at(seats, b).weight - at(seats, a).weight || a - b),
    0,
  );
}

/** The share of all weight in the seat's camp; a dormant camp counts nothing. */
function campShare(state: SessionState, seat: number): Reached {
  const { seats, parameters } = state.basis.setting;
  const members = campOf(state.world, seat)?.members ?? [];
  const held = members.reduce((sum, member) => sum + at(seats, member).weight, 0);
  const all = seats.reduce((sum, { weight }) => sum + weight, 0);
  return {
    reached: Math.round((held / all) * MICRO),
    barred: members.length < parameters.campMin,
    about: members.filter((member) => member !== seat),
  };
}

function campOf(world: World, seat: number): Bloc | null {
  return world.blocs.find(({ kind, members }) => kind === 'exclusive' && members.includes(seat)) ?? null;
}

/** The partner whose capacity the seat has built most, by its own entries in the ledger. */
function developedPartner(state: SessionState, seat: number): Reached {
  const raised = new Map<number, Micro>();
  for (const { ledger } of state.rounds) {
    for (const entry of unpackLedger(ledger.filter((row) => isCapacityBy(row, seat)))) {
      if ('quantity' in entry) raised.set(entry.at, (raised.get(entry.at) ?? 0) + entry.delta);
    }
  }
  const [best] = [...raised].toSorted(([a, x], [b, y]) => y - x || a - b);
  return best === undefined ? plain(0) : { ...plain(best[1]), about: [best[0]] };
}

const DEVELOPMENT = quantities.indexOf('development');
const CAPACITY = reasons.indexOf('capacityBuilt');

/** Whether a row of a packed ledger is development that this seat built in another state. */
function isCapacityBy([quantity, reason, who]: PackedRow, seat: number): boolean {
  return quantity === DEVELOPMENT && reason === CAPACITY && who === seat + 1;
}

function openingOf(state: SessionState): World {
  return state.roundStarts[0] ?? state.world;
}
