import { z } from 'zod';
import type { Bilingual } from '../scenario/schema.ts';
import { commandSchema } from '../session/vocabulary/commands.ts';
import type { EntryRules } from '../session/vocabulary/entry.ts';
import type { LanguageChoice } from '../session/vocabulary/languages.ts';
import type { TalkLevel } from '../session/vocabulary/moves.ts';
import { chosenOptions } from '../session/vocabulary/options.ts';
import type { Pace } from '../session/vocabulary/ownPace.ts';
import { CODE_LENGTH, codeIn, REJOIN_LENGTH } from './codes.ts';
import type { SessionDamage } from './damage.ts';

/** Finds a code in whatever somebody typed or copied and turns it into the bare code. */
const codeSchema = (length: number) =>
  z
    .string()
    .max(400)
    .transform((typed, context) => {
      const code = codeIn(typed, length);
      if (code === null) context.addIssue({ code: 'custom', message: 'there is no code in this' });
      return code ?? z.NEVER;
    });

/** A join code as people type or copy it, also in a link or a sentence. */
export const joinCodeSchema = codeSchema(CODE_LENGTH);

/** Made by the page for one press, and secret: the same press again gets the same answer. */
export const pressKeySchema = z.string().min(16).max(64).nullable().default(null);

/** The request that opens a session. Bots cover seats without people at the start if asked. */
export const openSessionBody = z.strictObject({
  scenario: z.string().max(40),
  plan: z.string().max(10),
  /** With how many states, if the scenario allows fewer; null: with all. */
  seats: z.int().min(3).max(40).nullable().default(null),
  ...chosenOptions,
});
/** `POST /api/sessions` (host): opens a session. */
export const pressedOpeningBody = openSessionBody.extend({ key: pressKeySchema });
/** Everything that a session is opened with, nothing left open. */
export type OpenSessionBody = z.infer<typeof openSessionBody>;

/** Most presets a server keeps, and most characters of a preset's name. */
export const MOST_PRESETS = 24;
const presetName = z.string().trim().min(1).max(60);

/** `PUT /api/host/presets` (host): saves an opening under a name, replacing an earlier one of that name. */
export const presetBody = z.strictObject({ name: presetName, opening: openSessionBody });
/** An opening that the host has kept under a name. `GET /api/host/presets` lists them by name. */
export type Preset = z.infer<typeof presetBody>;

/** `POST /api/host/presets/delete` (host). */
export const presetNameBody = z.strictObject({ name: presetName });

/** `GET /api/host/readiness` (host): what the server finds when it checks itself. */
export interface Readiness {
  /** A test write succeeded. */
  readonly storage: boolean;
  /** Free space where sessions are stored, in MiB; null if the system does not say. */
  readonly freeMiB: number | null;
  readonly version: string;
  readonly password: boolean;
  /** Addresses at which other devices reach the server, most likely first; empty if there is none. */
  readonly urls: readonly string[];
  readonly nowMs: number;
}

/** `POST /api/practice`: opens a session for one person against bots and seats them; no host needed. */
export const practiceBody = z.strictObject({
  scenario: z.string().max(40).default('archipelago'),
  plan: z.string().max(10).nullable().default(null),
  seat: z.string().max(64).nullable().default(null),
  openDeck: z.boolean().default(false),
  key: pressKeySchema,
});

/** `POST /api/sessions/:code/seats`: takes a seat; `seat` null takes the emptiest. */
export const takeSeatBody = z.strictObject({
  seat: z.string().max(64).nullable(),
  name: z.string().trim().min(1).max(40).nullable(),
  /** Takes no seat yet, but waits until the host gives one. */
  wait: z.boolean().default(false),
  key: pressKeySchema,
});

/** `POST /api/sessions/:code/rejoin`: exchanges the personal code, as typed, for a pass to the seat. */
export const rejoinBody = z.strictObject({ code: codeSchema(REJOIN_LENGTH) });

/** `GET /api/sessions/:code/rejoin` (a seat's token): the code that brings its person back on another device. */
export interface RejoinCard {
  readonly code: string;
}

/** `POST /api/host/enter`: exchanges the secret of the address printed at start for the host's cookie. */
export const enterBody = z.strictObject({ secret: z.string().min(1).max(100) });

/** Fewest and most characters of the host's password. */
export const PASSWORD_SYMBOLS = [8, 200] as const;
const password = z.string().min(PASSWORD_SYMBOLS[0]).max(PASSWORD_SYMBOLS[1]);

/** `POST /api/host/login`: exchanges the host's password for the host's cookie. */
export const loginBody = z.strictObject({ password: z.string().max(PASSWORD_SYMBOLS[1]) });

/** `POST /api/host/password` (host): sets the password; `current` is the old one, if there is one. */
export const passwordBody = z.strictObject({
  password,
  current: z.string().max(PASSWORD_SYMBOLS[1]).nullable().default(null),
});

/** `GET /api/host`: whether this browser hosts, and whether the server has a password. */
export interface HostStanding {
  readonly host: boolean;
  readonly password: boolean;
}

/** A seat as the welcome page shows it, before anybody sits down. */
export interface JoinSeat {
  readonly id: string;
  readonly name: Bilingual;
  readonly role: Bilingual;
  readonly people: number;
  readonly bot: boolean;
  /** No more people may sit here. */
  readonly full: boolean;
}

/** `GET /api/sessions/:code`. */
export interface JoinCard {
  readonly code: string;
  readonly scenario: { readonly id: string; readonly title: Bilingual; readonly summary: Bilingual };
  readonly minutes: number;
  readonly rounds: number;
  readonly phase: string;
  /** The host cancelled it before it began. */
  readonly cancelled: boolean;
  readonly round: number;
  readonly seats: readonly JoinSeat[];
  /** After the end, all participants read private talk. */
  readonly privateTalkOpens: boolean;
  /** The host can read private talk while the session runs. */
  readonly hostReadsTalk: boolean;
  /** Whether people speak in words, in moves, or in both. */
  readonly talkLevel: TalkLevel;
  /** The languages of its pages. */
  readonly languages: LanguageChoice;
  /** How one joins, and whether new people may join now. */
  readonly entry: EntryRules;
  readonly isOpen: boolean;
  /** The record is deleted so many days after its last entry; null: the host decides. */
  readonly keepDays: number | null;
  /** The code of the event whose table this is: newcomers use it. */
  readonly event?: string;
}

/**
 * Answer to taking a seat or starting practice: the token is shown once and opens the seat from any device. `seat` is empty for a
 * person who waits for the host.
 */
export interface SeatPass {
  readonly code: string;
  readonly seat: string;
  readonly delegate: string;
  readonly token: string;
  /** The code of the event whose table this is. */
  readonly event?: string;
}

/**
 * Answer to `POST /api/sessions/:code/host` (host's cookie, or that of a co-host of the event whose table it is): opens the room
 * with the host's commands.
 */
export interface HostPass {
  readonly code: string;
  readonly token: string;
  /** The event whose table this is, and the table's number. */
  readonly event?: { readonly code: string; readonly number: number };
  /** The pass is a co-host's: the rest of the server stays closed. */
  readonly coHost?: true;
}

/** `GET /api/sessions` (host): the sessions on this server, newest first. */
export interface SessionListItem {
  readonly code: string;
  /** Null if the opening record cannot be read. */
  readonly title: Bilingual | null;
  readonly phase: string;
  readonly round: number;
  readonly rounds: number;
  /** Null for a sleeping session: its record was not read. */
  readonly people: number | null;
  readonly createdMs: number;
  /** `cancelled`: in the lobby. */
  readonly status: 'open' | 'ended' | 'cancelled';
  /** The damage of its record; null: none. */
  readonly damage: SessionDamage | null;
}

/** `GET /api/scenarios`: what anybody may practise; `GET /api/host/scenarios` (host): what a session may be opened from. */
export interface ScenarioListItem {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  /** There is a way back from the predicament, and it is hard. */
  readonly scarred: boolean;
  /** Not listed for everybody: real names, for groups that have prepared. */
  readonly isForPrepared: boolean;
  /** A scenario of the host's own: how many versions were uploaded, and whether anybody may practise it. Null: it was shipped. */
  readonly own: { readonly version: number; readonly practice: boolean } | null;
  /** Ids of the states that the host may leave out, in this order. */
  readonly leaveOut: readonly string[];
  readonly seats: readonly { readonly id: string; readonly name: Bilingual; readonly role: Bilingual }[];
  readonly plans: readonly (Pace & { readonly id: string; readonly steps: number })[];
}

/** `GET /api/address`: what to type or scan to reach this server from another device. */
export interface AddressCard {
  /** Most likely first; the host's choice comes before what the server found. */
  readonly urls: readonly string[];
  /** The host's choice; null leaves it to the server. */
  readonly chosen: string | null;
}

/** `PUT /api/host/address` (host): the address to use instead of the one the server would choose; null removes it. */
export const addressBody = z.strictObject({ url: z.string().max(200).nullable() });

/** Options of `joinById(code, …)`: a seat's or the host's token; without one the viewer is an observer. */
export const roomOptionsSchema = z.strictObject({ token: z.string().max(100).nullable().default(null) });

/** `room.request('command', …)`: `key` is made by the client once per intent; a repeat gets the first answer. */
export const commandMessage = z.strictObject({
  key: z.string().min(8).max(64),
  command: commandSchema,
  /** The words of a `say`, as typed; its own `text` is null on the wire, because the room keeps the words beside the log. */
  text: z.string().max(8000).nullable().default(null),
});
