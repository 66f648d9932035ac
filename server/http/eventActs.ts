import { failed, ok, type Result } from '#shared/lib/result.ts';
import { emptiestSeat } from '#shared/session/topics/admitting.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { isAskedFirst, isEntryOpen } from '#shared/session/vocabulary/entry.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { PersonAtTable, ActReply, actBody } from '#shared/wire/gatherings.ts';
import { giveCommand } from '#shared/run/giveCommand.ts';
import { replyOf } from '#shared/run/reply.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import type { z } from 'zod';
import type { LiveSession } from '../live/session.ts';
import type { Gathering, Gatherings } from '../rooms/gatherings.ts';
import type { EventAsked } from './coHosts.ts';
import type { HttpContext } from './context.ts';
import { isIn } from './presses.ts';
import type { Denial } from './seating.ts';

/** Gives one command of a host to a table of an event. What closes a phase closes the one that the host has seen, or none. */
export async function giveAtTable(
  live: LiveSession,
  phaseLine: number,
  { key, command, text }: z.infer<typeof actBody>,
  host: string,
): Promise<ActReply> {
  const actor = { kind: 'host', host } as const;
  if (command.type === 'say' && command.channel.kind !== 'announcement')
    return { ok: false, undelivered: 'malformed' };
  const isStill = (): boolean => live.phaseOpenedAt === phaseLine;
  if (command.type === 'closePhase') {
    const next: Command = { type: 'closePhase', because: 'host' };
    return replyOf(await live.submit(actor, key, next, isStill));
  }
  return giveCommand(live, new TalkLimit(), { actor, key, command, typed: text });
}

/** Everybody at an event, by table and in the order of its seats. */
export function peopleAt(gatherings: Gatherings, gathering: Gathering): readonly PersonAtTable[] {
  return gatherings.awake(gathering).flatMap(({ number, live: { state, texts } }) => {
    const named = (person: { readonly id: string; readonly name: { readonly id: string } | null }) => ({
      delegate: person.id,
      name: person.name === null ? null : texts.textOf(person.name.id),
      table: number,
    });
    const seated = state.seats.flatMap(({ id, delegates }) =>
      delegates.map((person) => ({ ...named(person), seat: id })),
    );
    return [...seated, ...state.waiting.map((person) => ({ ...named(person), seat: null }))];
  });
}

const unknownPerson: Denial = { status: 404, code: 'unknownCode', message: 'nobody like this has joined' };
const tooLate: Denial = {
  status: 409,
  code: 'notAllowed',
  message: 'people change tables before both begin, or while they wait, and where the way in is open',
};
const full: Denial = { status: 409, code: 'tableFull', message: 'every seat of that table is taken' };

/**
 * Brings a person to another table before both begin, or from waiting to a seat at any time. They leave the old table first, so that
 * nobody ever sits at two; if the new one refuses after all, they get their place back.
 */
export async function moveToTable(
  { gatherings }: Pick<HttpContext, 'gatherings'>,
  { gathering, host }: EventAsked,
  { delegate, table }: { readonly delegate: string; readonly table: number },
): Promise<Result<number, Denial>> {
  const awake = gatherings.awake(gathering);
  const from = awake.find(({ live }) => isIn(live.state, delegate));
  const to = awake.find(({ number }) => number === table);
  if (from === undefined || to === undefined) return failed(unknownPerson);
  const isWaitingThere = isWaiting(from.live.state, delegate);
  if (from === to)
    return isWaitingThere ? placed(to.live, delegate, { from: from.number, host }) : failed(tooLate);
  if (!mayMove(from.live.state, to.live.state, isWaitingThere)) return failed(tooLate);
  const place = { delegate, name: nameOf(from.live, delegate) };
  if (emptiestSeat(to.live.state) === null) return failed(full);
  const leaving: Command = { type: isWaitingThere ? 'turnAway' : 'removeDelegate', delegate };
  const left = await from.live.submit(
    { kind: 'host', host },
    `to-table-${table}-${from.live.headSeq}`,
    leaving,
  );
  if (!left.ok) return failed(tooLate);
  if (await isSeated(to.live, place)) return ok(from.number);
  await isSeated(from.live, place);
  return failed(full);
}

/** Gives somebody the emptiest seat of a table; false if the table refuses. */
async function isSeated(
  live: LiveSession,
  { delegate, name: value }: { readonly delegate: string; readonly name: string | null },
): Promise<boolean> {
  const seat = emptiestSeat(live.state);
  if (seat === null) return false;
  const name = value === null ? null : live.writtenText(value);
  const actor = { kind: 'delegate', delegate, seat } as const;
  const sitting: Command = { type: 'takeSeat', seat, delegate, name: name?.ref ?? null };
  // Not the key of a newcomer: who comes back to a table has used that one.
  const key = `brought-${live.headSeq}`;
  return (await live.submit(actor, key, sitting, undefined, { text: name?.text ?? null })).ok;
}

async function placed(
  live: LiveSession,
  delegate: string,
  { from, host }: { readonly from: number; readonly host: string },
): Promise<Result<number, Denial>> {
  const seat = emptiestSeat(live.state);
  if (seat === null) return failed(full);
  const command: Command = { type: 'placeDelegate', delegate, seat };
  const done = await live.submit({ kind: 'host', host }, `place-${delegate}-${live.headSeq}`, command);
  return done.ok ? ok(from) : failed(tooLate);
}

function mayMove(from: SessionState, to: SessionState, isWaitingThere: boolean): boolean {
  if (!isEntryOpen(to.entry, to.phase.name) || isAskedFirst(to.entry)) return false;
  return isWaitingThere || (from.phase.name === 'lobby' && to.phase.name === 'lobby');
}

function nameOf({ state, texts }: LiveSession, delegate: string): string | null {
  const people = [...state.seats.flatMap(({ delegates }) => delegates), ...state.waiting];
  const name = people.find(({ id }) => id === delegate)?.name ?? null;
  return name === null ? null : texts.textOf(name.id);
}
