import { at } from '../../lib/at.ts';
import { HOLD } from '../../model/actions.ts';
import { equalityOf } from '../../model/governance.ts';
import type { Bloc } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { BlocView, RevealView, SeatView, TableView } from './tableView.ts';
import { publicAgreements } from './agreements.ts';
import { mattersOf } from './charters.ts';
import { debriefOf } from './debrief.ts';
import { isTrustOpen } from '../topics/trustSeen.ts';
import { endingOf } from './ending.ts';
import { eventView } from './events.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import { publicTalk, talkOf } from './talk.ts';
import { numbersOf, type OpenNumbers } from './numbers.ts';
import { type ViewPart, remembered } from './remembered.ts';
import { tenths, tenthsOf } from './tenths.ts';
import { eventsOfRound } from '../vocabulary/roundEvents.ts';
import type { Trail } from './trail.ts';

/** The parts of the table, each built from what it reads alone. */
interface TableParts {
  readonly standing: ViewPart<Pick<TableView, 'phase' | 'round' | 'seconds' | 'paused' | 'entry'>>;
  readonly events: ViewPart<TableView['events']>;
  readonly people: ViewPart<readonly Pick<SeatView, 'id' | 'delegates' | 'bot' | 'sealed' | 'handRaised'>[]>;
  readonly blocs: ViewPart<TableView['blocs']>;
  readonly waiting: ViewPart<TableView['waiting']>;
  readonly numbers: ViewPart<OpenNumbers>;
  readonly trust: ViewPart<TableView['trust']>;
  readonly trail: ViewPart<TableView['trail']>;
  readonly talk: ViewPart<TableView['talk']>;
  readonly messages: ViewPart<TableView['messages']>;
  readonly agreements: ViewPart<TableView['agreements']>;
  readonly reveal: ViewPart<TableView['reveal']>;
  readonly ending: ViewPart<TableView['ending']>;
  readonly debrief: ViewPart<TableView['debrief']>;
}

const plainParts: TableParts = {
  standing: standingOf,
  events: (state, textOf) => eventsOfRound(state).map((event) => eventView(event, textOf)),
  people: peopleOf,
  blocs: (state, textOf) => state.world.blocs.map((bloc) => blocView(state, bloc, textOf)),
  waiting: waitingOf,
  numbers: numbersOf,
  trust: (state) => (isTrustOpen(state) ? allTrust(state) : []),
  trail: trailOf,
  talk: talkOf,
  messages: publicTalk,
  agreements: publicAgreements,
  reveal: revealOf,
  ending: endingOf,
  debrief: debriefOf,
};

/** What everybody sees, host and projector included. */
export function tableOf(state: SessionState, textOf: TextOf): TableView {
  return assembled(plainParts, state, textOf);
}

/** The same with a memory, for repeated use: unchanged parts are the very same objects as before. */
export function rememberedTable(): ViewPart<TableView> {
  const parts: TableParts = {
    standing: remembered(plainParts.standing),
    events: remembered(plainParts.events),
    people: remembered(plainParts.people),
    blocs: remembered(plainParts.blocs),
    waiting: remembered(plainParts.waiting),
    numbers: remembered(plainParts.numbers),
    trust: remembered(plainParts.trust),
    trail: remembered(plainParts.trail),
    talk: remembered(plainParts.talk),
    messages: remembered(plainParts.messages),
    agreements: remembered(plainParts.agreements),
    reveal: remembered(plainParts.reveal),
    ending: remembered(plainParts.ending),
    debrief: remembered(plainParts.debrief),
  };
  return (state, textOf) => assembled(parts, state, textOf);
}

function assembled(parts: TableParts, state: SessionState, textOf: TextOf): TableView {
  const { seats: numbers, ...open } = parts.numbers(state, textOf);
  return {
    ...parts.standing(state, textOf),
    events: parts.events(state, textOf),
    seats: parts.people(state, textOf).map((people, seat) => ({ ...people, ...at(numbers, seat) })),
    blocs: parts.blocs(state, textOf),
    waiting: parts.waiting(state, textOf),
    ...open,
    trust: parts.trust(state, textOf),
    trail: parts.trail(state, textOf),
    talk: parts.talk(state, textOf),
    messages: parts.messages(state, textOf),
    agreements: parts.agreements(state, textOf),
    reveal: parts.reveal(state, textOf),
    ending: parts.ending(state, textOf),
    debrief: parts.debrief(state, textOf),
  };
}

/** Where the session stands. */
function standingOf({ phase, paused, entry, rounds }: SessionState): ReturnType<TableParts['standing']> {
  const inRound = phase.name !== 'lobby' && phase.name !== 'ended';
  return {
    phase: phase.name,
    round: inRound ? phase.round : rounds.length,
    seconds: inRound ? phase.seconds : null,
    paused: paused !== null,
    entry,
  };
}

function waitingOf({ waiting }: SessionState, textOf: TextOf): TableView['waiting'] {
  return waiting.map(({ id, name, wish }) => ({
    id,
    name: name === null ? null : textOf(name.id),
    wish: wish ?? null,
  }));
}

/** Everybody's trust in everybody, as a flat matrix. */
export function allTrust({ world }: SessionState): TableView['trust'] {
  return world.trust.map(tenths);
}

/** Who sits where, and what others see of what they do. */
function peopleOf({ seats, sealed, hands }: SessionState, textOf: TextOf): ReturnType<TableParts['people']> {
  return seats.map((seat) => ({
    id: seat.id,
    delegates: seat.delegates.map(({ id, name, role }) => ({
      id,
      name: name === null ? null : textOf(name.id),
      role,
    })),
    bot: seat.bot,
    sealed: Object.hasOwn(sealed, seat.id),
    handRaised: hands.some((hand) => hand.seat === seat.id),
  }));
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
    institutions: worlds.map(({ institutions }) => tenths(institutions)),
    opacity: worlds.map(({ opacity }) => tenths(opacity)),
    competition: worlds.map(({ competition }) => tenths(competition)),
    direction: stations.map((s) => tenths(s.direction)),
    participation: [0, ...state.rounds.map(({ participation }) => tenths(participation))],
    equality: [
      1000,
      ...state.rounds.map(({ payoffs }) => tenthsOf(equalityOf(state.basis.setting.seats, payoffs))),
    ],
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
