import { at } from '#shared/lib/at.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { seekable } from '#shared/log/seek.ts';
import { type CauseDifference, causeDifferences } from '#shared/run/besideRecord.ts';
import { forkAfter, type LeftOut } from '#shared/run/branch.ts';
import { botsAsTheyWere, branchOf } from '#shared/run/branchOf.ts';
import type { BranchFault } from '#shared/run/branchPlan.ts';
import { grownLog } from '#shared/run/branchTree.ts';
import { logText } from '#shared/log/write.ts';
import { fan, type FanPair, type FanSummary, fanSummary, spansZero } from '#shared/run/fan.ts';
import { courseWindow, type RoundWindow } from '#shared/run/courseWindow.ts';
import { castBy, type CharacterFit, fitShares, fitting } from '#shared/run/fit.ts';
import { withTrustOpen } from '#shared/session/topics/trustSeen.ts';
import { type PivotalOrder, pivotalOf } from '#shared/session/findings/pivotal.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { type BranchChange, lastChangedRound } from '#shared/session/vocabulary/branching.ts';
import type { DispositionId, Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { digestHere } from './digestHere.ts';
import { viewInRecord } from './recordView.ts';

/**
 * What a page asks about a record: its branch with a change, the branch that several changes make one after another, its pivotal
 * order, continuations of record and branch with other dice, or the window of its course.
 */
export type WhatIfQuestion =
  | { readonly ask: 'record'; readonly path: readonly BranchChange[] }
  | {
      readonly ask: 'branch';
      readonly change: BranchChange;
      readonly viewer: Viewer;
      /** Bots as they were go on after the change. */
      readonly byBots?: boolean;
    }
  | { readonly ask: 'pivotal' }
  | { readonly ask: 'fan'; readonly change: BranchChange; readonly runs: number }
  | { readonly ask: 'window'; readonly runs: number };

type AskedBranch = Extract<WhatIfQuestion, { ask: 'branch' }>;

/** A branch beside its record. */
export interface BranchAnswer {
  /** The change, with the bots that went on. */
  readonly change: BranchChange;
  /** Who went on, in the order of the seats; none where everybody did as recorded. */
  readonly playedBy: readonly PlayedBy[];
  /** The branch at its end, through the viewer's eyes. */
  readonly view: View;
  readonly leftOut: readonly LeftOut[];
  readonly causes: readonly CauseDifference[];
  /** The first round that may differ from the record. */
  readonly fromRound: number;
  /** The branch as a record of its own. */
  readonly text: string;
  /** Hash of the branch's last line, by which two branches can be compared. */
  readonly head: string;
}

/**
 * Who plays a seat in the continuations: its own bot, or the character that explains its cards best; others that explain them play
 * the rest.
 */
export interface PlayedBy {
  readonly character: DispositionId;
  readonly isBot: boolean;
  /** Share of the recorded cards that the character would have played, 0 to 1. */
  readonly agreement: number;
  /** Share of the continuations in which it plays, 0 to 1. */
  readonly part: number;
}

/** A fan so far. */
export interface GrownFan {
  readonly summary: FanSummary;
  /** The change alone would probably not have mattered. */
  readonly spansZero: boolean;
  readonly runs: number;
  /** In the order of the seats. */
  readonly playedBy: readonly PlayedBy[];
}

/** The window of a course so far. */
export interface GrownWindow {
  readonly rounds: readonly RoundWindow[];
  /** How many continuations each round gets. */
  readonly runs: number;
  /** In the order of the seats. */
  readonly playedBy: readonly PlayedBy[];
}

/** What the desk says to a question; a fan or a window says it again and again while it grows. */
export type WhatIfAnswer =
  | { readonly is: 'fault'; readonly fault: BranchFault }
  | ({ readonly is: 'branch' } & BranchAnswer)
  | { readonly is: 'record'; readonly text: string }
  | { readonly is: 'pivotal'; readonly orders: readonly PivotalOrder[] }
  | { readonly is: 'fitting'; readonly seats: number; readonly of: number }
  | ({ readonly is: 'fan' } & GrownFan)
  | ({ readonly is: 'window' } & GrownWindow);

/** Answers what would have become of one record, from its text alone. It runs in a worker, so that the page never waits. */
export class WhatIfDesk {
  readonly #log: SessionLog;
  readonly #recorded: SessionState;
  #fits: (readonly CharacterFit[])[] | null = null;

  /** Throws on a text that is not a record. */
  constructor(text: string) {
    const log = parseLog(text);
    if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
    this.#log = log.value;
    const { length, stateAt } = seekable(this.#log);
    this.#recorded = stateAt(length);
  }

  /** The answers to a question, one after another; whoever has enough leaves the loop. */
  async *answers(question: WhatIfQuestion): AsyncGenerator<WhatIfAnswer> {
    if (question.ask === 'branch') yield* this.#branch(question);
    else if (question.ask === 'record') yield await this.#record(question.path);
    else if (question.ask === 'window') yield* this.#window(question.runs);
    else if (question.ask === 'pivotal') yield { is: 'pivotal', orders: this.#pivotal() };
    else yield* this.#fan(question.change, question.runs);
  }

  async *#branch({ change: asked, viewer, byBots = false }: AskedBranch): AsyncGenerator<WhatIfAnswer> {
    const playedBy = byBots ? (yield* this.#players()).map((one) => ({ ...one, part: 1 })) : [];
    const { seats } = this.#recorded;
    const change = byBots ? { ...asked, bots: asked.bots ?? botsAsTheyWere(seats, this.#fits ?? []) } : asked;
    const branch = await branchOf(this.#log, change, digestHere);
    if ('code' in branch) return yield { is: 'fault', fault: branch };
    const { session, leftOut, fromRound } = branch;
    yield {
      is: 'branch',
      change,
      playedBy,
      view: viewInRecord(withTrustOpen(session.state), viewer, session.texts.textOf),
      leftOut,
      causes: causeDifferences(this.#recorded, session.state, fromRound),
      fromRound,
      text: session.logText(),
      head: session.headHash,
    };
  }

  #pivotal(): readonly PivotalOrder[] {
    const { phase, rounds } = this.#recorded;
    return phase.name === 'ended' && rounds.length > 0 ? pivotalOf(this.#recorded, 1).top : [];
  }

  async #record(path: readonly BranchChange[]): Promise<WhatIfAnswer> {
    const grown = await grownLog(this.#log, path, digestHere);
    return grown.ok ? { is: 'record', text: logText(grown.value) } : { is: 'fault', fault: grown.failure };
  }

  async *#fan(change: BranchChange, runs: number): AsyncGenerator<WhatIfAnswer> {
    const unchanged = { round: lastChangedRound(change), orders: {} };
    const record = forkAfter(this.#log, unchanged, digestHere);
    const branch = forkAfter(this.#log, change, digestHere);
    if ('code' in record) return yield { is: 'fault', fault: record };
    if ('code' in branch) return yield { is: 'fault', fault: branch };
    const playedBy = yield* this.#players();
    const cast = castBy(this.#fits ?? []);
    const pairs: FanPair[] = [];
    const input = { record: record.session, branch: branch.session, cast, talk: false, count: runs };
    for await (const pair of fan(input)) {
      pairs.push(pair);
      const summary = fanSummary(pairs);
      yield { is: 'fan', summary, spansZero: spansZero(summary), runs, playedBy };
    }
  }

  async *#window(runs: number): AsyncGenerator<WhatIfAnswer> {
    const playedBy = yield* this.#players();
    const cast = castBy(this.#fits ?? []);
    for await (const rounds of courseWindow({ log: this.#log, cast, count: runs }))
      yield { is: 'window', rounds, runs, playedBy };
  }

  /** Who plays each seat on; says how far the search is. */
  *#players(): Generator<WhatIfAnswer, readonly PlayedBy[]> {
    const fits: (readonly CharacterFit[])[] = [];
    const { seats } = this.#recorded;
    for (const fit of this.#fits ?? fitting(this.#log)) {
      fits.push(fit);
      yield { is: 'fitting', seats: fits.length, of: seats.length };
    }
    this.#fits = fits;
    return seats.map(({ bot }, seat) => playedByOf(bot, at(fits, seat)));
  }
}

function playedByOf(bot: DispositionId | null, fits: readonly CharacterFit[]): PlayedBy {
  const used = fits.find(({ character }) => bot === null || character === bot) ?? at(fits, 0);
  const isBot = bot !== null;
  const part = isBot ? 1 : at(fitShares(fits), fits.indexOf(used));
  return { character: used.character, isBot, agreement: used.agreement, part };
}
