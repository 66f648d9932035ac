import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TalkRules } from '../vocabulary/talk.ts';

/** Adds a message. */
export function said(state: SessionState, event: EventOf<'said'>): SessionState {
  const { type: _type, ...message } = event;
  return { ...state, messages: [...state.messages, message] };
}

/** Sets which channels are open. */
export function talkSet(state: SessionState, { mode }: EventOf<'talkSet'>): SessionState {
  return withTalk(state, { mode });
}

/** Declares a round silent, or takes that back. */
export function silenceDeclared(state: SessionState, event: EventOf<'silenceDeclared'>): SessionState {
  const others = state.talk.silentRounds.filter((round) => round !== event.round);
  return withTalk(state, { silentRounds: event.silent ? [...others, event.round] : others });
}

/** Mutes a delegate, or unmutes them. */
export function delegateMuted(state: SessionState, event: EventOf<'delegateMuted'>): SessionState {
  const { delegate, muted, reason = null } = event;
  const others = state.talk.muted.filter((mute) => mute.delegate !== delegate);
  return withTalk(state, { muted: muted ? [...others, { delegate, reason }] : others });
}

function withTalk(state: SessionState, change: Partial<TalkRules>): SessionState {
  return { ...state, talk: { ...state.talk, ...change } };
}
