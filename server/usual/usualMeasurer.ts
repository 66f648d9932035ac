import { Worker } from 'node:worker_threads';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { RULES_VERSION } from '#shared/log/header.ts';
import type { SessionBasis } from '#shared/session/vocabulary/state.ts';
import { type UsualScores, usualSchema } from '#shared/session/vocabulary/usual.ts';
import { subjectOf, USUAL_GAMES, type UsualSubject } from '#shared/simulation/usualScores.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';
import { sha256 } from '../store/digest.ts';
import { type SessionStore, StoreError } from '../store/sessionStore.ts';

/** A worker's input. */
export interface UsualErrand {
  readonly subject: UsualSubject;
  readonly games: number;
}

/** A longer measurement is abandoned; forty states over forty rounds take about two minutes. */
const MOST_MS = 600_000;
const MOST_MEGABYTES = 256;

interface Input {
  readonly store: Pick<SessionStore, 'setting' | 'putSetting'>;
  readonly log: Pick<ServerLog, 'warn'>;
  readonly games?: number;
}

/** Measures usual scores in the background, one setting at a time, and stores them for every later session with the same setting. */
export class UsualMeasurer {
  readonly #store: Input['store'];
  readonly #log: Input['log'];
  readonly #games: number;
  /** By setting: everybody who asks during a measurement gets the same answer. */
  readonly #asked = new Map<string, Promise<UsualScores | null>>();
  #running: Worker | null = null;
  #line: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor({ store, log, games = USUAL_GAMES }: Input) {
    this.#store = store;
    this.#log = log;
    this.#games = games;
  }

  /** Null if it could not be measured. */
  async of(basis: SessionBasis): Promise<UsualScores | null> {
    const subject = subjectOf(basis);
    const name = `usual.${sha256(canonicalJson({ rules: RULES_VERSION, games: this.#games, ...subject }))}`;
    const answer = this.#asked.get(name) ?? this.#found(name, subject);
    this.#asked.set(name, answer);
    try {
      return await answer;
    } finally {
      this.#asked.delete(name);
    }
  }

  /** Ends the running measurement and abandons those that wait. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running?.terminate();
  }

  async #found(name: string, subject: UsualSubject): Promise<UsualScores | null> {
    const kept = await keptUnder(this.#store, name);
    if (kept !== null) return kept;
    const turn = this.#line.then(async () => this.#measured(subject));
    this.#line = turn;
    const usual = await turn;
    if (usual !== null) await this.#store.putSetting(name, JSON.stringify(usual)).catch(storeFault);
    return usual;
  }

  async #measured(subject: UsualSubject): Promise<UsualScores | null> {
    if (this.#isClosed) return null;
    this.#running = workerFor({ subject, games: this.#games });
    try {
      return await answerOf(this.#running);
    } catch (error) {
      const fault = faultForLog(error);
      if (!this.#isClosed) this.#log.warn({ fault }, 'usual scores could not be measured');
      return null;
    } finally {
      this.#running = null;
    }
  }
}

/** Everything that decides usual scores: rules, states, deck, number and length of rounds, way back, deck of cards. */
function workerFor(errand: UsualErrand): Worker {
  return new Worker(new URL('./usualWorker.ts', import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
}

async function answerOf(worker: Worker): Promise<UsualScores> {
  const limit = setTimeout(() => void worker.terminate(), MOST_MS);
  try {
    return await new Promise<UsualScores>((done, failed) => {
      worker.once('message', (answer: unknown) => done(usualSchema.parse(answer)));
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error('the worker ended without an answer')));
    });
  } finally {
    clearTimeout(limit);
  }
}

/** An earlier measurement; null if there is none or it cannot be read. */
async function keptUnder(store: Input['store'], name: string): Promise<UsualScores | null> {
  try {
    const value = await store.setting(name);
    return value === null ? null : (usualSchema.safeParse(JSON.parse(value)).data ?? null);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    return storeFault(error);
  }
}

/** A store that fails costs the next session a second measurement and nothing else. */
function storeFault(error: unknown): null {
  if (error instanceof StoreError) return null;
  throw error;
}
