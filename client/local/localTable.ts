import type { Digest } from '#shared/log/chain.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { newHeader } from '#shared/log/header.ts';
import type { FreeText } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { actorFor, type Identity, viewerOf } from '#shared/run/identity.ts';
import { giveCommand } from '#shared/run/giveCommand.ts';
import { keepBots } from '#shared/run/keepBots.ts';
import { keepClock } from '#shared/run/keepClock.ts';
import type { Later } from '#shared/run/later.ts';
import { LocalSession } from '#shared/run/localSession.ts';
import { practiceOptions, startPractice } from '#shared/run/practice.ts';
import type { Reply } from '#shared/run/reply.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { answer } from '#shared/session/answer.ts';
import { planSession } from '#shared/session/open.ts';
import { emptiestSeat } from '#shared/session/topics/admitting.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';

/** What a table needs from the device: its clock, its dice, a timer. */
export interface TableAround {
  readonly digest: Digest;
  /** Time of day, ms. */
  readonly timeOfDay: () => number;
  readonly later: Later;
  /** The id and the salt of a text. */
  readonly newText: () => Pick<FreeText, 'id' | 'salt'>;
}

/** What a practice table is opened with. */
export interface TableOpening {
  readonly scenario: Scenario;
  readonly plan: string;
  /** Null: the program chooses. */
  readonly seat: string | null;
  readonly openDeck: boolean;
  readonly seed: number;
  readonly delegate: string;
  /** Version of the program. */
  readonly build: string;
}

/**
 * A practice session in the memory of one device: the session, its bots and its clock, run as on a server, and the one person who
 * plays.
 */
export class LocalTable {
  readonly #session: LocalSession;
  readonly #around: TableAround;
  readonly #me: Extract<Identity, { kind: 'delegate' }>;
  readonly #talk = new TalkLimit();
  readonly #stops: (() => void)[] = [];
  #isSettled = true;

  private constructor(session: LocalSession, around: TableAround) {
    this.#session = session;
    this.#around = around;
    const seat = session.state.seats.find(({ delegates }) => delegates.length > 0);
    const delegate = seat?.delegates[0];
    if (seat === undefined || delegate === undefined) throw new Error('a practice table without its person');
    this.#me = { kind: 'delegate', session: '', seat: seat.id, delegate: delegate.id };
  }

  /** Opens a table, seats the person and starts. Throws if the scenario has no such plan or seat. */
  static async open(opening: TableOpening, around: TableAround): Promise<LocalTable> {
    const { scenario, seed, delegate, build } = opening;
    const options = practiceOptions(opening.plan, opening.openDeck);
    const made = { build, created: around.timeOfDay() };
    const header = newHeader(planSession({ scenario, options, seed }), made, around.digest);
    const session = new LocalSession({ header, ...around });
    const seat = opening.seat ?? emptiestSeat(session.state, new Map()) ?? '';
    const sitting = { type: 'takeSeat', seat, delegate, name: null } as const;
    const sat = await session.submit({ kind: 'delegate', delegate, seat }, 'sit', sitting);
    if (!sat.ok) throw new Error(`the rules refused the seat: ${sat.refusal.code}`);
    await startPractice(session, delegate);
    return new LocalTable(session, around);
  }

  /** A table that goes on from its record. Throws if the text is none. */
  static goOn(text: string, around: TableAround): LocalTable {
    const log = parseLog(text);
    if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
    return new LocalTable(new LocalSession({ ...log.value, ...around }), around);
  }

  get seat(): string {
    return this.#me.seat;
  }
  get delegate(): string {
    return this.#me.delegate;
  }
  /** Everything that has happened has been told. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Lets bots and clock run, and tells whenever something has happened, after the bots have done what they wanted. */
  run(tell: () => void, onRefused: Parameters<typeof keepBots>[1]['onRefused']): void {
    const { later } = this.#around;
    let cancel = (): void => undefined;
    const tellSoon = (): void => {
      cancel();
      this.#isSettled = false;
      cancel = later(0, () => {
        this.#isSettled = true;
        tell();
      });
    };
    tellSoon();
    const stopTelling = this.#session.subscribe(tellSoon);
    const clock = keepClock(this.#session, () => new Set([this.#me.seat]), later);
    this.#stops.push(
      stopTelling,
      () => cancel(),
      () => clock.stop(),
      keepBots(this.#session, { later, onRefused }),
    );
  }

  /** Stops bots and clock. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** What the person sees now. */
  view(): View {
    const { state, texts } = this.#session;
    return viewFor(state, viewerOf(this.#me, state), texts.textOf);
  }

  /** Judges a command of the person, as a room does. */
  async give(key: string, command: Command, typed: string | null): Promise<Reply> {
    const session = this.#session;
    const actor = actorFor(this.#me, command, session.state);
    if (actor === null) return { ok: false, refusal: { code: 'notYourCommand' } };
    session.atMs = Math.max(session.atMs, this.#around.timeOfDay());
    return giveCommand(session, this.#talk, { actor, key, command, typed });
  }

  /** The answer to a question of the person. */
  ask<A extends Ask>(question: Extract<Question, { ask: A }>): Answer<A> {
    const { state, texts } = this.#session;
    return answer(state, viewerOf(this.#me, state), question, texts.textOf);
  }

  /** The whole record so far, from which the table can go on. */
  record(): string {
    return this.#session.logText();
  }

  /** The person's copy of the record, as a server hands it out after the end; null before. */
  copy(): string | null {
    if (this.#session.state.phase.name !== 'ended') return null;
    const log = parseLog(this.record());
    if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
    const { header, lines, rawLines, texts } = log.value;
    const kept = lines.map(({ hash }, place) => ({ text: rawLines[place] ?? '', hash }));
    const reader = { kind: 'participant', delegate: this.delegate } as const;
    return copyOf({ header, lines, kept, texts }, { status: 'ended' }, reader);
  }
}
