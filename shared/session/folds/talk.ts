import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TalkRules } from '../vocabulary/talk.ts';

/** Folds something said. */
export function said(state: SessionState, event: EventOf<'said'>): SessionState {
  const { type: _type, ...message } = event;
  return { ...state, messages: [...state.messages, message] };
}

/** Folds a host's word on which channels are open. */
export function talkSet(state: SessionState, { mode }: EventOf<'talkSet'>): SessionState {
  return withTalk(state, { mode });
}

/** Folds a round declared silent, or that taken back. */
export function silenceDeclared(state: SessionState, event: EventOf<'silenceDeclared'>): SessionState {
  const others = state.talk.silentRounds.filter((round) => round !== event.round);
  return withTalk(state, { silentRounds: event.silent ? [...others, event.round] : others });
}

/** Folds somebody's being muted, or heard again. */
export function delegateMuted(state: SessionState, event: EventOf<'delegateMuted'>): SessionState {
  const { delegate, muted, reason = null } = event;
  const others = state.talk.muted.filter((mute) => mute.delegate !== delegate);
  return withTalk(state, { muted: muted ? [...others, { delegate, reason }] : others });
}

function withTalk(state: SessionState, change: Partial<TalkRules>): SessionState {
  return { ...state, talk: { ...state.talk, ...change } };
}
