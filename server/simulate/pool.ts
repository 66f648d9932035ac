import { Worker } from 'node:worker_threads';
import type { Condition } from '#shared/simulation/condition.ts';
import type { GameRecord } from '#shared/simulation/record.ts';

/** The games that one worker plays in one go. */
export interface Chunk {
  readonly ticket: number;
  readonly condition: Condition;
  readonly seeds: readonly number[];
}

/** A worker's answer. */
export interface ChunkPlayed {
  readonly ticket: number;
  readonly records: readonly GameRecord[];
}

/** How many games are played in one go: few enough for a lively progress bar, many enough to make message costs negligible. */
const CHUNK_GAMES = 20;

/** Rejects the calls that wait for games when the pool closes. */
export class PoolClosed extends Error {
  constructor() {
    super('the pool of workers was closed');
    this.name = 'PoolClosed';
  }
}

/** Worker threads that play games. The records do not depend on which worker plays which game. */
export interface Pool {
  readonly workers: number;
  /** The records of these seeds, in their order. Rejects with `PoolClosed` if the pool closes first. */
  readonly play: (condition: Condition, seeds: readonly number[]) => Promise<readonly GameRecord[]>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly chunk: Chunk;
  readonly done: (records: readonly GameRecord[]) => void;
  readonly failed: (error: Error) => void;
}

/** Starts this many worker threads. Calls `onPlayed` for every finished chunk. */
export function openPool(workers: number, onPlayed: (games: number) => void = () => undefined): Pool {
  const line = openLine(workers, onPlayed);
  let tickets = 0;
  const enqueue = (condition: Condition, seeds: readonly number[]) =>
    new Promise<readonly GameRecord[]>((done, failed) => {
      tickets += 1;
      line.join({ chunk: { ticket: tickets, condition, seeds }, done, failed });
    });
  return {
    workers,
    play: async (condition, seeds) => {
      const chunks = chunked(seeds).map((part) => enqueue(condition, part));
      return (await Promise.all(chunks)).flat();
    },
    close: line.close,
  };
}

/** Chunks that wait for a free worker. */
interface Line {
  readonly join: (waiting: Waiting) => void;
  readonly close: () => Promise<void>;
}

function openLine(workers: number, onPlayed: (games: number) => void): Line {
  const queue: Waiting[] = [];
  const busy = new Map<Worker, Waiting>();
  let isClosed = false;
  const giveUp = (error: Error): void => {
    for (const waiting of [...busy.values(), ...queue.splice(0)]) waiting.failed(error);
    busy.clear();
  };
  const start = (worker: Worker): void => {
    const next = isClosed ? undefined : queue.shift();
    if (next === undefined) return;
    busy.set(worker, next);
    worker.postMessage(next.chunk);
  };
  const threads = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL('./gameWorker.ts', import.meta.url));
    worker.on('message', ({ records }: ChunkPlayed) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      onPlayed(records.length);
      start(worker);
      waiting?.done(records);
    });
    worker.on('error', (error) => giveUp(error instanceof Error ? error : new Error(String(error))));
    return worker;
  });
  return {
    join: (waiting) => {
      if (isClosed) return waiting.failed(new PoolClosed());
      queue.push(waiting);
      const free = threads.find((worker) => !busy.has(worker));
      if (free !== undefined) start(free);
    },
    close: async () => {
      isClosed = true;
      giveUp(new PoolClosed());
      await Promise.all(threads.map((worker) => worker.terminate()));
    },
  };
}

function chunked(seeds: readonly number[]): readonly (readonly number[])[] {
  const chunks: (readonly number[])[] = [];
  for (let from = 0; from < seeds.length; from += CHUNK_GAMES) {
    chunks.push(seeds.slice(from, from + CHUNK_GAMES));
  }
  return chunks;
}
