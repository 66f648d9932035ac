import { at } from '../../lib/at.ts';
import { HOLD } from '../../model/actions.ts';
import { type Derived, derive } from '../../model/indicators.ts';
import { toUnits } from '../../model/micro.ts';
import type { Bloc, Setting, World } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { BlocView, RevealView, SeatView, TableView, Tenths, Trail } from './tableView.ts';
import { publicAgreements } from './agreements.ts';
import { mattersOf } from './charters.ts';
import { debriefOf } from './debrief.ts';
import { eventsOfRound } from '../vocabulary/injects.ts';
import { isTrustOpen } from '../vocabulary/trustSeen.ts';
import { endingOf } from './ending.ts';
import { eventView } from './events.ts';
import { publicTalk, talkOf, type TextOf } from './talk.ts';
import { tenths, tenthsOf } from './tenths.ts';

/** What lies open on the table for everybody, host and projector included. */
export function tableOf(state: SessionState, textOf: TextOf): TableView {
  const { phase, world } = state;
  const { setting } = state.basis;
  const derived = derive(setting, world);
  const inRound = phase.name !== 'lobby' && phase.name !== 'ended';
  return {
    phase: phase.name,
    round: inRound ? phase.round : state.rounds.length,
    seconds: inRound ? phase.seconds : null,
    paused: state.paused !== null,
    stage: world.stage,
    locked: world.locked,
    events: eventsOfRound(state).map((event) => eventView(event, textOf)),
    seats: setting.seats.map((_, seat) => seatView(state, derived, seat, textOf)),
    blocs: world.blocs.map((bloc) => blocView(state, bloc, textOf)),
    entry: state.entry,
    waiting: state.waiting.map(({ id, name }) => ({ id, name: name === null ? null : textOf(name.id) })),
    regime: tenths(world.regime),
    institutions: tenths(world.institutions),
    opacity: tenths(world.opacity),
    competition: tenths(world.competition),
    trust: isTrustOpen(state) ? allTrust(state) : [],
    restriction: world.restriction.map(tenths),
    ...layersOf(setting, world, derived),
    trail: trailOf(state),
    talk: talkOf(state),
    messages: publicTalk(state, textOf),
    agreements: publicAgreements(state),
    reveal: revealOf(state, textOf),
    ending: endingOf(state),
    debrief: debriefOf(state, textOf),
  };
}

/** Everybody's trust in everybody, as a table that shows it has it. */
export function allTrust({ world }: SessionState): TableView['trust'] {
  return world.trust.map(tenths);
}

function seatView(state: SessionState, derived: Derived, index: number, textOf: TextOf): SeatView {
  const { world } = state;
  const seat = at(state.seats, index);
  return {
    id: seat.id,
    delegates: seat.delegates.map(({ id, name, role }) => ({
      id,
      name: name === null ? null : textOf(name.id),
      role,
    })),
    bot: seat.bot,
    sealed: Object.hasOwn(state.sealed, seat.id),
    handRaised: state.hands.some((hand) => hand.seat === seat.id),
    development: tenths(at(world.development, index)),
    defence: tenths(at(world.defence, index)),
    localization: tenths(at(world.localization, index)),
    force: tenths(at(world.force, index)),
    shock: tenths(at(world.shock, index)),
    threat: tenthsOf(derived.threat[index] ?? 0),
    securitization: tenthsOf(derived.securitization[index] ?? 0),
    trusted: trustedOf(state.basis.setting, world, index),
  };
}

/** Mean trust of the others in a seat, by their weight. */
function trustedOf(setting: Setting, world: World, seat: number): Tenths {
  const n = setting.seats.length;
  let sum = 0;
  let weights = 0;
  setting.seats.forEach(({ weight }, observer) => {
    if (observer === seat) return;
    sum += weight * at(world.trust, observer * n + seat);
    weights += weight;
  });
  return tenths(sum / weights);
}

function blocView(state: SessionState, bloc: Bloc, textOf: TextOf): BlocView {
  const isCamp = bloc.kind === 'exclusive';
  return {
    id: bloc.id,
    kind: bloc.kind,
    side: bloc.side,
    field: isCamp ? null : bloc.field,
    members: bloc.members,
    depth: isCamp ? tenths(bloc.depth) : 0,
    dormant: isCamp && bloc.members.length < state.basis.setting.parameters.campMin,
    coordinated: !isCamp && bloc.coordinated,
    age: bloc.age,
    matters: mattersOf(state, bloc.id, textOf),
  };
}

type Layers = Pick<TableView, 'link' | 'technical' | 'political' | 'commercial'>;

/** Links and the openness of their three layers, one entry a pair. [model D.4] */
function layersOf(setting: Setting, world: World, derived: Derived): Layers {
  const n = setting.seats.length;
  const p = setting.parameters;
  const link: Tenths[] = [];
  const technical: Tenths[] = [];
  const political: Tenths[] = [];
  const commercial: Tenths[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const s = derived.boundary[i * n + j] ?? 0;
      const walls = (k: number) => 1 - p.bL * toUnits(at(world.localization, k));
      const bans = (k: number) => 1 - p.bM * toUnits(at(world.restriction, k));
      link.push(tenthsOf(derived.link[i * n + j] ?? 0));
      technical.push(tenthsOf(1 - toUnits(at(world.barrier, i * n + j))));
      political.push(tenthsOf(walls(i) * walls(j) * (1 - p.bSepPol * s)));
      commercial.push(tenthsOf(bans(i * n + j) * bans(j * n + i) * (1 - p.bSepCom * s)));
    }
  }
  return { link, technical, political, commercial };
}

function trailOf(state: SessionState): Trail {
  const stations = [state.openingIndicators, ...state.rounds.map(({ indicators }) => indicators)];
  const worlds = [...state.roundStarts.slice(0, state.rounds.length), state.world];
  return {
    efficiency: stations.map((s) => tenths(s.efficiency)),
    meanTrust: stations.map((s) => tenths(s.meanTrust)),
    meanThreat: stations.map((s) => tenths(s.meanThreat)),
    blocIndex: stations.map((s) => tenths(s.blocIndex)),
    securitizationIndex: stations.map((s) => tenths(s.securitizationIndex)),
    fragmentationIndex: stations.map((s) => tenths(s.fragmentationIndex)),
    regime: worlds.map(({ regime }) => tenths(regime)),
    direction: stations.map((s) => tenths(s.direction)),
    participation: [0, ...state.rounds.map(({ participation }) => tenths(participation))],
  };
}

function revealOf(state: SessionState, textOf: TextOf): RevealView | null {
  const last = state.rounds[state.rounds.length - 1];
  if (last === undefined) return null;
  const count = (band: number) => Object.values(last.bets).filter((bet) => bet === band).length;
  return {
    round: last.round,
    events: last.events.map((event) => eventView(event, textOf)),
    orders: state.seats.map(({ id }) => last.orders[id] ?? HOLD),
    bets: [count(1), count(2), count(3), count(4), count(5)],
  };
}
