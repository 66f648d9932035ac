import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { decide } from '#shared/session/decide.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { emptiestSeat } from '#shared/session/topics/admitting.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import type { ApiErrorCode } from '#shared/wire/apiErrors.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import { failed, ok, type Result } from '#shared/lib/result.ts';
import { ruleOf } from '#shared/run/reply.ts';
import type { Registry } from '../rooms/registry.ts';
import type { LiveSession } from '../live/session.ts';
import { writtenText } from '../store/sessionTexts.ts';
import { cleanName } from '../lib/cleanName.ts';

/** A refusal as the API answers it. */
export interface Denial {
  readonly status: number;
  readonly code: ApiErrorCode;
  readonly message: string;
}

/** The API's answer when the store wrote nothing. */
const notStored: Denial = {
  status: 503,
  code: 'notStored',
  message: 'this could not be kept; try again',
};

/** A newcomer's request; `delegate` is the id they will have. */
export interface Wish {
  readonly seat: string | null;
  readonly name: string | null;
  readonly delegate: string;
}

/** A new pass for a person who is already in and lost the first one. */
export async function passAgain(
  registry: Registry,
  session: LiveSession,
  delegate: string,
): Promise<SeatPass> {
  const seat = seatOfDelegate(session.state, delegate);
  const token = await registry.grant(
    seat === null
      ? { kind: 'waiting', session: session.id, delegate }
      : { kind: 'delegate', session: session.id, seat, delegate },
  );
  return { code: session.code, seat: seat ?? '', delegate, token };
}

/**
 * Seats a newcomer: makes a token and gives the command, whose line is stored together with the name or not at all. For a null
 * `seat` it takes the emptiest seat. If a rule refuses, no name is kept and the token, which nobody has received, opens nothing.
 */
export async function seatSomebody(
  registry: Registry,
  session: LiveSession,
  wish: Wish,
): Promise<Result<SeatPass, Denial>> {
  const coming = comingTo(session);
  const seat = wish.seat ?? emptiestSeat(session.state, coming);
  if (seat === null) return failed({ status: 409, code: 'tableFull', message: 'all seats are full' });
  coming.set(seat, (coming.get(seat) ?? 0) + 1);
  try {
    return await seatAt(registry, session, seat, wish);
  } finally {
    coming.set(seat, (coming.get(seat) ?? 1) - 1);
  }
}

/** By seat, how many people are sitting down at this moment: when many join at once, each must see those who asked just before. */
const onTheirWay = new WeakMap<LiveSession, Map<string, number>>();

function comingTo(session: LiveSession): Map<string, number> {
  const known = onTheirWay.get(session) ?? new Map<string, number>();
  onTheirWay.set(session, known);
  return known;
}

async function seatAt(
  registry: Registry,
  session: LiveSession,
  seat: string,
  { name: typed, delegate }: Omit<Wish, 'seat'>,
): Promise<Result<SeatPass, Denial>> {
  const actor = { kind: 'delegate', delegate, seat } as const;
  const denial = denialBefore(session, actor, { type: 'takeSeat', seat, delegate, name: null });
  if (denial !== null) return failed(denial);
  const value = typed === null ? null : cleanName(typed);
  const name = value === null ? null : writtenText(value);
  const token = await registry.grant({ kind: 'delegate', session: session.id, seat, delegate });
  const sitting = { type: 'takeSeat', seat, delegate, name: name?.ref ?? null } as const;
  const outcome = await session.submit(actor, 'sit', sitting, undefined, { text: name?.text ?? null });
  if (outcome.ok) return ok({ code: session.code, seat, delegate, token });
  const refusal = ruleOf(outcome.refusal);
  return failed(refusal === null ? notStored : denialOf(refusal, session.state));
}

/** Admits a person without a seat, who waits until the host seats them; the pass names no seat. */
export async function letWait(
  registry: Registry,
  session: LiveSession,
  { seat, name: typed, delegate }: Wish,
): Promise<Result<SeatPass, Denial>> {
  const waits = {
    type: 'waitForSeat',
    delegate,
    name: null,
    ...(seat === null ? {} : { wish: seat }),
  } as const;
  const denial = denialBefore(session, { kind: 'server' }, waits);
  if (denial !== null) return failed(denial);
  const value = typed === null ? null : cleanName(typed);
  const name = value === null ? null : writtenText(value);
  const token = await registry.grant({ kind: 'waiting', session: session.id, delegate });
  const command = { ...waits, name: name?.ref ?? null };
  const words = { text: name?.text ?? null };
  const outcome = await session.submit({ kind: 'server' }, `wait-${delegate}`, command, undefined, words);
  if (outcome.ok) return ok({ code: session.code, seat: '', delegate, token });
  const refusal = ruleOf(outcome.refusal);
  return failed(refusal === null ? notStored : denialOf(refusal, session.state));
}

/** Why a person cannot enter now, checked before any write: a rush at a full table costs no disk access. */
function denialBefore(
  { state }: LiveSession,
  actor: Actor,
  command: CommandOf<'takeSeat' | 'waitForSeat'>,
): Denial | null {
  const decided = decide(state, actor, command);
  return decided.ok ? null : denialOf(decided.failure, state);
}

function denialOf(refusal: Refusal, state: SessionState): Denial {
  switch (refusal.code) {
    case 'unknownSeat':
      return { status: 404, code: 'unknownSeat', message: 'there is no such seat' };
    case 'seatTaken':
      return { status: 409, code: 'seatTaken', message: 'this seat is taken' };
    case 'seatFull':
      return { status: 409, code: 'seatFull', message: 'this seat is full' };
    case 'entryClosed':
      return { status: 409, code: 'entryClosed', message: 'the host lets nobody new in now' };
    case 'waitingFull':
      return { status: 409, code: 'tableFull', message: 'too many are waiting' };
    case 'wrongPhase':
      return isCancelled(state)
        ? { status: 409, code: 'sessionCancelled', message: 'the session was cancelled' }
        : { status: 409, code: 'sessionEnded', message: 'the session has ended' };
    default:
      return { status: 409, code: 'notAllowed', message: `the table says no: ${refusal.code}` };
  }
}
