import { at } from '#shared/lib/at.ts';
import { sameJson } from '#shared/lib/sameJson.ts';
import { actionIds } from '#shared/model/actions.ts';
import { payoffParts, stages } from '#shared/model/world.ts';
import type { BlocView, OwnView, RevealView, SeatView, TableView } from '#shared/session/views/tableView.ts';
import {
  HOST_PART,
  NO_NUMBER,
  botNumber,
  eventsText,
  matrixRows,
  orderText,
  packed,
  pairRows,
  tablePhases,
} from '#shared/wire/packing.ts';
import { roles } from '#shared/session/vocabulary/delegations.ts';
import { talkModes } from '#shared/session/vocabulary/talk.ts';
import { agreementsText, agreementText } from '#shared/wire/agreementPacking.ts';
import { objectivesText } from '#shared/wire/objectivePacking.ts';
import { mattersText } from '#shared/wire/charterPacking.ts';
import { delegationText } from '#shared/wire/delegationPacking.ts';
import { type Curtain, curtains, entryText, waitingText } from '#shared/wire/entryPacking.ts';
import { talkRows } from '#shared/wire/talkPacking.ts';
import { type NoRoom, noRoomText } from '#shared/wire/noRoom.ts';
import { type WallCentre, wallCentres, type WallPage, wallPageText } from '#shared/wire/wallPage.ts';
import { BlocSchema, PrivateSchema, SeatSchema, TableSchema, TrailSchema } from './table.ts';
import { trailKeys } from '#shared/session/views/trail.ts';

/** Who is connected and until when the phase runs, as the server knows it; never part of the record. */
export interface ServerPresence {
  /** By seat index. */
  readonly connected: readonly boolean[];
  /** By seat index: whether it has a head who is not connected. */
  readonly headsAway: readonly boolean[];
  /** People who have been away for a while; only the host sees who. */
  readonly away: readonly string[];
  /** Who was turned away lately for lack of room; only the host sees it. */
  readonly noRoom: readonly NoRoom[];
  /** On the server's clock; null without a deadline. */
  readonly deadlineAtMs: number | null;
  readonly pausedRemainingMs: number | null;
  /** What the host lets the projector show. */
  readonly curtain: Curtain;
  /** The host's page on the wall beside the map. */
  readonly wall: WallPage;
  /** What stands in the large part of the wall. */
  readonly centre: WallCentre;
  /** The place of the shared replay; empty while nobody leads. */
  readonly lead: string;
}

/** An empty table with all its seats and their private parts, made once; later writes only change its fields. */
export function blankTable(seats: readonly string[]): TableSchema {
  const table = new TableSchema();
  for (const id of seats) {
    table.seats.push(new SeatSchema({ id }));
    table.privates.set(id, new PrivateSchema());
  }
  table.privates.set(HOST_PART, new PrivateSchema());
  table.trail = new TrailSchema();
  return table;
}

/**
 * Writes what everybody may see into the table; leaves equal fields alone. `shown` is the view that was written last: parts that
 * are still the same objects are not compared again.
 */
export function mirrorTable(table: TableSchema, view: TableView, shown: TableView | null = null): void {
  const seats = view.seats.length;
  const isNew = (key: keyof TableView): boolean => view[key] !== shown?.[key];
  write(table, {
    phase: tablePhases.indexOf(view.phase),
    round: view.round,
    seconds: view.seconds ?? -1,
    paused: view.paused,
    stage: stages.indexOf(view.stage),
    locked: view.locked,
    regime: view.regime,
    institutions: view.institutions,
    opacity: view.opacity,
    competition: view.competition,
  });
  if (isNew('events')) write(table, { events: eventsText(view.events) });
  if (isNew('entry')) write(table, { entry: entryText(view.entry) });
  if (isNew('waiting')) write(table, { waiting: waitingText(view.waiting) });
  if (isNew('ending')) write(table, { ending: view.ending === null ? '' : JSON.stringify(view.ending) });
  if (isNew('debrief')) write(table, { debrief: view.debrief === null ? '' : JSON.stringify(view.debrief) });
  view.seats.forEach((seat, index) => mirrorSeat(at(table.seats, index), seat, shown?.seats[index]));
  if (isNew('blocs')) mirrorBlocs(table, view.blocs);
  for (const key of ['trust', 'restriction'] as const) {
    if (isNew(key)) writeList(table[key], matrixRows(view[key], seats).map(packed));
  }
  for (const key of ['link', 'technical', 'political', 'commercial'] as const) {
    if (isNew(key)) writeList(table[key], pairRows(view[key], seats).map(packed));
  }
  if (isNew('trail')) for (const key of trailKeys) writeList(table.trail[key], view.trail[key]);
  if (isNew('reveal')) mirrorReveal(table, view.reveal);
  if (isNew('talk')) mirrorTalk(table, view.talk);
  if (isNew('messages')) writeList(table.talk, talkRows(view.messages));
  if (isNew('agreements')) writeList(table.agreements, view.agreements.map(agreementText));
}

type OwnKey = Exclude<keyof OwnView, 'seat'>;

/** How each member of a seat's own view is written. */
const ownTexts: { readonly [Key in OwnKey]: (value: OwnView[Key]) => Partial<PrivateSchema> } = {
  brief: ({ en, zh }) => ({ briefEn: en, briefZh: zh }),
  objectives: (both) => ({ objectives: objectivesText(both) }),
  trust: (trust) => ({ trust: trust === null ? '' : packed([...trust.inOthers, ...trust.ofOthers]) }),
  order: (order) => ({ order: order === null ? '' : orderText(order) }),
  expects: (expects) => ({ expects: expects === null ? '' : `${expects.seat} ${expects.family}` }),
  bet: (bet) => ({ bet: bet ?? 0 }),
  open: (open) => ({ open: packed(open.map((action) => actionIds.indexOf(action))) }),
  later: (later) => ({
    later: packed(later.flatMap(({ action, round }) => [actionIds.indexOf(action), round])),
  }),
  answerable: (seats) => ({ answerable: seats.join(' ') }),
  drafts: (drafts) => ({ drafts: delegationText(drafts) }),
  endorsed: (endorsed) => ({ endorsed: delegationText(endorsed) }),
  agreements: (agreements) => ({ agreements: agreementsText(agreements) }),
  bannedUntil: (round) => ({ bannedUntil: round ?? 0 }),
  muted: (muted) => ({ muted }),
  score: (score) => ({ score }),
  usual: (usual) => ({ usual: usual === null ? '' : String(usual) }),
  payoff: (payoff) => ({
    payoff: payoff === null ? '' : packed([...payoffParts, 'total' as const].map((key) => payoff[key])),
  }),
  messages: (messages) => Object.fromEntries(talkRows(messages).map((row, index) => [`talk${index}`, row])),
};
const ownKeys = Object.keys(ownTexts).filter((key): key is OwnKey => key in ownTexts);

/** Writes what one seat may see into its private part, with `shown` as above. Throws if the table has no such seat. */
export function mirrorOwn(table: TableSchema, own: OwnView, shown: OwnView | null = null): void {
  if (own === shown) return;
  const part = table.privates.get(own.seat);
  if (part === undefined) throw new Error('a private view of a seat that is not at the table');
  for (const key of ownKeys) if (own[key] !== shown?.[key]) write(part, ownText(key, own[key]));
}

function ownText<Key extends OwnKey>(key: Key, value: OwnView[Key]): Partial<PrivateSchema> {
  return ownTexts[key](value);
}

/** Writes what the host alone may see: everybody's trust if the table does not show it, else nothing. */
export function mirrorHost(table: TableSchema, trust: TableView['trust']): void {
  write(hostPart(table), { trust: packed(trust) });
}

function hostPart(table: TableSchema): PrivateSchema {
  const part = table.privates.get(HOST_PART);
  if (part === undefined) throw new Error('a table without the part of the host');
  return part;
}

/** Writes who is connected and how the clock stands. */
export function mirrorPresence(table: TableSchema, presence: ServerPresence): void {
  presence.connected.forEach((connected, index) => write(at(table.seats, index), { connected }));
  presence.headsAway.forEach((headAway, index) => write(at(table.seats, index), { headAway }));
  const noRoom = noRoomText(presence.noRoom);
  write(hostPart(table), { away: presence.away.join(' '), noRoom });
  write(table, {
    deadlineAtMs: presence.deadlineAtMs ?? 0,
    pausedRemainingMs: presence.pausedRemainingMs ?? -1,
    curtain: curtains.indexOf(presence.curtain),
    wall: wallPageText(presence.wall),
    centre: wallCentres.indexOf(presence.centre),
    lead: presence.lead,
  });
}

function mirrorSeat(seat: SeatSchema, view: SeatView, shown: SeatView | undefined): void {
  write(seat, plainOf(view), shown === undefined ? {} : plainOf(shown));
  if (view.bot !== shown?.bot) write(seat, { bot: botNumber(view.bot) });
  const { delegates } = view;
  if (sameJson(delegates, shown?.delegates)) return;
  write(seat, { roles: packed(delegates.map(({ role }) => roles.indexOf(role))) });
  writeList(
    seat.delegates,
    delegates.map((delegate) => delegate.id),
  );
  writeList(
    seat.names,
    delegates.map((delegate) => delegate.name ?? ''),
  );
}

/** What is written just as it stands in the view of a seat. */
function plainOf({ id: _id, delegates: _delegates, bot: _bot, ...plain }: SeatView) {
  return plain;
}

function mirrorBlocs(table: TableSchema, blocs: readonly BlocView[]): void {
  const now = new Set(blocs.map((bloc) => `${bloc.id}`));
  const gone = Array.from(table.blocs.keys()).filter((key) => !now.has(key));
  for (const key of gone) table.blocs.delete(key);
  for (const { id, kind, side, field, members, depth, dormant, coordinated, age, matters } of blocs) {
    const values = {
      exclusive: kind === 'exclusive',
      side,
      field: field ?? NO_NUMBER,
      members: packed(members),
      depth,
      dormant,
      coordinated,
      age,
      matters: mattersText(matters),
    };
    const known = table.blocs.get(`${id}`);
    if (known === undefined) table.blocs.set(`${id}`, new BlocSchema(values));
    else write(known, values);
  }
}

function mirrorTalk(table: TableSchema, { mode, silent, pledgedWeight }: TableView['talk']): void {
  write(table, { talkMode: talkModes.indexOf(mode), talkSilent: silent, pledgedWeight });
}

function mirrorReveal(table: TableSchema, reveal: RevealView | null): void {
  write(table, {
    revealRound: reveal?.round ?? 0,
    revealEvents: eventsText(reveal?.events ?? []),
    revealBets: packed(reveal?.bets ?? []),
  });
  writeList(table.revealOrders, (reveal?.orders ?? []).map(orderText));
}

/**
 * Sets the fields that differ, because setting an equal value would send it again. Fields equal to `shown` are in the target
 * already.
 */
function write<Target extends object>(
  target: Target,
  values: Partial<Target>,
  shown: Partial<Target> = {},
): void {
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== shown[key] && target[key] !== value) target[key] = value;
  }
}

interface WritableList<Item> {
  readonly length: number;
  [index: number]: Item;
  push(item: Item): number;
  pop(): Item | undefined;
}

/** Makes a list equal to another by index: changes, then appends, then shortens. */
function writeList<Item>(list: WritableList<Item>, items: readonly Item[]): void {
  items.forEach((item, index) => {
    if (index >= list.length) list.push(item);
    else if (list[index] !== item) list[index] = item;
  });
  while (list.length > items.length) list.pop();
}
