import type { Result } from '#shared/lib/result.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ScenarioListItem, SeatPass } from '#shared/wire/api.ts';
import type { ApiErrorCode } from '#shared/wire/apiErrors.ts';
import type { PackAnswer } from '#shared/wire/packs.ts';

/** Why a stand-in could not do something; the same names as a server's. */
export interface StandInFailure {
  readonly code: ApiErrorCode;
  readonly message: string;
}

/** The answer of a session on this device to a command. */
export type TableReply =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly undelivered: 'malformed' | 'notStored' | 'tooMany' };

/** A session that runs on this device, for the page that plays it. */
export interface TableOnDevice {
  /** `text` are the words of a `say`, which never enter its command. */
  give(command: Command, text: string | null): Promise<TableReply>;
  ask<A extends Ask>(question: Extract<Question, { ask: A }>): Promise<Answer<A> | null>;
  close(): void;
}

/** What came of a scenario file on this device. */
export type BroughtHere =
  | { readonly outcome: 'kept'; readonly id: string }
  | Extract<PackAnswer, { readonly outcome: 'faulty' }>;

/** What stands in for a server where the program is a folder of files: practice, its records, and the scenarios. */
export interface StandIn {
  /** Version of the program, as its files were built. */
  readonly build: string;
  scenarios(): Promise<Result<readonly ScenarioListItem[], StandInFailure>>;
  /** A whole scenario with every brief. */
  scenario(id: string, seats: string | null): Promise<Result<Scenario, StandInFailure>>;
  /** Checks a scenario file and keeps it on this device, in place of an earlier one of its name. */
  bring(text: string): Promise<BroughtHere>;
  /** Opens a session for one person against bots. */
  practice(wish: PracticeWish): Promise<Result<SeatPass, StandInFailure>>;
  /** This person's copy of the record of a session on this device. */
  log(code: string): Promise<Result<string, StandInFailure>>;
  /** Opens the table of a session on this device; `tell` gets every view, and null if there is no such session. */
  table(code: string, tell: (view: View | null) => void): TableOnDevice;
}

/** A practice session as somebody wants it; null leaves it to the program. */
export interface PracticeWish {
  readonly scenario: string;
  readonly plan: string | null;
  readonly seat: string | null;
  readonly openDeck: boolean;
}

let standing: StandIn | null = null;

/** What stands in for a server; null where one answers. */
export function standIn(): StandIn | null {
  return standing;
}

/** Puts something in the place of a server, before the first page is drawn. */
export function takePlaceOfServer(one: StandIn): void {
  standing = one;
}
