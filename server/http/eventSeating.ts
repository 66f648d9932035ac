import { failed, ok, type Result } from '#shared/lib/result.ts';
import { isEntryOpen, MOST_WAITING } from '#shared/session/vocabulary/entry.ts';
import { delegationSizeOf } from '#shared/session/topics/delegationRules.ts';
import { plainName } from '#shared/lib/plainName.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import type { Asker } from '../lib/asker.ts';
import { type TableFill, tableFor } from '../live/placing.ts';
import type { LiveSession } from '../live/session.ts';
import { attendanceOf } from '../rooms/attendance.ts';
import type { Gathering } from '../rooms/gatherings.ts';
import { MOST_OF_DEVICE } from '../rooms/shares.ts';
import type { HttpContext } from './context.ts';
import { letIn } from './places.ts';
import { isIn, newcomerTo, peopleIn, Presses } from './presses.ts';
import { type Denial, passAgain } from './seating.ts';

/** What seating people at the tables of an event needs. */
type Parts = Pick<HttpContext, 'registry' | 'gatherings' | 'key'>;

/** Somebody who asks for a place at an event. */
interface EventArrival {
  readonly name: string | null;
  readonly key: string | null;
  readonly asker: Asker;
}

/** People who ask for a place at this moment, by the number of their table: those who come next must see them. */
type Coming = Map<number, Set<string>>;

interface Doing {
  readonly presses: Presses<Result<SeatPass, Denial>>;
  readonly coming: Coming;
}

const doings = new WeakMap<Gathering, Doing>();

function doingAt(gathering: Gathering): Doing {
  const doing = doings.get(gathering) ?? { presses: new Presses(), coming: new Map() };
  doings.set(gathering, doing);
  return doing;
}

const deviceFull: Denial = {
  status: 429,
  code: 'deviceFull',
  message: 'this browser holds as many seats as one may',
};
const allFull: Denial = { status: 409, code: 'tableFull', message: 'every table of this event is full' };

/** Why another table may still have a place. */
const otherTable: readonly Denial['code'][] = [
  'seatFull',
  'tableFull',
  'entryClosed',
  'sessionEnded',
  'networkFull',
];

/** Gives a newcomer a place at one of the event's tables; the same request again gives the same place. */
export async function joinEvent(
  parts: Parts,
  gathering: Gathering,
  arrival: EventArrival,
): Promise<Result<SeatPass, Denial>> {
  return doingAt(gathering).presses.oncePer(arrival.key, async () => {
    const tables = parts.gatherings.awake(gathering).map(({ live }) => live);
    const { delegate, isHere } = newcomerTo(parts.key, gathering.id, tables, arrival.key);
    if (!isHere) return seatAtTable(parts, gathering, arrival, delegate);
    const here = tables.find(({ state }) => isIn(state, delegate));
    return here === undefined ? failed(allFull) : ok(await passAt(parts, gathering, here, delegate));
  });
}

/** A new pass for a person of an event. */
export async function passAt(
  { registry }: Pick<Parts, 'registry'>,
  { code }: Gathering,
  session: LiveSession,
  delegate: string,
): Promise<SeatPass> {
  return { ...(await passAgain(registry, session, delegate)), event: code };
}

/** The digest of a name on an event's list: the names themselves are kept nowhere. */
export function nameDigest(key: Parts['key'], gathering: string, name: string): string {
  return key
    .sign(`name ${gathering} ${plainName(name)}`)
    .subarray(0, 12)
    .toString('base64url');
}

async function seatAtTable(
  parts: Parts,
  gathering: Gathering,
  arrival: EventArrival,
  delegate: string,
): Promise<Result<SeatPass, Denial>> {
  const { registry, gatherings, key } = parts;
  const { placing, names } = gathering.opening;
  const digest = arrival.name === null ? null : nameDigest(key, gathering.id, arrival.name);
  const named = digest === null ? null : (names[digest] ?? null);
  if (heldBy(parts, gathering, arrival.asker) >= MOST_OF_DEVICE) return failed(deviceFull);
  const refusing = new Set<number>();
  let denial = allFull;
  for (;;) {
    const number = tableFor(gathering.opening, fillsOf(parts, gathering, refusing), named);
    if (number === null) return failed(denial);
    if (number === 'new') {
      if ((await gatherings.layNext(gathering)) === null) return failed(denial);
      continue;
    }
    const live = gatherings.awake(gathering).find((table) => table.number === number)?.live;
    if (live === undefined) return failed(denial);
    const wish = { seat: null, wait: placing === 'hand', delegate, name: arrival.name, asker: arrival.asker };
    const seated = await onTheWay(gathering, number, delegate, () => letIn(registry, live, wish));
    if (seated.ok) return ok({ ...seated.value, event: gathering.code });
    if (!otherTable.includes(seated.failure.code)) return seated;
    denial = seated.failure;
    refusing.add(number);
  }
}

/** How many places of an event one browser holds, at all tables together. */
function heldBy({ gatherings }: Parts, gathering: Gathering, asker: Asker): number {
  const held = gatherings.awake(gathering).map(({ live }) => attendanceOf(live).heldBy(asker).ofDevice);
  return held.reduce((sum, one) => sum + one, 0);
}

async function onTheWay<Value>(
  gathering: Gathering,
  number: number,
  delegate: string,
  act: () => Promise<Value>,
): Promise<Value> {
  const { coming } = doingAt(gathering);
  const there = coming.get(number) ?? new Set();
  coming.set(number, there);
  there.add(delegate);
  try {
    return await act();
  } finally {
    there.delete(delegate);
  }
}

/** How full the tables are that are awake, those who are on their way included. */
function fillsOf(
  { gatherings }: Parts,
  gathering: Gathering,
  refusing: ReadonlySet<number>,
): readonly TableFill[] {
  const { coming } = doingAt(gathering);
  return gatherings.awake(gathering).map(({ number, live: { state, isStopped } }) => {
    const people = new Set([...peopleIn(state), ...(coming.get(number) ?? [])]).size;
    const places = state.seats.length * delegationSizeOf(state);
    const most = gathering.opening.placing === 'hand' ? places + MOST_WAITING : places;
    const mayEnter = isEntryOpen(state.entry, state.phase.name) && !isStopped && !refusing.has(number);
    return { number, people, isOpen: mayEnter && people < most, hasBegun: state.phase.name !== 'lobby' };
  });
}
