import { z } from 'zod';
import type { Bilingual } from '#shared/scenario/schema.ts';
import { contrastedSchema, treatedOptions } from '#shared/session/vocabulary/treatments.ts';
import { placings } from '#shared/wire/gatherings.ts';
import type { PlacingRules } from '../live/placing.ts';
import type { LiveSession } from '../live/session.ts';
import { type Treatments, treatmentFor } from '../live/treatmentFor.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import { withNewCode } from '../store/newCode.ts';
import { type Ownership, RunsElsewhere } from '../store/ownership.ts';
import type { SessionStore, StoredCoHost, StoredGathering } from '../store/sessionStore.ts';
import type { Registry, SessionOpening } from './registry.ts';

/** What is kept of an event's opening. Names of a list are keyed digests, so that nobody can read them. */
const keptSchema = z.object({
  title: z.object({ en: z.string(), zh: z.string() }),
  placing: z.enum(placings),
  size: z.int(),
  tables: z.int().nullable(),
  seed: z.int(),
  names: z.record(z.string(), z.int()),
  treatments: z.object({ among: contrastedSchema, seed: z.int() }).nullable().default(null),
});

/** How an event was opened: its title, how people get to a table, the list of names by digest, and what the tables differ in. */
export interface GatheringOpening extends PlacingRules {
  readonly title: Bilingual;
  readonly names: Readonly<Record<string, number>>;
  /** In what the tables differ, and the seed by which they get theirs; null: in nothing. */
  readonly treatments: Treatments | null;
}

/** A table of an event: a session with a log of its own. */
export interface GatheringTable {
  readonly number: number;
  readonly session: string;
  readonly code: string;
  /** The id of the co-host in charge of it; null: nobody is. */
  coHost: string | null;
}

/** An event of many tables under one code. Tables are added while people come, co-hosts come and go. */
export interface Gathering {
  readonly id: string;
  readonly code: string;
  readonly created: number;
  readonly opening: GatheringOpening;
  readonly tables: GatheringTable[];
  /** In the order of their links. */
  coHosts: readonly StoredCoHost[];
}

/** Which table of which event a session is. */
export interface TablePlaceNow {
  readonly gathering: Gathering;
  readonly number: number;
}

interface GatheringsInput {
  readonly store: Pick<
    SessionStore,
    'createGathering' | 'gatherings' | 'addAct' | 'acts' | 'putCoHost' | 'setCharge'
  >;
  readonly ownership: Pick<Ownership, 'isShared' | 'runs' | 'runnerOf'>;
  readonly registry: Pick<Registry, 'open' | 'find' | 'sessionOf'>;
  readonly time: Pick<ServerTime, 'timeOfDay'>;
}

/** Beyond so many, sessions that are tables of no event are forgotten and looked up again. */
const MOST_SINGLE = 10_000;

/**
 * The events. Each is a small record that names its tables; everything else is in the tables' logs. What other servers run is read
 * again when somebody asks for it.
 */
export class Gatherings {
  readonly #input: GatheringsInput;
  readonly #byCode = new Map<string, Gathering>();
  readonly #laying = new Map<string, Promise<LiveSession | null>>();
  readonly #acting = new Map<string, Promise<unknown>>();
  /** Ids of sessions that are tables of no event. */
  readonly #single = new Set<string>();

  constructor(input: GatheringsInput) {
    this.#input = input;
  }

  /** Reads what is stored. Call it before the server listens. */
  async load(): Promise<void> {
    for (const stored of await this.#input.store.gatherings()) this.#adopt(stored);
  }

  /** Every event that this server knows, the oldest first. */
  all(): readonly Gathering[] {
    return [...this.#byCode.values()];
  }

  /** The event with a code, or null. */
  async find(code: string): Promise<Gathering | null> {
    const known = this.#byCode.get(code) ?? null;
    const { ownership, registry, store } = this.#input;
    if (!ownership.isShared || (known !== null && this.#isOwn(known))) return known;
    if (registry.sessionOf(code) !== null) return null;
    const [stored] = await store.gatherings(code);
    return stored === undefined ? null : this.#adopt(stored);
  }

  /** The event and the number of which a session is a table, or null. */
  async placeOf(session: string): Promise<TablePlaceNow | null> {
    const [place = null] = await this.placesOf([session]);
    return place;
  }

  /** The same for many sessions at once, in their order. */
  async placesOf(sessions: readonly string[]): Promise<readonly (TablePlaceNow | null)[]> {
    const isUnknown = (session: string): boolean =>
      this.#placeAmong(session) === null && !this.#single.has(session);
    if (this.#input.ownership.isShared && sessions.some(isUnknown)) {
      await this.load();
      if (this.#single.size > MOST_SINGLE) this.#single.clear();
      for (const session of sessions.filter(isUnknown)) this.#single.add(session);
    }
    return sessions.map((session) => this.#placeAmong(session));
  }

  /** The event that has the session with this code as a table, or null. */
  async withTable(code: string): Promise<Gathering | null> {
    const there = this.#holding(code);
    if (there !== null || !this.#input.ownership.isShared)
      return there === null ? null : this.find(there.code);
    await this.load();
    return this.#holding(code);
  }

  /**
   * Opens an event with its first tables. The same id again completes it, after a failure on the way; rejects with `RunsElsewhere` if
   * another server runs it by then.
   */
  async open(id: string, opening: GatheringOpening, table: SessionOpening): Promise<Gathering> {
    if (this.#input.ownership.isShared) await this.load();
    const known = this.all().find((one) => one.id === id);
    const runner = known === undefined ? null : await this.#input.ownership.runnerOf(known.code);
    if (runner !== null) throw new RunsElsewhere(runner);
    const gathering = known ?? (await this.#create(id, opening));
    const there = new Set(gathering.tables.map(({ number }) => number));
    const wanted = Array.from({ length: opening.tables ?? 1 }, (_, index) => index + 1);
    await Promise.all(
      wanted.filter((number) => !there.has(number)).map((number) => this.#lay(gathering, number, table)),
    );
    return gathering;
  }

  /** Lays one more table, like the others; however many ask at once, it is one. Null if none of the others can be read. */
  async layNext(gathering: Gathering): Promise<LiveSession | null> {
    const laying = this.#laying.get(gathering.id) ?? this.#layLike(gathering);
    this.#laying.set(gathering.id, laying);
    try {
      return await laying;
    } finally {
      this.#laying.delete(gathering.id);
    }
  }

  /** The tables that are awake, each with its session. */
  awake(gathering: Gathering): readonly (GatheringTable & { readonly live: LiveSession })[] {
    return gathering.tables.flatMap((table) => {
      const live = this.#input.registry.sessionOf(table.code);
      return live === null ? [] : [{ ...table, live }];
    });
  }

  /** Adds somebody who may take charge of tables. */
  async addCoHost(gathering: Gathering, coHost: StoredCoHost): Promise<void> {
    await this.#input.store.putCoHost(gathering.id, coHost);
    gathering.coHosts = [...gathering.coHosts, coHost];
  }

  /** Forgets a co-host whose link was ended; nobody is in charge of their tables then. */
  forgetCoHost(gathering: Gathering, id: string): void {
    gathering.coHosts = gathering.coHosts.filter((one) => one.id !== id);
    for (const table of gathering.tables) if (table.coHost === id) table.coHost = null;
  }

  /** Puts a co-host in charge of tables, or nobody. */
  async setCharge(gathering: Gathering, numbers: readonly number[], coHost: string | null): Promise<void> {
    await this.#input.store.setCharge(gathering.id, numbers, coHost);
    for (const table of gathering.tables) if (numbers.includes(table.number)) table.coHost = coHost;
  }

  /** Adds what the host did to the event's list of acts, one after another. */
  async note(gathering: Gathering, act: object): Promise<void> {
    const before = this.#acting.get(gathering.id) ?? Promise.resolve();
    const noting = before.catch(() => undefined).then(() => this.#note(gathering, act));
    this.#acting.set(gathering.id, noting);
    await noting;
  }

  /** Whether this server runs all tables of an event: then nobody else changes it. */
  #isOwn({ tables }: Gathering): boolean {
    return tables.every(({ session }) => this.#input.ownership.runs(session));
  }

  #holding(table: string): Gathering | null {
    return this.all().find(({ tables }) => tables.some(({ code }) => code === table)) ?? null;
  }

  #placeAmong(session: string): TablePlaceNow | null {
    for (const gathering of this.#byCode.values()) {
      const table = gathering.tables.find((one) => one.session === session);
      if (table !== undefined) return { gathering, number: table.number };
    }
    return null;
  }

  /** Knows an event as it is stored, unless it is this server that changes it; null for a row that cannot be read. */
  #adopt(stored: StoredGathering): Gathering | null {
    const known = this.#byCode.get(stored.code);
    if (known !== undefined && this.#isOwn(known)) return known;
    const gathering = gatheringOf(stored);
    if (gathering !== null) this.#byCode.set(gathering.code, gathering);
    return gathering;
  }

  async #note({ id }: Gathering, act: object): Promise<void> {
    const { store, time } = this.#input;
    const seq = (await store.acts(id)).length + 1;
    await store.addAct(id, { seq, at: time.timeOfDay(), body: JSON.stringify(act) });
  }

  async #create(id: string, opening: GatheringOpening): Promise<Gathering> {
    const { store, time } = this.#input;
    const created = time.timeOfDay();
    const row = { id, opening: JSON.stringify(opening), created };
    const code = await withNewCode((candidate) => store.createGathering({ ...row, code: candidate }));
    const gathering: Gathering = { id, code, created, opening, tables: [], coHosts: [] };
    this.#byCode.set(code, gathering);
    return gathering;
  }

  async #layLike(gathering: Gathering): Promise<LiveSession | null> {
    const [first] = gathering.tables;
    const like = first === undefined ? null : await this.#input.registry.find(first.code);
    if (like === null) return null;
    const { scenario, options, seed } = like.state.basis;
    const next = Math.max(...gathering.tables.map(({ number }) => number)) + 1;
    return this.#lay(gathering, next, { scenario, options, seed });
  }

  async #lay(gathering: Gathering, number: number, opening: SessionOpening): Promise<LiveSession> {
    const place = { gathering: gathering.id, number };
    const options = treated(gathering.opening, number, opening.options);
    const live = await this.#input.registry.open({ ...opening, options, place });
    gathering.tables.push({ number, session: live.id, code: live.code, coHost: null });
    gathering.tables.sort((a, b) => a.number - b.number);
    return live;
  }
}

/** The options of a table: those of all, but where the tables differ, what chance gives to this one. */
function treated(
  { treatments }: GatheringOpening,
  number: number,
  options: SessionOpening['options'],
): SessionOpening['options'] {
  if (treatments === null) return options;
  const here = treatmentFor(treatments, number);
  return { ...options, ...treatedOptions[here], treatment: { here, among: treatments.among } };
}

/** Null for a row that cannot be read: its tables are sessions like any others. */
function gatheringOf({ opening, tables, ...stored }: StoredGathering): Gathering | null {
  const kept = keptSchema.safeParse(parsed(opening));
  return kept.success
    ? { ...stored, opening: kept.data, tables: tables.map((table) => ({ ...table })) }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
