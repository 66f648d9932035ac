import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type SessionStore, StoreError } from './sessionStore.ts';
import type { WorkerInput, WorkerNotice, WorkerOpening } from './sqliteWorker.ts';
import type { GatheringCall, StoreCall, StoreReply } from './storeCall.ts';

/**
 * Opens the embedded store in a data directory: SQLite on a thread of its own, which writes all waiting calls with one flush.
 * Rejects with one sentence if the directory is in use or cannot be written. Calls `tell` with a sentence each time the database
 * file goes missing, and when it is back.
 */
export async function openSqliteStore(
  directory: string,
  tell: (sentence: string) => void = () => undefined,
): Promise<SessionStore> {
  const input: WorkerInput = { directory };
  const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: input });
  const [opening]: WorkerOpening[] = await once(worker, 'message');
  if (opening?.opened !== true)
    throw new StoreError('unavailable', opening?.sentence ?? 'The database cannot be opened.');
  return storeOf(new Caller(worker, tell));
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StoreError) => void;
}

/** Numbers the calls to the worker and passes each reply to its caller. */
class Caller {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #gone: Promise<void>;
  #count = 0;
  #isGone = false;

  constructor(worker: Worker, tell: (sentence: string) => void) {
    this.#worker = worker;
    worker.on('message', (message: readonly StoreReply[] | WorkerNotice) => {
      if ('notice' in message) tell(message.notice);
      else for (const reply of message) this.#settle(reply);
    });
    // An error ends the worker; its exit, which follows, tells the callers.
    worker.on('error', () => undefined);
    this.#gone = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#isGone = true;
        for (const { reject } of this.#waiting.values()) reject(stopped());
        this.#waiting.clear();
        resolve();
      });
    });
  }

  call<Name extends StoreCall['name']>(
    name: Name,
    input: Parameters<SessionStore[Name]>,
  ): ReturnType<SessionStore[Name]>;
  async call(name: StoreCall['name'], input: readonly unknown[]): Promise<unknown> {
    if (this.#isGone) throw stopped();
    this.#count += 1;
    const call = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      this.#worker.postMessage({ call, ask: { name, input } }, []);
    });
  }

  async close(): Promise<void> {
    if (this.#isGone) return;
    await this.call('close', []);
    await this.#gone;
  }

  #settle(reply: StoreReply): void {
    const waiting = this.#waiting.get(reply.call);
    this.#waiting.delete(reply.call);
    if ('fault' in reply) waiting?.reject(new StoreError(reply.fault.code, reply.fault.message));
    else waiting?.resolve(reply.value);
  }
}

function stopped(): StoreError {
  return new StoreError('unavailable', 'The store has stopped.');
}

function gatheringCalls(caller: Caller): Pick<SessionStore, GatheringCall['name']> {
  return {
    createGathering: (...input) => caller.call('createGathering', input),
    gatherings: (...input) => caller.call('gatherings', input),
    addAct: (...input) => caller.call('addAct', input),
    acts: (...input) => caller.call('acts', input),
    putCoHost: (...input) => caller.call('putCoHost', input),
    removeCoHost: (...input) => caller.call('removeCoHost', input),
    setCharge: (...input) => caller.call('setCharge', input),
  };
}

function storeOf(caller: Caller): SessionStore {
  return {
    create: (...input) => caller.call('create', input),
    append: (...input) => caller.call('append', input),
    read: (...input) => caller.call('read', input),
    byId: (...input) => caller.call('byId', input),
    byCode: (...input) => caller.call('byCode', input),
    list: (...input) => caller.call('list', input),
    count: (...input) => caller.call('count', input),
    describe: (...input) => caller.call('describe', input),
    setDeleted: (...input) => caller.call('setDeleted', input),
    remove: (...input) => caller.call('remove', input),
    expired: (...input) => caller.call('expired', input),
    texts: (...input) => caller.call('texts', input),
    eraseText: (...input) => caller.call('eraseText', input),
    putToken: (...input) => caller.call('putToken', input),
    findToken: (...input) => caller.call('findToken', input),
    putShareLink: (...input) => caller.call('putShareLink', input),
    findShareLink: (...input) => caller.call('findShareLink', input),
    shareLinks: (...input) => caller.call('shareLinks', input),
    removeShareLink: (...input) => caller.call('removeShareLink', input),
    setting: (...input) => caller.call('setting', input),
    putSetting: (...input) => caller.call('putSetting', input),
    packs: (...input) => caller.call('packs', input),
    putPack: (...input) => caller.call('putPack', input),
    removePack: (...input) => caller.call('removePack', input),
    ...gatheringCalls(caller),
    isHealthy: async () => {
      try {
        return await caller.call('isHealthy', []);
      } catch (error) {
        if (error instanceof StoreError) return false;
        throw error;
      }
    },
    close: () => caller.close(),
  };
}
