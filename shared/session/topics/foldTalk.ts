import { assertNever } from '../../lib/assertNever.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TalkRules } from '../vocabulary/talk.ts';

type TalkFact = EventOf<'said' | 'talkSet' | 'silenceDeclared' | 'delegateMuted'>;

/** Whether an event is about talk. */
export function isTalkEvent(event: Event): event is TalkFact {
  const { type } = event;
  return type === 'said' || type === 'talkSet' || type === 'silenceDeclared' || type === 'delegateMuted';
}

/** Folds an event about talk. */
export function foldTalk(state: SessionState, event: TalkFact): SessionState {
  switch (event.type) {
    case 'said':
      return said(state, event);
    case 'talkSet':
      return withTalk(state, { mode: event.mode });
    case 'silenceDeclared':
      return silenceDeclared(state, event);
    case 'delegateMuted':
      return delegateMuted(state, event);
    default:
      return assertNever(event);
  }
}

/** Whether the round that is played was declared silent. */
export function isSilent(state: SessionState): boolean {
  const { phase } = state;
  return phase.name !== 'lobby' && phase.name !== 'ended' && state.talk.silentRounds.includes(phase.round);
}

function said(state: SessionState, event: EventOf<'said'>): SessionState {
  const { type: _type, ...message } = event;
  return { ...state, messages: [...state.messages, message] };
}

function silenceDeclared(state: SessionState, event: EventOf<'silenceDeclared'>): SessionState {
  const others = state.talk.silentRounds.filter((round) => round !== event.round);
  return withTalk(state, { silentRounds: event.silent ? [...others, event.round] : others });
}

function delegateMuted(state: SessionState, event: EventOf<'delegateMuted'>): SessionState {
  const { delegate, muted, reason = null } = event;
  const others = state.talk.muted.filter((mute) => mute.delegate !== delegate);
  return withTalk(state, { muted: muted ? [...others, { delegate, reason }] : others });
}

function withTalk(state: SessionState, change: Partial<TalkRules>): SessionState {
  return { ...state, talk: { ...state.talk, ...change } };
}
