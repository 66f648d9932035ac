import { expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { filledEvents } from '#shared/log/fillRoles.ts';
import { newHeader } from '#shared/log/header.ts';
import { type LogLine, sealLine } from '#shared/log/line.ts';
import { foldLine } from '#shared/log/replay.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { logText } from '#shared/log/write.ts';
import { decide } from '#shared/session/decide.ts';
import { evolve } from '#shared/session/evolve.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { roles } from '#shared/session/vocabulary/delegations.ts';
import type { Event } from '#shared/session/vocabulary/events.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sha256 } from '../../server/store/digest.ts';
import { emptyTable, host, server } from '../session/table.ts';
import { parsed } from './playedLog.ts';

type People = Map<string, { readonly id: string; readonly role: string }[]>;

/** The seats and roles that folding derived before events carried roles. */
function asFoldedBefore(people: People, event: Event): void {
  const join = (seat: string, id: string): void => {
    const there = people.get(seat) ?? [];
    const role = roles.find((one) => !there.some((other) => other.role === one)) ?? 'adviser';
    people.set(seat, [...there, { id, role }]);
  };
  const leave = (seat: string, id: string): void => {
    const left = (people.get(seat) ?? []).filter((person) => person.id !== id);
    const isLed = left.length === 0 || left.some(({ role }) => role === 'head');
    people.set(seat, isLed ? left : left.map((one, index) => (index === 0 ? { ...one, role: 'head' } : one)));
  };
  if (event.type === 'seatTaken' || event.type === 'delegatePlaced') join(event.seat, event.delegate);
  if (event.type === 'delegateRemoved') leave(event.seat, event.delegate);
  if (event.type === 'delegateMoved' || event.type === 'delegatesSwapped') {
    leave(event.from, event.delegate);
    join(event.seat, event.delegate);
  }
  if (event.type === 'delegatesSwapped') {
    leave(event.seat, event.other);
    join(event.from, event.other);
  }
  if (event.type === 'rolesSet')
    for (const [seat, there] of people)
      people.set(
        seat,
        there.map((one) => ({ ...one, ...event.roles.find(({ delegate }) => delegate === one.id) })),
      );
}

function seating({ seats }: SessionState): unknown {
  return seats.map(({ id, delegates }) => [id, delegates.map((one) => [one.id, one.role])]);
}

const seats = emptyTable().seats.map(({ id }) => id);
const people = Array.from({ length: 14 }, (_, index) => `p${index}`);

/** A long series of joins and leaves, the same every time; the rules refuse many of these commands. */
function* commandsGiven(): Generator<readonly [Actor, Command]> {
  let dice = 12345;
  const draw = (count: number): number => {
    dice = (dice * 1103515245 + 12345) % 2147483648;
    return Math.floor((dice / 2147483648) * count);
  };
  for (let turn = 0; turn < 600; turn += 1) {
    const [seat, delegate, other] = [at(seats, draw(3)), at(people, draw(14)), at(people, draw(14))];
    const person: Actor = { kind: 'delegate', delegate, seat };
    const choice = draw(9);
    if (choice < 3) yield [person, { type: 'takeSeat', seat, delegate, name: null }];
    else if (choice === 3) yield [host, { type: 'moveDelegate', delegate, seat }];
    else if (choice === 4) yield [host, { type: 'removeDelegate', delegate }];
    else if (choice === 5) yield [server, { type: 'waitForSeat', delegate, name: null }];
    else if (choice === 6) yield [host, { type: 'placeDelegate', delegate, seat }];
    else if (choice === 7) yield [host, { type: 'setRole', delegate, role: at(roles, draw(roles.length)) }];
    else yield [host, { type: 'swapDelegates', delegate, other }];
  }
}

function withoutRoles(event: Event): Event {
  if (event.type === 'rolesSet' || !('roles' in event)) return event;
  const { roles: _since, ...older } = event;
  return older;
}

test('older records, whose events contain no roles, seat people as before and are decided the same today', () => {
  let state = emptyTable();
  const header = newHeader(state.basis, { build: 'test', created: 0 }, sha256);
  const before: People = new Map(seats.map((seat) => [seat, []]));
  const kinds = new Set<string>();
  const lines: LogLine[] = [];
  let head = header.hash;
  for (const [actor, command] of commandsGiven()) {
    const isWaiting = state.waiting.some(({ id }) => 'delegate' in command && id === command.delegate);
    if (command.type === 'takeSeat' && isWaiting) continue;
    const decided = decide(state, actor, command);
    if (!decided.ok) continue;
    const events = decided.value.map(withoutRoles);
    expect(filledEvents(state, events)).toEqual(decided.value);
    const folded = decided.value.reduce(evolve, state);
    expect(foldLine(state, { events })).toEqual(folded);
    for (const event of events) {
      asFoldedBefore(before, event);
      kinds.add(event.type);
    }
    state = folded;
    expect(seating(state)).toEqual(
      [...before].map(([id, there]) => [id, there.map((one) => [one.id, one.role])]),
    );
    const bare = { seq: lines.length + 1, at: lines.length, actor, key: `k${lines.length}`, command, events };
    const { line } = sealLine(head, bare, sha256);
    head = line.hash;
    lines.push(line);
  }
  for (const kind of ['seatTaken', 'delegatePlaced', 'delegateMoved', 'delegateRemoved', 'delegatesSwapped'])
    expect(kinds).toContain(kind);
  const footer = { end: true, count: lines.length, head, status: 'open' } as const;
  const report = verifyLog(parsed(logText({ header, lines, footer, texts: [] })), sha256);
  expect(report.firstFault).toBeNull();
  expect(report.checks.find(({ name }) => name === 'decisions')).toMatchObject({ ok: true, done: true });
});

test('roles that the rules would not give are found', () => {
  const state = emptyTable();
  const header = newHeader(state.basis, { build: 'test', created: 0 }, sha256);
  const taken = { type: 'seatTaken', seat: at(seats, 0), delegate: 'ada', name: null } as const;
  const command = { ...taken, type: 'takeSeat' } as const;
  const actor = { kind: 'delegate', delegate: 'ada', seat: taken.seat } as const;
  const events: readonly Event[] = [{ ...taken, roles: [{ delegate: 'ada', role: 'adviser' }] }];
  const { line } = sealLine(header.hash, { seq: 1, at: 0, actor, key: 'k', command, events }, sha256);
  const footer = { end: true, count: 1, head: line.hash, status: 'open' } as const;
  const report = verifyLog(parsed(logText({ header, lines: [line], footer, texts: [] })), sha256);
  expect(report.firstFault).toMatchObject({ where: 'line 1' });
});
