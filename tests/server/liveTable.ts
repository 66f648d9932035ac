import { alone, type Ownership } from '../../server/store/ownership.ts';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { newHeader } from '#shared/log/header.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor, DispositionId } from '#shared/session/vocabulary/actors.ts';
import type { RoundPhase } from '#shared/session/vocabulary/phases.ts';
import { planSession } from '#shared/session/open.ts';
import type { ServerLog } from '../../server/lib/serverLog.ts';
import { type ServerTime, timeFrom } from '../../server/lib/serverTime.ts';
import { LiveSession } from '../../server/live/session.ts';
import { Sessions } from '../../server/live/sessions.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { type SessionStore, StoreError } from '../../server/store/sessionStore.ts';

export const host: Actor = { kind: 'host', host: 'h1' };
export const timed = { plan: '5x3', openDeck: false, practice: false, coverEmptySeats: true } as const;
export const practice = { ...timed, practice: true } as const;

/** A delegate at a seat. */
export function delegateAt(seat: string, delegate = `d-${seat}`): Actor {
  return { kind: 'delegate', delegate, seat };
}

/** The tutorial scenario: six seats. */
export function archipelago(): Scenario {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario archipelago');
  return scenario;
}

/** A server log that a test can read. */
export function collectedLog(): ServerLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (...facts: readonly unknown[]): void => void lines.push(JSON.stringify(facts));
  return { lines, info: write, warn: write, error: write };
}

/** A store whose disk can fail on request. */
export function failingStore(): SessionStore & { isFull: boolean; appends: number } {
  const inner = memoryStore();
  const store = {
    ...inner,
    isFull: false,
    appends: 0,
    append: async (append: Parameters<SessionStore['append']>[0]) => {
      store.appends += 1;
      if (store.isFull) throw new StoreError('unavailable', 'The disk is full.');
      await inner.append(append);
    },
  };
  return store;
}

/** One session in the lobby, without clock or bots. */
export async function lobby(
  store: SessionStore = memoryStore(),
  log: ServerLog = collectedLog(),
  scenario: Scenario = archipelago(),
): Promise<LiveSession> {
  const basis = planSession({ scenario, options: timed, seed: 1 });
  const header = newHeader(basis, { build: 'test', created: 0 }, sha256);
  const row = {
    id: 's1',
    code: 'AAAAAA',
    searchText: '',
    header: canonicalJson(header),
    headerHash: header.hash,
    created: 0,
  };
  await store.create(row);
  return new LiveSession({
    id: 's1',
    code: 'AAAAAA',
    header,
    lines: [],
    texts: [],
    store,
    log,
    time: timeFrom(() => 1000),
  });
}

/** A registry whose time and connections the test decides. */
export class Bench {
  readonly store: SessionStore;
  readonly log = collectedLog();
  readonly connected = new Set<string>();
  /** Connected delegates, by id. */
  readonly people = new Set<string>();
  sessions: Sessions;
  nowMs = 1_000_000;

  readonly #time: ServerTime;

  readonly #ownership: Ownership;

  /** Its time is `nowMs` unless the test brings another clock; it is alone unless the test says whose the sessions are. */
  constructor(store: SessionStore = memoryStore(), time?: ServerTime, ownership: Ownership = alone) {
    this.store = store;
    this.#ownership = ownership;
    this.#time = time ?? timeFrom(() => this.nowMs);
    this.sessions = this.#registry();
  }

  #registry(): Sessions {
    const { store, log } = this;
    const connectedSeats = () => this.connected;
    return new Sessions({
      store,
      log,
      build: 'test',
      ownership: this.#ownership,
      onFenced: () => undefined,
      connectedSeats,
      connectedDelegates: () => this.people,
      time: this.#time,
    });
  }

  /** The server stops (or is killed without notice to anybody) and another takes over the same store. */
  async restart(): Promise<void> {
    await this.sessions.close();
    this.sessions = this.#registry();
  }
}

/** Seats people everywhere except at the given seats, which bots cover, and starts. */
export async function started(
  session: LiveSession,
  botSeats: readonly string[] = [],
  disposition: DispositionId = 'hedger',
): Promise<void> {
  for (const { id } of session.state.seats) {
    const outcome = botSeats.includes(id)
      ? await session.submit(host, `cover-${id}`, { type: 'coverSeat', seat: id, disposition })
      : await session.submit(delegateAt(id), `take-${id}`, {
          type: 'takeSeat',
          seat: id,
          delegate: `d-${id}`,
          name: null,
        });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  }
  const outcome = await session.submit(host, 'start-it', { type: 'startSession' });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
}

/** The host goes on until decisions are open. */
export async function atDecision(session: LiveSession): Promise<void> {
  await atPhase(session, 'decision');
}

/** A session in its first decision, with people at every seat except those that bots cover. */
export async function decidingTable(
  store: SessionStore = memoryStore(),
  bots: readonly string[] = [],
  disposition?: DispositionId,
): Promise<LiveSession> {
  const session = await lobby(store);
  await started(session, bots, disposition);
  await atDecision(session);
  return session;
}

/** The host goes on until a phase is open. */
export async function atPhase(session: LiveSession, phase: RoundPhase): Promise<void> {
  while (session.state.phase.name !== phase)
    await session.submit(host, `next-${session.headSeq}`, { type: 'closePhase', because: 'host' });
}
