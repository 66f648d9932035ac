import { at } from '../lib/at.ts';
import type { ParsedLog } from '../log/parse.ts';
import { textsInCopy } from '../log/copyTexts.ts';
import { foldLine } from '../log/replay.ts';
import { basisOf } from '../log/header.ts';
import { initialState } from '../session/open.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { World } from '../model/world.ts';
import { derive, type Derived } from '../model/indicators.ts';

/** Whether an export holds the typed names of people. */
export interface ExportChoice {
  readonly names: boolean;
}

/** Somebody who joined: pseudonym, the id of the record, and where they were. */
export interface PersonTold {
  readonly person: string;
  readonly id: string;
  readonly name: string | null;
  readonly joinedLine: number;
  readonly firstSeat: string | null;
  readonly seat: string | null;
  readonly role: SessionState['seats'][number]['delegates'][number]['role'] | null;
  readonly present: boolean;
}

/** A line with the state before it. */
export interface LineTold {
  readonly line: ParsedLog['lines'][number];
  readonly before: SessionState;
}

/** One session of an export, played through once, with what its tables are made from. */
export interface SessionTold {
  /** The first twelve digits of the digest of the header: the name of the session in every table. */
  readonly session: string;
  readonly log: ParsedLog;
  /** At the end of the record. */
  readonly state: SessionState;
  /** The world at the opening and at the end of each round that stands. */
  readonly worlds: readonly World[];
  readonly derived: readonly Derived[];
  /** Whether typed names stand in this export. */
  readonly names: boolean;
  /** The texts that an export may hold. */
  readonly textOf: (id: string) => string | null;
  readonly people: readonly PersonTold[];
  /** The pseudonym of a person by the id of the record; null for nobody and for who never joined. */
  readonly personOf: (id: string | null) => string | null;
  readonly lines: readonly LineTold[];
}

/** Digits of the header's digest that name a session. */
const SESSION_DIGITS = 12;

/** The name of a session in every table and file, from the digest of its header. */
export function sessionOf(hash: string): string {
  return hash.slice(0, SESSION_DIGITS);
}

/** Plays a record for its export. Throws if it cannot be folded. */
export function tellSession(log: ParsedLog, { names }: ExportChoice): SessionTold {
  let state = initialState(basisOf(log.header));
  const lines: LineTold[] = [];
  const people = new Map<string, PersonTold>();
  const textOf = textReader(log, names);
  for (const line of log.lines) {
    lines.push({ line, before: state });
    state = foldLine(state, line);
    meet(people, state, line, textOf);
  }
  const { setting } = state.basis;
  const played = state.rounds.length;
  const worlds = Array.from({ length: played + 1 }, (_, round) => state.roundStarts[round] ?? state.world);
  return {
    session: sessionOf(log.header.hash),
    names,
    log,
    state,
    worlds,
    derived: worlds.map((world) => derive(setting, world)),
    textOf,
    people: [...people.values()].map((one) => ({ ...one, ...whereNow(state, one) })),
    personOf: (id) => (id === null ? null : (people.get(id)?.person ?? null)),
    lines,
  };
}

/** The name of a seat by its index. */
export function seatIdAt({ state }: SessionTold, index: number): string {
  return at(state.seats, index).id;
}

function textReader(log: ParsedLog, names: boolean): SessionTold['textOf'] {
  const allowed = textsInCopy(log, { kind: 'export', names });
  const texts = new Map(log.texts.filter(({ id }) => allowed.has(id)).map(({ id, value }) => [id, value]));
  return (id) => texts.get(id) ?? null;
}

/** Notes who has joined with a line, and where everybody sits after it. */
function meet(
  people: Map<string, PersonTold>,
  state: SessionState,
  { seq, events }: ParsedLog['lines'][number],
  textOf: SessionTold['textOf'],
): void {
  for (const event of events) {
    if ((event.type !== 'seatTaken' && event.type !== 'waitingJoined') || people.has(event.delegate))
      continue;
    people.set(event.delegate, {
      person: `P${String(people.size + 1).padStart(2, '0')}`,
      id: event.delegate,
      name: event.name === null ? null : textOf(event.name.id),
      joinedLine: seq,
      firstSeat: null,
      seat: null,
      role: null,
      present: false,
    });
  }
  for (const { id: seat, delegates } of state.seats) {
    for (const { id, role } of delegates) {
      const one = people.get(id);
      if (one === undefined || (one.seat === seat && one.role === role)) continue;
      people.set(id, { ...one, seat, role, firstSeat: one.firstSeat ?? seat });
    }
  }
}

function whereNow(state: SessionState, { id }: PersonTold): Pick<PersonTold, 'present'> {
  return { present: state.seats.some(({ delegates }) => delegates.some((one) => one.id === id)) };
}
