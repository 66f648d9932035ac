import { setTimeout as sleep } from 'node:timers/promises';
import { isLinkedText } from '#shared/log/chainCheck.ts';
import { lineSchema } from '#shared/log/line.ts';
import { namedText } from '#shared/log/namedText.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { sha256 } from '../../server/store/digest.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { storeBeside } from '../../server/store/storeBeside.ts';
import { LivePerson, type Stored, whatOf } from './livePerson.ts';
import type { ServerGroup } from './manyServers.ts';

/** A table with its people, in the middle of play. */
export interface ManyTable {
  readonly code: string;
  readonly host: LivePerson;
  readonly people: readonly LivePerson[];
}

/** Rounds and time enough that a table does not end by itself. */
const pace = {
  rounds: 20,
  seconds: { briefing: 0, negotiation: 0, decision: 900, reveal: 10, review: 0 },
};
/** Of so many people at a table one seals orders: so a decision is seldom complete. */
const ONE_SEALS_OF = 4;
const BACK_WITHIN_MS = 60_000;

/** Opens tables at the address of a proxy, seats people at each, starts them and lets everybody act. */
export async function manyTables(
  origin: string,
  { servers }: Pick<ServerGroup, 'servers'>,
  { tables, people }: { readonly tables: number; readonly people: number },
): Promise<readonly ManyTable[]> {
  const api = rehearsalApi(origin);
  const cookie = await api.enterHost(servers[0]?.secret ?? '');
  const opened = await Promise.all(
    Array.from({ length: tables }, async (_, table): Promise<ManyTable> => {
      const code = await api.open(cookie, { scenario: 'archipelago', plan: '5x3', pace });
      const pass = await api.hostPass(cookie, code);
      const number = (table + 1) * 100;
      const host = new LivePerson(origin, pass, number, false);
      const seated = Array.from({ length: people }, async (_each, index) => {
        const seat = await api.sitDown(code, `Person ${index}`);
        return new LivePerson(origin, seat, number + index + 1, index % ONE_SEALS_OF === 0);
      });
      return { code, host, people: await Promise.all(seated) };
    }),
  );
  const all = everybody(opened);
  await allAre(all, ({ isLive }) => isLive);
  await Promise.all(opened.map(async ({ host }) => host.give({ type: 'startSession' })));
  for (const person of all) person.begin();
  return opened;
}

/** Everybody at the tables, hosts included. */
export function everybody(tables: readonly ManyTable[]): readonly LivePerson[] {
  return tables.flatMap(({ host, people }) => [host, ...people]);
}

/** The delegates at the tables. */
export function delegates(tables: readonly ManyTable[]): readonly LivePerson[] {
  return tables.flatMap(({ people }) => people);
}

/** Waits until everybody is connected and something of every delegate was stored after this moment; throws who is missing. */
export async function allBack(tables: readonly ManyTable[], sinceMs: number): Promise<void> {
  const acting = new Set(delegates(tables));
  await allAre(
    everybody(tables),
    (person) => person.isLive && (!acting.has(person) || (person.stored.at(-1)?.atMs ?? 0) > sinceMs),
  );
}

async function allAre(people: readonly LivePerson[], isSo: (person: LivePerson) => boolean): Promise<void> {
  for (const end = Date.now() + BACK_WITHIN_MS; !people.every(isSo); await sleep(50)) {
    if (Date.now() < end) continue;
    const missing = people.filter((person) => !isSo(person)).map(({ standing }) => standing);
    throw new Error(`not there within a minute:\n${missing.join('\n')}`);
  }
}

/** Lets everybody finish their command, ends every table and lets everybody leave. Resolves to how many tables took the end. */
export async function endAll(tables: readonly ManyTable[]): Promise<number> {
  await Promise.all(everybody(tables).map(async (person) => person.rest()));
  const ends = await Promise.all(tables.map(async ({ host }) => host.give({ type: 'endSession' })));
  for (const person of everybody(tables)) person.leave();
  return ends.filter(Boolean).length;
}

/** What the database contains of what people were told. */
export interface Found {
  readonly acknowledged: number;
  /** Acknowledged, but not stored under that number. */
  readonly lost: number;
  /** Keys, or words that nobody says twice, in more than one line. */
  readonly doubled: number;
  /** Tables whose lines are not one unbroken chain. */
  readonly broken: number;
}

/** Reads every table in the database and compares it with what its people were told. */
export async function found(
  { dataDir, databaseUrl }: Pick<ServerGroup, 'dataDir' | 'databaseUrl'>,
  tables: readonly ManyTable[],
): Promise<Found> {
  const store = await storeBeside({ directory: dataDir, databaseUrl });
  try {
    const each = await Promise.all(tables.map(async (table) => foundAt(store, table)));
    const sum = (of: (one: Found) => number): number => each.reduce((total, one) => total + of(one), 0);
    return {
      acknowledged: sum((one) => one.acknowledged),
      lost: sum((one) => one.lost),
      doubled: sum((one) => one.doubled),
      broken: sum((one) => one.broken),
    };
  } finally {
    await store.close();
  }
}

async function foundAt(store: SessionStore, table: ManyTable): Promise<Found> {
  const session = await store.byCode(table.code);
  if (session === null) throw new Error(`the table ${table.code} itself is lost`);
  const [lines, texts] = [await store.read(session.id), await store.texts(session.id)];
  const words = new Map(texts.map(({ id, value }) => [id, value]));
  let [previous, broken] = [session.headerHash, 0];
  const kept = lines.map(({ hash, text, key }): Kept => {
    if (!isLinkedText(previous, hash, text, sha256)) broken = 1;
    previous = hash;
    const { actor, command } = lineSchema.parse(JSON.parse(text));
    // Bots say the same more than once, people here do not.
    const isPerson = actor.kind === 'delegate' || actor.kind === 'host';
    const named = isPerson && command.type === 'say' ? namedText(command) : null;
    const said = named === null ? null : (words.get(named.id) ?? null);
    return {
      delegate: actor.kind === 'delegate' ? actor.delegate : actor.kind === 'host' ? null : actor.kind,
      type: command.type,
      what: said ?? whatOf(command),
      key,
    };
  });
  const told = [table.host, ...table.people].flatMap(({ stored }) => stored);
  const said = kept.flatMap(({ type, what }) => (type === 'say' ? (what ?? []) : []));
  return {
    acknowledged: told.length,
    lost: told.filter((one) => !isKept(one, kept[one.seq - 1])).length,
    doubled: kept.length - new Set(kept.map(({ key }) => key)).size + said.length - new Set(said).size,
    broken,
  };
}

interface Kept extends Omit<Stored, 'seq' | 'atMs'> {
  readonly key: string;
}

function isKept(told: Stored, line: Kept | undefined): boolean {
  return line?.delegate === told.delegate && line.type === told.type && line.what === told.what;
}
