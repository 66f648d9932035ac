import { at } from '#shared/lib/at.ts';
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
import { BlocSchema, PrivateSchema, SeatSchema, TableSchema, TrailSchema } from './table.ts';

/** Who is connected and until when the phase runs, as the server knows it; never part of the record. */
export interface ServerPresence {
  /** By seat index. */
  readonly connected: readonly boolean[];
  /** By seat index: it has a head, who is not connected. */
  readonly headsAway: readonly boolean[];
  /** On the server's clock; null without a deadline. */
  readonly deadlineAtMs: number | null;
  readonly pausedRemainingMs: number | null;
  /** What the host lets the projector show. */
  readonly curtain: Curtain;
}

const trailKeys = [
  'efficiency',
  'meanTrust',
  'meanThreat',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
  'regime',
  'direction',
  'participation',
] as const satisfies readonly (keyof TableView['trail'])[];

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

/** Writes what everybody may see into the table; fields that are equal already are left alone. */
export function mirrorTable(table: TableSchema, view: TableView): void {
  const seats = view.seats.length;
  write(table, {
    phase: tablePhases.indexOf(view.phase),
    round: view.round,
    seconds: view.seconds ?? -1,
    paused: view.paused,
    stage: stages.indexOf(view.stage),
    locked: view.locked,
    events: eventsText(view.events),
    regime: view.regime,
    institutions: view.institutions,
    opacity: view.opacity,
    competition: view.competition,
    entry: entryText(view.entry),
    waiting: waitingText(view.waiting),
    ending: view.ending === null ? '' : JSON.stringify(view.ending),
    debrief: view.debrief === null ? '' : JSON.stringify(view.debrief),
  });
  view.seats.forEach((seat, index) => mirrorSeat(at(table.seats, index), seat));
  mirrorBlocs(table, view.blocs);
  for (const key of ['trust', 'restriction'] as const) {
    writeList(table[key], matrixRows(view[key], seats).map(packed));
  }
  for (const key of ['link', 'technical', 'political', 'commercial'] as const) {
    writeList(table[key], pairRows(view[key], seats).map(packed));
  }
  for (const key of trailKeys) writeList(table.trail[key], view.trail[key]);
  mirrorReveal(table, view.reveal);
  mirrorTalk(table, view);
  writeList(table.agreements, view.agreements.map(agreementText));
}

/** Writes what one seat may see into its private part. Throws if the table has no such seat. */
export function mirrorOwn(table: TableSchema, own: OwnView): void {
  const part = table.privates.get(own.seat);
  if (part === undefined) throw new Error('a private view of a seat that is not at the table');
  const { payoff } = own;
  write(part, {
    briefEn: own.brief.en,
    briefZh: own.brief.zh,
    objectives: objectivesText(own.objectives),
    trust: own.trust === null ? '' : packed([...own.trust.inOthers, ...own.trust.ofOthers]),
    order: own.order === null ? '' : orderText(own.order),
    expects: own.expects === null ? '' : `${own.expects.seat} ${own.expects.family}`,
    bet: own.bet ?? 0,
    open: packed(own.open.map((action) => actionIds.indexOf(action))),
    later: packed(own.later.flatMap(({ action, round }) => [actionIds.indexOf(action), round])),
    answerable: own.answerable.join(' '),
    drafts: delegationText(own.drafts),
    endorsed: delegationText(own.endorsed),
    agreements: agreementsText(own.agreements),
    bannedUntil: own.bannedUntil ?? 0,
    muted: own.muted,
    score: own.score,
    payoff: payoff === null ? '' : packed([...payoffParts, 'total' as const].map((key) => payoff[key])),
    ...Object.fromEntries(talkRows(own.messages).map((row, index) => [`talk${index}`, row])),
  });
}

/** Writes what the host alone may see: everybody's trust where the table does not show it, else nothing. */
export function mirrorHost(table: TableSchema, trust: TableView['trust']): void {
  const part = table.privates.get(HOST_PART);
  if (part === undefined) throw new Error('a table without the part of the host');
  write(part, { trust: packed(trust) });
}

/** Writes who is connected and how the clock stands. */
export function mirrorPresence(table: TableSchema, presence: ServerPresence): void {
  presence.connected.forEach((connected, index) => write(at(table.seats, index), { connected }));
  presence.headsAway.forEach((headAway, index) => write(at(table.seats, index), { headAway }));
  write(table, {
    deadlineAtMs: presence.deadlineAtMs ?? 0,
    pausedRemainingMs: presence.pausedRemainingMs ?? -1,
    curtain: curtains.indexOf(presence.curtain),
  });
}

function mirrorSeat(seat: SeatSchema, view: SeatView): void {
  const { id: _id, delegates, bot, ...plain } = view;
  const held = packed(delegates.map(({ role }) => roles.indexOf(role)));
  write(seat, { ...plain, roles: held, bot: botNumber(bot) });
  writeList(
    seat.delegates,
    delegates.map((delegate) => delegate.id),
  );
  writeList(
    seat.names,
    delegates.map((delegate) => delegate.name ?? ''),
  );
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

function mirrorTalk(table: TableSchema, { talk, messages }: TableView): void {
  write(table, {
    talkMode: talkModes.indexOf(talk.mode),
    talkSilent: talk.silent,
    pledgedWeight: talk.pledgedWeight,
  });
  writeList(table.talk, talkRows(messages));
}

function mirrorReveal(table: TableSchema, reveal: RevealView | null): void {
  write(table, {
    revealRound: reveal?.round ?? 0,
    revealEvents: eventsText(reveal?.events ?? []),
    revealBets: packed(reveal?.bets ?? []),
  });
  writeList(table.revealOrders, (reveal?.orders ?? []).map(orderText));
}

/** Sets the fields that differ. A set of an equal value would be sent again. */
function write<Target extends object>(target: Target, values: Partial<Target>): void {
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && target[key] !== value) target[key] = value;
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
