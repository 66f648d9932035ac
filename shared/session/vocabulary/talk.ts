import { z } from 'zod';
import type { SeatId } from '../../model/world.ts';
import type { TalkMove } from './moves.ts';
import type { TextRef } from './textRef.ts';
import type { RoundPhase } from './phases.ts';
import type { tableRefusals } from './refusals.ts';

const seatId = z.string().min(1).max(64);

/**
 * Where something is said. Public: the plenary, communiqués (a state's public statement) and the host's announcements. Private:
 * two seats, the members of a bloc, the people of one seat. `with` and `bloc` are seen from the speaker.
 */
export const channelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plenary') }),
  z.strictObject({ kind: z.literal('bilateral'), with: seatId }),
  z.strictObject({ kind: z.literal('bloc'), bloc: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('delegation') }),
  z.strictObject({ kind: z.literal('communique') }),
  z.strictObject({ kind: z.literal('announcement') }),
]);
/** Where something is said. */
export type Channel = z.infer<typeof channelSchema>;
/** The kind of a channel. */
export type ChannelKind = Channel['kind'];

/** Sentences that one tap says; their words are in `client/text`. */
export const setPhrases = [
  'proposeDialogue',
  'askRestraint',
  'weWillCommit',
  'commitWithUs',
  'offerCapacity',
  'proposeGroup',
  'willNotRestrict',
  'liftMeasures',
  'feelThreatened',
  'agree',
  'cannotAgree',
  'thankYou',
] as const;
/** All set phrases. The last is a bot's answer to free words: what it understands instead. */
export const phraseIds = [...setPhrases, 'readsSentences'] as const;
/** A set phrase. */
export type PhraseId = (typeof phraseIds)[number];

/** Which channels the host opens: all, public ones only, or only each seat's own. */
export const talkModes = ['open', 'publicOnly', 'closed'] as const;
/** Which channels are open. */
export type TalkMode = (typeof talkModes)[number];

/** Why the host mutes somebody; only that person and the host read it. The sentences are in `client/text`. */
export const muteReasons = ['tone', 'leaveRoom', 'offTopic', 'talkToHost'] as const;
/** Why somebody is muted. */
export type MuteReason = (typeof muteReasons)[number];

/** A person who may speak only to the own delegation; `reason` is null in records that had none. */
export interface Mute {
  readonly delegate: string;
  readonly reason: MuteReason | null;
}

/** Most characters of one message. */
export const MAX_MESSAGE = 500;
/** Most states one message may name. */
export const MAX_MENTIONS = 6;

/** A message. `seat` is null for the host, `delegate` for the host and for bots. */
export interface Message {
  /**
   * Counts everything said in the session, from 1. Views number what they show from 1 again, because gaps would reveal private
   * talk.
   */
  readonly id: number;
  readonly round: number;
  readonly phase: RoundPhase;
  readonly channel: Channel;
  readonly seat: SeatId | null;
  readonly delegate: string | null;
  /** Who hears it: the seats at the moment of speaking, the speaker's included; null for everybody. */
  readonly to: readonly SeatId[] | null;
  readonly text: TextRef | null;
  readonly phrase: PhraseId | null;
  readonly mentions: readonly SeatId[];
  /** A move said in public; a private one is kept beside the log. */
  readonly move?: TalkMove;
  /** `text` is not free text but the code of a phrase or a move. */
  readonly coded?: true;
}

/** The rules of talk: the host's mode, the rounds declared silent, the muted delegates. */
export interface TalkRules {
  readonly mode: TalkMode;
  readonly silentRounds: readonly number[];
  readonly muted: readonly Mute[];
  /** How much had been said when the round opened; earlier announcements do not count for this round's bar of common rules. */
  readonly roundFrom: number;
}

/** The rules of talk before anybody has joined. */
export const OPEN_TALK: TalkRules = { mode: 'open', silentRounds: [], muted: [], roundFrom: 0 };

/** What decides whether a channel is open; both view and state have it. */
export interface TalkMoment {
  readonly phase: string;
  readonly paused: boolean;
  readonly silent: boolean;
  readonly mode: TalkMode;
}

/**
 * Why a kind of channel is closed now, or null if it is open. Announcements always get through. A seat's own people may talk in
 * every phase, but not in a pause or a silent round. [contracts: silence]
 */
export function closedBecause(kind: ChannelKind, moment: TalkMoment): (typeof tableRefusals)[number] | null {
  if (kind === 'announcement') return null;
  if (moment.phase === 'lobby' || moment.phase === 'ended') return 'channelClosed';
  if (moment.paused) return 'sessionPaused';
  if (moment.silent) return 'roundSilent';
  if (kind === 'delegation') return null;
  if (moment.phase !== 'negotiation' && moment.phase !== 'decision') return 'channelClosed';
  if (moment.mode === 'closed') return 'talkClosed';
  return moment.mode === 'publicOnly' && (kind === 'bilateral' || kind === 'bloc') ? 'talkPublicOnly' : null;
}
