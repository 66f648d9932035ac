import type { ReadonlySignal } from '@preact/signals';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { RecordedMessage, TalkCount } from '#shared/session/views/wholeTalk.ts';
import type { View } from '#shared/session/views/tableView.ts';

import type { Curtain } from '#shared/wire/entryPacking.ts';
import type { NoRoom } from '#shared/wire/noRoom.ts';
import type { WallCentre, WallPage } from '#shared/wire/wallPage.ts';

/** What is true only now and never part of the record: who is connected, and until when the phase runs. */
export interface Presence {
  /** By seat index: at least one of its people is connected (bots count as connected). */
  readonly connected: readonly boolean[];
  /** By seat index: whether its head cannot be reached, in a delegation with a head. */
  readonly headsAway: readonly boolean[];
  /** People with a seat or waiting for one who have been away for a while; the host only. */
  readonly away: readonly string[];
  /** Who was turned away lately for lack of room, by reason; the host only. */
  readonly noRoom: readonly NoRoom[];
  /**
   * End of the phase in this device's running time (`deviceNow`), already corrected by the measured offset; null without a deadline.
   */
  readonly deadlineMs: number | null;
  /** Milliseconds left when the session was paused; null while it runs. */
  readonly pausedRemainingMs: number | null;
  /** What the host lets the projector show. */
  readonly curtain: Curtain;
  /** The host's page on the wall beside the map. */
  readonly wall: WallPage;
  /** What stands in the large part of the wall. */
  readonly centre: WallCentre;
  /** Where the host leads the replay, as in an address of it; null while nobody leads. */
  readonly lead: string | null;
}

/**
 * The status of the source. `gone`: the session no longer exists; `lost`: the connection did not recover by itself. Turned away:
 * `noWatching` (nobody may watch) for good, `crowded` (too many watch) and `slowed` (too many refusals from here) until a later
 * try. `noSocket`: the live connection has never succeeded although the server answers; `noServer`: neither has the server.
 * `recorded` is a replay.
 */
export type SourceStatus =
  | 'connecting'
  | 'noSocket'
  | 'noServer'
  | 'live'
  | 'reconnecting'
  | 'lost'
  | 'noWatching'
  | 'crowded'
  | 'slowed'
  | 'gone'
  | 'recorded';

/**
 * The answer to a command: done, refused by a rule, or not delivered (nothing happened; `unanswered`: it may have arrived, and
 * counts once however often it is sent).
 */
export type CommandOutcome =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: false;
      readonly undelivered: 'offline' | 'unanswered' | 'malformed' | 'tooMany' | 'notStored' | 'recorded';
    };

/** All talk of a record up to its position; a live source has none, its views hold the latest messages. */
export interface SaidSoFar {
  /** What these eyes may read, from the first word on. */
  readonly messages: ReadonlySignal<readonly RecordedMessage[]>;
  /** Who spoke with whom, whoever may read it. */
  readonly counts: ReadonlySignal<readonly TalkCount[]>;
  /** Goes to the moment at which the message with this number among `messages` was said. */
  goTo(message: number): void;
}

/** Where views come from; a screen cannot tell a live session from a recorded one. */
export interface ViewSource {
  readonly view: ReadonlySignal<View | null>;
  readonly presence: ReadonlySignal<Presence | null>;
  readonly status: ReadonlySignal<SourceStatus>;
  readonly said: SaidSoFar | null;
  /** This person may also give the host's commands in this session. */
  readonly mayHost: boolean;
  /** `text` are the words of a `say`, which never enter its command. */
  send(command: Command, text?: string): Promise<CommandOutcome>;
  ask<A extends Ask>(question: Extract<Question, { ask: A }>): Promise<Answer<A> | null>;
  /** The record as these eyes may take it home, as text; null while they may not, or where it cannot be fetched. */
  record(): Promise<string | null>;
  /** The host's control of the projector's picture. */
  draw(curtain: Curtain): Promise<void>;
  /** The host's choice of what the wall shows beside the map. */
  show(page: WallPage): Promise<void>;
  /** The host's choice of what stands in the large part of the wall. */
  putInCentre(centre: WallCentre): Promise<void>;
  /** The host's place in the replay that others follow; null ends it. */
  lead(place: string | null): Promise<void>;
  close(): void;
}
