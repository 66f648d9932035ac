import { at } from '#shared/lib/at.ts';
import { stages } from '#shared/model/world.ts';
import { roles } from '#shared/session/vocabulary/delegations.ts';
import type {
  BlocView,
  EndingView,
  OwnView,
  RevealView,
  SeatView,
  TableView,
} from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { agreementOfText } from '#shared/wire/agreementPacking.ts';
import { mattersOfText } from '#shared/wire/charterPacking.ts';
import { type Curtain, curtains, entryOfText, waitingOfText } from '#shared/wire/entryPacking.ts';
import {
  HOST_PART,
  NO_NUMBER,
  botOfNumber,
  eventsOfText,
  orderOfText,
  tablePhases,
  unpacked,
} from '#shared/wire/packing.ts';
import { type NoRoom, noRoomOfText } from '#shared/wire/noRoom.ts';
import { type WallCentre, wallCentres, type WallPage, wallPageOfText } from '#shared/wire/wallPage.ts';
import { ownFromWire, type WireMap, type WirePrivate } from './unmirrorOwn.ts';
import { betsOf, debriefFromWire } from './unmirrorParts.ts';
import { publicTalkOf, type WireTalk } from './unmirrorTalk.ts';
import type { Trail } from '#shared/session/views/trail.ts';

const fields = [0, 1, 2] as const;

type List<Item> = Iterable<Item> & { readonly length: number };

interface WireSeat extends Omit<SeatView, 'delegates' | 'bot'> {
  readonly delegates: List<string>;
  readonly names: List<string>;
  readonly roles: string;
  readonly bot: number;
  readonly connected: boolean;
  readonly headAway: boolean;
}

interface WireBloc extends Omit<BlocView, 'id' | 'kind' | 'field' | 'members' | 'matters'> {
  readonly exclusive: boolean;
  readonly field: number;
  readonly members: string;
  readonly matters: string;
}

type Rows = 'trust' | 'restriction' | 'link' | 'technical' | 'political' | 'commercial';
type Plain = 'round' | 'paused' | 'locked' | 'regime' | 'institutions' | 'opacity' | 'competition';

/** The table as received: the shape of `server/wire/table.ts` after decoding. */
export interface WireTable extends Pick<TableView, Plain>, WireTalk, Readonly<Record<Rows, List<string>>> {
  readonly phase: number;
  readonly seconds: number;
  readonly stage: number;
  readonly events: string;
  readonly entry: string;
  readonly waiting: string;
  readonly curtain: number;
  readonly wall: string;
  readonly centre: number;
  readonly lead: string;
  readonly deadlineAtMs: number;
  readonly pausedRemainingMs: number;
  readonly seats: List<WireSeat>;
  readonly blocs: WireMap<WireBloc>;
  readonly trail: Readonly<Record<keyof Trail, List<Tenths>>>;
  readonly agreements: List<string>;
  readonly revealRound: number;
  readonly revealEvents: string;
  readonly revealOrders: List<string>;
  readonly revealBets: string;
  readonly ending: string;
  readonly debrief: string;
  readonly privates: WireMap<WirePrivate> | undefined;
}

/** Presence on the server's clock; `live.ts` shifts it to this device's. */
export interface WirePresence {
  readonly connected: readonly boolean[];
  readonly headsAway: readonly boolean[];
  readonly away: readonly string[];
  readonly noRoom: readonly NoRoom[];
  readonly deadlineAtMs: number | null;
  readonly pausedRemainingMs: number | null;
  readonly curtain: Curtain;
  readonly wall: WallPage;
  readonly centre: WallCentre;
  /** The place of the shared replay; null while nobody leads. */
  readonly lead: string | null;
}

/** Converts a decoded table back into the server's view; without a private part into the public view. */
export function unmirror(
  wire: WireTable,
  privates: WireTable['privates'] = wire.privates,
): { table: TableView; own: OwnView | null; presence: WirePresence } {
  return { table: tableOf(wire, privates), own: ownFromWire(privates), presence: presenceOf(wire) };
}

function tableOf(wire: WireTable, privates: WireTable['privates']): TableView {
  const rows = (key: Rows): number[] => [...wire[key]].flatMap(unpacked);
  return {
    phase: at(tablePhases, wire.phase),
    round: wire.round,
    seconds: wire.seconds < 0 ? null : wire.seconds,
    paused: wire.paused,
    stage: at(stages, wire.stage),
    locked: wire.locked,
    events: eventsOfText(wire.events),
    entry: entryOfText(wire.entry),
    waiting: waitingOfText(wire.waiting),
    seats: [...wire.seats].map(seatOf),
    blocs: [...wire.blocs.entries()].map(blocOf).toSorted((a, b) => a.id - b.id),
    regime: wire.regime,
    institutions: wire.institutions,
    opacity: wire.opacity,
    competition: wire.competition,
    trust: trustOf(privates, rows('trust')),
    restriction: rows('restriction'),
    link: rows('link'),
    technical: rows('technical'),
    political: rows('political'),
    commercial: rows('commercial'),
    trail: trailOf(wire.trail),
    ...publicTalkOf(wire),
    agreements: [...wire.agreements].map(agreementOfText),
    reveal: revealOf(wire),
    ending: wire.ending === '' ? null : endingOf(wire.ending),
    debrief: debriefFromWire(wire.debrief),
  };
}

/** The matrix that everybody receives, or if it is empty the host's matrix. */
function trustOf(privates: WireTable['privates'], shown: readonly number[]): readonly number[] {
  return shown.length > 0 ? shown : unpacked(privates?.get(HOST_PART)?.trust ?? '');
}

function seatOf(seat: WireSeat): SeatView {
  const names = [...seat.names];
  const held = unpacked(seat.roles);
  return {
    id: seat.id,
    delegates: [...seat.delegates].map((id, index) => ({
      id,
      name: names[index] || null,
      role: roles[held[index] ?? -1] ?? 'adviser',
    })),
    bot: botOfNumber(seat.bot),
    sealed: seat.sealed,
    handRaised: seat.handRaised,
    development: seat.development,
    defence: seat.defence,
    localization: seat.localization,
    force: seat.force,
    shock: seat.shock,
    threat: seat.threat,
    securitization: seat.securitization,
    trusted: seat.trusted,
  };
}

function blocOf([id, bloc]: [string, WireBloc]): BlocView {
  return {
    id: Number(id),
    kind: bloc.exclusive ? 'exclusive' : 'functional',
    side: bloc.side,
    field: bloc.field === NO_NUMBER ? null : at(fields, bloc.field),
    members: unpacked(bloc.members),
    depth: bloc.depth,
    dormant: bloc.dormant,
    coordinated: bloc.coordinated,
    age: bloc.age,
    matters: mattersOfText(bloc.matters),
  };
}

function trailOf(trail: WireTable['trail']): Trail {
  return {
    efficiency: [...trail.efficiency],
    meanTrust: [...trail.meanTrust],
    meanThreat: [...trail.meanThreat],
    blocIndex: [...trail.blocIndex],
    securitizationIndex: [...trail.securitizationIndex],
    fragmentationIndex: [...trail.fragmentationIndex],
    regime: [...trail.regime],
    institutions: [...trail.institutions],
    opacity: [...trail.opacity],
    competition: [...trail.competition],
    direction: [...trail.direction],
    participation: [...trail.participation],
    equality: [...trail.equality],
  };
}

function revealOf(wire: WireTable): RevealView | null {
  if (wire.revealRound === 0) return null;
  return {
    round: wire.revealRound,
    events: eventsOfText(wire.revealEvents),
    orders: [...wire.revealOrders].map(orderOfText),
    bets: betsOf(unpacked(wire.revealBets)),
  };
}

function endingOf(text: string): EndingView {
  const ending: EndingView = JSON.parse(text);
  return ending;
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function presenceOf(wire: WireTable): WirePresence {
  return {
    connected: [...wire.seats].map((seat) => seat.connected),
    headsAway: [...wire.seats].map((seat) => seat.headAway),
    away: wordsOf(wire.privates?.get(HOST_PART)?.away ?? ''),
    noRoom: noRoomOfText(wire.privates?.get(HOST_PART)?.noRoom ?? ''),
    deadlineAtMs: wire.deadlineAtMs === 0 ? null : wire.deadlineAtMs,
    pausedRemainingMs: wire.pausedRemainingMs < 0 ? null : wire.pausedRemainingMs,
    curtain: at(curtains, wire.curtain),
    wall: wallPageOfText(wire.wall),
    centre: at(wallCentres, wire.centre),
    lead: wire.lead === '' ? null : wire.lead,
  };
}
