import { failed, ok, type Result } from '#shared/lib/result.ts';
import type { Reply } from '#shared/run/reply.ts';
import { defaultScenarioIds, scenarioById } from '#shared/scenario/packs.ts';
import { scenarioInFile } from '#shared/scenario/packFile.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { withSeats } from '#shared/scenario/withSeats.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { ScenarioListItem, SeatPass } from '#shared/wire/api.ts';
import { MOST_FAULTS, MOST_PACK_BYTES } from '#shared/wire/packs.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '#shared/wire/codes.ts';
import { planById, scenarioItem } from '#shared/wire/scenarioItem.ts';
import type { BroughtHere, PracticeWish, StandInFailure } from '../net/standIn.ts';
import { LocalTable, type TableAround } from './localTable.ts';

type Kept<Value> = Result<Value, StandInFailure>;

/** Where the desk keeps the records of its tables. */
export interface TableShelf {
  keep(table: { readonly code: string; readonly text: string; readonly changedMs: number }): Promise<void>;
  textOf(code: string): Promise<string | null>;
}

/** Where the desk keeps scenarios of one's own. */
export interface PackShelf {
  keepPack(pack: { readonly id: string; readonly text: string }): Promise<void>;
  packTexts(): Promise<readonly string[]>;
}

/** What the desk needs from the device. */
export interface DeskAround extends TableAround {
  readonly build: string;
  readonly shelf: TableShelf & PackShelf;
  /** A whole number from 0, below `below`. */
  readonly draw: (below: number) => number;
  /** A text that nobody can guess. */
  readonly newKey: () => string;
  /** Tells the page a new view of a table; null if there is no such session. */
  readonly tell: (code: string, view: View | null) => void;
}

/** The sessions of one device, and what a server would say about scenarios. It runs in a worker, so that the page never waits. */
export class TableDesk {
  readonly #around: DeskAround;
  readonly #tables = new Map<string, LocalTable>();

  constructor(around: DeskAround) {
    this.#around = around;
  }

  /** The scenarios that anybody may practise. */
  async scenarios(): Promise<readonly ScenarioListItem[]> {
    const shipped = defaultScenarioIds.flatMap((id) => {
      const scenario = scenarioById(id);
      return scenario === null ? [] : [scenarioItem(scenario)];
    });
    return [...shipped, ...(await this.#own()).map(scenarioItem)];
  }

  /** Checks a scenario file and keeps it, in place of an earlier one of its name. */
  async bring(text: string): Promise<BroughtHere> {
    const read = scenarioInFile(text, MOST_PACK_BYTES);
    if (!read.ok) {
      const faults = read.failure.slice(0, MOST_FAULTS);
      return { outcome: 'faulty', faults, more: read.failure.length - faults.length };
    }
    const { id } = read.value;
    await this.#around.shelf.keepPack({ id, text });
    return { outcome: 'kept', id };
  }

  /** The scenarios of one's own that are kept here; one that the rules no longer take is left out. */
  async #own(): Promise<readonly Scenario[]> {
    const texts = await this.#around.shelf.packTexts();
    return texts.flatMap((text) => {
      const read = scenarioInFile(text, MOST_PACK_BYTES);
      return read.ok ? [read.value] : [];
    });
  }

  async #scenario(id: string): Promise<Scenario | null> {
    return scenarioById(id) ?? (await this.#own()).find((one) => one.id === id) ?? null;
  }

  /** A whole scenario, with as many of its states as are asked for. */
  async scenario(id: string, seats: string | null): Promise<Kept<Scenario>> {
    const scenario = await this.#scenario(id);
    if (scenario === null) return failed(unknownScenario);
    if (seats === null) return ok(scenario);
    const fewer = withSeats(scenario, Number(seats));
    return fewer === null ? failed(unknownScenario) : ok(fewer);
  }

  /** Opens a practice session. */
  async practice({ scenario: id, plan: wished, seat, openDeck }: PracticeWish): Promise<Kept<SeatPass>> {
    const scenario = await this.#scenario(id);
    if (scenario === null) return failed(unknownScenario);
    const plan = planById(scenario, wished);
    if (plan === null) return failed({ code: 'unknownPlan', message: 'the scenario has no such plan' });
    if (seat !== null && !scenario.seats.some((one) => one.id === seat))
      return failed({ code: 'unknownSeat', message: 'there is no such seat' });
    const { draw, newKey, build } = this.#around;
    const opening = {
      scenario,
      plan: plan.id,
      seat,
      openDeck,
      seed: draw(2 ** 32),
      delegate: newKey(),
      build,
    };
    const table = await LocalTable.open(opening, this.#around);
    const code = Array.from({ length: CODE_LENGTH }, () =>
      CODE_ALPHABET.charAt(draw(CODE_ALPHABET.length)),
    ).join('');
    this.#keep(code, table);
    await this.#save(code, table);
    return ok({ code, seat: table.seat, delegate: table.delegate, token: 'on-this-device' });
  }

  /** Tells the view of a table now, and from now on every change. */
  async open(code: string): Promise<void> {
    const table = await this.#table(code);
    this.#around.tell(code, table?.view() ?? null);
  }

  /** Judges a command at a table. */
  async give(code: string, key: string, command: Command, typed: string | null): Promise<Reply> {
    const table = await this.#table(code);
    return table === null ? { ok: false, undelivered: 'notStored' } : table.give(key, command, typed);
  }

  /** Answers a question at a table. */
  async ask(code: string, question: Question): Promise<Answer<Ask> | null> {
    return (await this.#table(code))?.ask(question) ?? null;
  }

  /** The person's copy of a session's record. */
  async copy(code: string): Promise<Kept<string>> {
    const table = await this.#table(code);
    if (table === null) return failed({ code: 'unknownCode', message: 'no session here has this code' });
    const text = table.copy();
    return text === null ? failed({ code: 'notAllowed', message: 'the session has not ended' }) : ok(text);
  }

  async #table(code: string): Promise<LocalTable | null> {
    const known = this.#tables.get(code);
    if (known !== undefined) return known;
    const text = await this.#around.shelf.textOf(code);
    if (text === null) return null;
    const woken = this.#tables.get(code) ?? LocalTable.goOn(text, this.#around);
    if (!this.#tables.has(code)) this.#keep(code, woken);
    return woken;
  }

  #keep(code: string, table: LocalTable): void {
    this.#tables.set(code, table);
    // Kept before it is shown: whoever loads the page again finds what they saw.
    const tell = async (): Promise<void> => {
      await this.#save(code, table);
      this.#around.tell(code, table.view());
    };
    table.run(
      () => void tell(),
      ({ seat, refusal }) => console.warn(`The bot ${seat.bot} was refused: ${refusal}.`),
    );
  }

  async #save(code: string, table: LocalTable): Promise<void> {
    await this.#around.shelf.keep({ code, text: table.record(), changedMs: this.#around.timeOfDay() });
  }
}

const unknownScenario: StandInFailure = { code: 'unknownScenario', message: 'there is no such scenario' };
