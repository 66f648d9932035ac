import { expect } from 'vitest';
import { parleyOf } from '#shared/bots/parley.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import type { Actor, DispositionId } from '#shared/session/vocabulary/actors.ts';
import { codedTalk } from '#shared/session/vocabulary/codedTalk.ts';
import type { Command, CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { ObjectiveId } from '#shared/scenario/schema.ts';
import { hearersOf } from '#shared/session/topics/talk.ts';
import { faultOfMove } from '#shared/session/topics/moves.ts';
import { parleySight } from '../../shared/run/botParley.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

/** The bot that is addressed, and the person who speaks. */
export const ME = 'meridia';
export const HER = 'aurelia';
export const commit = { does: 'act', action: 'commit', target: null } as const;
export const talkTo = (target: string) => ({ does: 'act', action: 'dialogue', target }) as const;
const texts = new Map<string, string>();
/** The texts beside the log in these tests. */
export const textOf = (id: string): string | null => texts.get(id) ?? null;
const close = { type: 'closePhase', because: 'host' } as const;

/** Aurelia and Indravar are people, all others bots of one character. */
export function tableWith(disposition: DispositionId, from: SessionState = decidingTable()): SessionState {
  return from.seats.reduce(
    (state, { id }) =>
      id === HER || id === 'indravar'
        ? state
        : after(state, host, { type: 'coverSeat', seat: id, disposition }),
    from,
  );
}

/** A table at which everybody trusts everybody at the given level, in micro-units. */
export function trust(value: number): SessionState {
  const table = decidingTable();
  return { ...table, world: { ...table.world, trust: table.world.trust.map(() => value) } };
}

/** Says a move in private or in a bloc, as the room stores it. */
export function whisper(
  state: SessionState,
  from: string,
  to: string,
  move: TalkMove,
  channel: Channel = { kind: 'bilateral', with: to },
): SessionState {
  const id = `t${texts.size}`;
  texts.set(id, codedTalk(move));
  const command: Command = {
    type: 'say',
    channel,
    text: { id, digest: '0'.repeat(64) },
    phrase: null,
    mentions: [],
    coded: true,
  };
  const seat = state.seats.find((one) => one.id === from);
  const bot = seat?.bot ?? null;
  const actor: Actor = bot === null ? delegateOf(from) : { kind: 'bot', seat: from, disposition: bot };
  return after(state, actor, command);
}

/** What the bot at Meridia says next, and where, if it means to give an order; the table accepts it. */
export function speaks(state: SessionState, order: Order = HOLD): CommandOf<'say'> | null {
  const seat = state.seats.find(({ id }) => id === ME);
  if (seat?.bot === undefined || seat.bot === null) throw new Error('no bot');
  const sight = parleySight({ state, texts: { textOf } }, seat, order);
  const command = sight === null ? null : parleyOf(seat.bot, sight);
  if (command?.move === undefined) return command;
  const { channel, move } = command;
  const hearers = hearersOf(state, ME, channel);
  if (!hearers.ok) throw new Error(hearers.failure.code);
  const said = { seat: ME, channel, hearers: hearers.value, move };
  expect(faultOfMove(state, said, textOf), 'the table accepts what a bot says').toBeNull();
  return command;
}

/** The move that it says next. */
export function says(state: SessionState, order: Order = HOLD): TalkMove | null {
  return speaks(state, order)?.move ?? null;
}

/** The first thing it says next to her, whatever it says to others before. */
export function saysToHer(state: SessionState, order: Order = HOLD): TalkMove | null {
  const move = says(state, order);
  if (move === null || move.to === HER) return move;
  return saysToHer(whisper(state, ME, move.to ?? '', move), order);
}

/** The same table where the bot's seat has these objectives; others stay as they are. */
export function aimingAt(state: SessionState, one: ObjectiveId, other: ObjectiveId): SessionState {
  const { scenario } = state.basis;
  const seats = scenario.seats.map((seat): typeof seat =>
    seat.id === ME ? { ...seat, objectives: [one, other] } : seat,
  );
  return { ...state, basis: { ...state.basis, scenario: { ...scenario, seats } } };
}

/** The bot's answer to a move of the person. */
export const asked = (disposition: DispositionId, move: TalkMove, order: Order = HOLD, from?: SessionState) =>
  says(whisper(tableWith(disposition, from), HER, ME, move), order);

/** The round resolved with these orders, and the talk of the next one open. */
export function resolved(state: SessionState, orders: Readonly<Record<string, Order>>): SessionState {
  let next = Object.entries(orders).reduce((so, [seat, order]) => {
    const bot = so.seats.find(({ id }) => id === seat)?.bot ?? null;
    const actor: Actor = bot === null ? delegateOf(seat) : { kind: 'bot', seat, disposition: bot };
    return after(so, actor, { type: 'sealOrders', order });
  }, state);
  do next = after(next, host, close);
  while (next.phase.name !== 'negotiation');
  return next;
}

/** A request of the person to the bot. */
export const ask = (deed: SpokenDeed, round = 1): TalkMove => ({ kind: 'ask', to: ME, deed, round });
