import { assertNever } from '#shared/lib/assertNever.ts';
import type { ActionId } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { RefrainAction } from '#shared/session/vocabulary/clauses.ts';
import type { MoveKind, SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { aimOf } from '#shared/session/topics/spokenDeeds.ts';
import type { MoveDraft } from '../playState.ts';

/** The parts of a kind of move, in the order in which they are chosen. */
export type MovePart = 'to' | 'of' | 'theirs' | 'ours' | 'round' | 'fact' | 'reason' | 'inquiry';

const parts: Readonly<Record<MoveKind, readonly MovePart[]>> = {
  announce: ['ours', 'round'],
  offer: ['to', 'theirs', 'ours', 'round'],
  ask: ['to', 'theirs', 'round'],
  warn: ['to', 'theirs', 'ours'],
  question: ['to', 'inquiry'],
  reason: ['reason'],
  reproach: ['to', 'fact'],
  amends: ['to', 'ours', 'round'],
  agree: ['to'],
  refuse: ['to', 'reason'],
  undecided: ['to'],
  thank: ['to'],
  report: ['fact'],
  expect: ['of', 'theirs', 'round'],
};

/** The parts to choose for a kind on a channel: between two seats the addressee is clear. */
export function partsOf(kind: MoveKind, channel: Channel): readonly MovePart[] {
  return parts[kind].filter((part) => part !== 'to' || channel.kind !== 'bilateral');
}

/** Whether a kind may address everybody who hears it instead of one of them. */
export function mayBeToAll(kind: MoveKind): boolean {
  return kind === 'ask';
}

/** A move of a kind without any chosen part, except the addressee if that is clear. */
export function newDraft(kind: MoveKind, channel: Channel, round: number): MoveDraft {
  return {
    kind,
    to: channel.kind === 'bilateral' ? channel.with : null,
    toAll: false,
    theirs: null,
    ours: null,
    round,
    of: null,
    fact: null,
    reason: null,
    about: null,
    inquiry: null,
  };
}

/** The draft of an existing move. */
export function draftOf(move: TalkMove, channel: Channel, round: number): MoveDraft {
  const bare = { ...newDraft(move.kind, channel, round), to: move.to, toAll: move.to === null };
  switch (move.kind) {
    case 'announce':
    case 'amends':
      return { ...bare, ours: move.deed, round: move.round };
    case 'ask':
      return { ...bare, theirs: move.deed, round: move.round };
    case 'offer':
      return { ...bare, theirs: move.ifYou, ours: move.thenWe, round: move.byRound };
    case 'warn':
      return { ...bare, theirs: move.ifYou, ours: move.thenWe };
    case 'question':
      return { ...bare, inquiry: move.about };
    case 'reason':
      return { ...bare, reason: move.reason };
    case 'reproach':
    case 'report':
      return { ...bare, fact: move.fact };
    case 'agree':
      return { ...bare, about: move.about };
    case 'refuse':
    case 'undecided':
      return { ...bare, about: move.about, reason: move.reason };
    case 'thank':
      return bare;
    case 'expect':
      return { ...bare, of: move.of, theirs: move.deed, round: move.round };
    default:
      return assertNever(move);
  }
}

/** The move of a draft, or null while a part is missing. */
export function moveOf(draft: MoveDraft): TalkMove | null {
  const { kind, to, round, of, fact, reason, about, inquiry } = draft;
  const theirs = whole(draft.theirs);
  const ours = whole(draft.ours);
  switch (kind) {
    case 'announce':
      return ours === null ? null : { kind, to, deed: ours, round };
    case 'amends':
      return to === null || ours === null ? null : { kind, to, deed: ours, round };
    case 'ask':
      return (to === null && !draft.toAll) || theirs === null ? null : { kind, to, deed: theirs, round };
    case 'offer':
    case 'warn':
      return conditionOf(kind, { to, theirs, ours, round });
    case 'question':
      return to === null || inquiry === null ? null : { kind, to, about: inquiry };
    case 'reason':
      return reason === null ? null : { kind, to, reason };
    case 'reproach':
      return to === null || fact === null ? null : { kind, to, fact };
    case 'report':
      return fact === null ? null : { kind, to, fact };
    case 'expect':
      return of === null || theirs === null ? null : { kind, to, of, deed: theirs, round };
    case 'agree':
    case 'refuse':
    case 'undecided':
    case 'thank':
      return answerOf(kind, { to, about, reason });
  }
}

function conditionOf(
  kind: 'offer' | 'warn',
  { to, theirs, ours, round }: Pick<MoveDraft, 'to' | 'theirs' | 'ours' | 'round'>,
): TalkMove | null {
  if (to === null || theirs === null || ours === null) return null;
  if (kind === 'warn') return { kind, to, ifYou: theirs, thenWe: ours };
  return { kind, to, ifYou: theirs, thenWe: ours, byRound: round };
}

function answerOf(
  kind: 'agree' | 'refuse' | 'undecided' | 'thank',
  { to, about, reason }: Pick<MoveDraft, 'to' | 'about' | 'reason'>,
): TalkMove | null {
  if (to === null) return null;
  if (kind === 'thank') return { kind, to };
  if (kind === 'agree') return { kind, to, about };
  if (kind === 'undecided') return { kind, to, about, reason };
  return reason === null ? null : { kind, to, about, reason };
}

/** A complete deed: with a target if it needs one. */
function whole(deed: SpokenDeed | null): SpokenDeed | null {
  return deed !== null && deed.target === null && aimOf(deed) === 'needed' ? null : deed;
}

/** A card as people speak of it: played, or left alone. */
export type SpokenCard =
  | { readonly does: 'act'; readonly action: ActionId }
  | { readonly does: 'refrain'; readonly action: RefrainAction };

/** The deed of a card, aimed at a seat if it can be. */
export function deedOfCard(card: SpokenCard, aim: SeatId | null): SpokenDeed {
  const target = aimOf(card) === 'none' ? null : aim;
  return card.does === 'act' ? { ...card, target } : { ...card, target };
}
