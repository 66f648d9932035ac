import { failed, ok, type Result } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { type Channel, closedBecause } from '../vocabulary/talk.ts';
import { speakerOf, seatOf } from './table.ts';

/** Somebody says something. The phase of the state decides whether the channel is open, so nobody gains time. */
export function say(state: SessionState, command: CommandOf<'say'>, actor: Actor): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'channelClosed' });
  const { channel, text, phrase } = command;
  if (text === null && phrase === null) return failed({ code: 'nothingSaid' });
  const speaker = speakingSeat(state, command, actor);
  if (!speaker.ok) return speaker;
  const heard = hearersOf(state, speaker.value, channel);
  if (!heard.ok) return heard;
  if (command.mentions.some((seat) => seatOf(state, seat) === null)) return failed({ code: 'unknownSeat' });
  const said: Event = {
    type: 'said',
    id: state.messages.length + 1,
    round: phase.round,
    phase: phase.name,
    channel,
    seat: speaker.value,
    delegate: actor.kind === 'delegate' ? actor.delegate : null,
    to: heard.value,
    text,
    phrase,
    mentions: [...new Set(command.mentions)],
  };
  return ok([said]);
}

/** The seat that speaks, null for the host; or why this one may not speak on this channel now. */
function speakingSeat(
  state: SessionState,
  { channel, text }: CommandOf<'say'>,
  actor: Actor,
): Result<SeatId | null, Refusal> {
  const isHost = actor.kind === 'host';
  if (isHost !== (channel.kind === 'announcement')) return failed({ code: 'notYourCommand' });
  if (isHost) return ok(null);
  if (actor.kind === 'bot' && text !== null) return failed({ code: 'notYourCommand' });
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const closed = closedBecause(channel.kind, {
    phase: state.phase.name,
    paused: state.paused !== null,
    silent: isSilent(state),
    mode: state.talk.mode,
  });
  if (closed !== null) return failed({ code: closed });
  const isMuted =
    actor.kind === 'delegate' && state.talk.muted.some(({ delegate }) => delegate === actor.delegate);
  return isMuted && channel.kind !== 'delegation' ? failed({ code: 'muted' }) : seated;
}

/** The seats that hear a channel now, null for everybody. A bloc's caucus follows its members of this moment. */
function hearersOf(
  state: SessionState,
  seat: SeatId | null,
  channel: Channel,
): Result<readonly SeatId[] | null, Refusal> {
  if (seat === null) return ok(null);
  if (channel.kind === 'delegation') return ok([seat]);
  if (channel.kind === 'bilateral') {
    if (channel.with === seat) return failed({ code: 'ownChannel' });
    return seatOf(state, channel.with) === null ? failed({ code: 'unknownSeat' }) : ok([seat, channel.with]);
  }
  if (channel.kind !== 'bloc') return ok(null);
  const bloc = state.world.blocs.find(({ id }) => id === channel.bloc);
  const members = (bloc?.members ?? []).flatMap((index) => state.seats[index]?.id ?? []);
  return members.includes(seat) ? ok(members) : failed({ code: 'notInBloc' });
}

/** The host says which channels are open from now on. */
export function setTalk(_state: SessionState, { mode }: CommandOf<'setTalk'>): Decision {
  return ok([{ type: 'talkSet', mode }]);
}

/** The host declares the round that is played silent, or takes that back. */
export function declareSilent(state: SessionState, command: CommandOf<'declareSilent'>): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  return ok([{ type: 'silenceDeclared', round: phase.round, silent: command.silent }]);
}

/** The host takes the word from one person, or gives it back. */
export function muteDelegate(state: SessionState, command: CommandOf<'muteDelegate'>): Decision {
  const { delegate, muted, reason } = command;
  if (!state.seats.some(({ delegates }) => delegates.some(({ id }) => id === delegate)))
    return failed({ code: 'unknownDelegate' });
  const told = muted && reason !== undefined ? { reason } : {};
  return ok([{ type: 'delegateMuted', delegate, muted, ...told }]);
}

/** Whether the round that is played was declared silent. */
export function isSilent(state: SessionState): boolean {
  const { phase } = state;
  return phase.name !== 'lobby' && phase.name !== 'ended' && state.talk.silentRounds.includes(phase.round);
}
