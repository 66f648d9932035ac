import { failed, ok, type Result } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event } from '../vocabulary/events.ts';
import type { Refusal, tableRefusals } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { type Channel, closedBecause } from '../vocabulary/talk.ts';
import { faultOfMove } from './moves.ts';
import { speakerOf, seatOf } from './table.ts';

/** Somebody says something. The phase in the state decides whether the channel is open, so nobody can gain time. */
export function say(state: SessionState, command: CommandOf<'say'>, actor: Actor): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'channelClosed' });
  const { channel, text, phrase, move, coded } = command;
  if (text === null && phrase === null && move === undefined) return failed({ code: 'nothingSaid' });
  const speaker = speakingSeat(state, command, actor);
  if (!speaker.ok) return speaker;
  const heard = hearersOf(state, speaker.value, channel);
  if (!heard.ok) return heard;
  if (command.mentions.some((seat) => seatOf(state, seat) === null)) return failed({ code: 'unknownSeat' });
  const form = faultOfForm(state, command, actor);
  if (form !== null) return failed({ code: form });
  if (move !== undefined) {
    const seat = speaker.value ?? '';
    const fault = faultOfMove(state, { seat, channel, hearers: heard.value, move }, () => null);
    if (fault !== null) return failed({ code: fault });
  }
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
    ...(move === undefined ? {} : { move }),
    ...(coded === undefined ? {} : { coded }),
  };
  return ok([said]);
}

/**
 * Why this form of message is refused, or null. In a session of moves only, free words stay inside the own delegation. A move
 * comes without other words; it is public in public channels and kept beside the log in private ones.
 */
function faultOfForm(
  { basis }: SessionState,
  { channel, text, phrase, move, coded }: CommandOf<'say'>,
  actor: Actor,
): (typeof tableRefusals)[number] | null {
  const isWords = text !== null && coded === undefined;
  if (
    isWords &&
    actor.kind !== 'host' &&
    basis.options.talkLevel !== 'words' &&
    channel.kind !== 'delegation'
  )
    return 'wordsNotAllowed';
  if (move !== undefined && (text !== null || phrase !== null || isPrivate(channel)))
    return 'moveUnaddressed';
  if (coded === undefined) return null;
  return text === null || phrase !== null || !isPrivate(channel) ? 'moveUnaddressed' : null;
}

/** Whether only some seats hear a channel. */
export function isPrivate({ kind }: Channel): boolean {
  return kind === 'bilateral' || kind === 'bloc' || kind === 'delegation';
}

/** The seat that speaks, null for the host; or why the actor may not speak on this channel now. */
function speakingSeat(
  state: SessionState,
  { channel, text, coded }: CommandOf<'say'>,
  actor: Actor,
): Result<SeatId | null, Refusal> {
  const isHost = actor.kind === 'host';
  if (isHost !== (channel.kind === 'announcement')) return failed({ code: 'notYourCommand' });
  if (isHost) return ok(null);
  if (actor.kind === 'bot' && text !== null && coded === undefined) return failed({ code: 'notYourCommand' });
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

/**
 * The seats that hear a channel when a seat speaks there now, null for everybody. A bloc's caucus has the members that the bloc
 * has at this moment.
 */
export function hearersOf(
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

/** The host sets which channels are open. */
export function setTalk(_state: SessionState, { mode }: CommandOf<'setTalk'>): Decision {
  return ok([{ type: 'talkSet', mode }]);
}

/** The host declares the current round silent, or takes that back. */
export function declareSilent(state: SessionState, command: CommandOf<'declareSilent'>): Decision {
  const { phase } = state;
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  return ok([{ type: 'silenceDeclared', round: phase.round, silent: command.silent }]);
}

/** The host mutes somebody, or unmutes them. */
export function muteDelegate(state: SessionState, command: CommandOf<'muteDelegate'>): Decision {
  const { delegate, muted, reason } = command;
  if (!state.seats.some(({ delegates }) => delegates.some(({ id }) => id === delegate)))
    return failed({ code: 'unknownDelegate' });
  const told = muted && reason !== undefined ? { reason } : {};
  return ok([{ type: 'delegateMuted', delegate, muted, ...told }]);
}

/** Whether the current round was declared silent. */
export function isSilent(state: SessionState): boolean {
  const { phase } = state;
  return phase.name !== 'lobby' && phase.name !== 'ended' && state.talk.silentRounds.includes(phase.round);
}
