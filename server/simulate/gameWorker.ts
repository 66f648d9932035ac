import { parentPort } from 'node:worker_threads';
import { recordGame } from '#shared/simulation/record.ts';
import type { Chunk, ChunkPlayed } from './pool.ts';

// A worker of the pool: plays a chunk of games and sends back their records.
parentPort?.on('message', ({ ticket, condition, seeds }: Chunk) => {
  const played: ChunkPlayed = { ticket, records: seeds.map((seed) => recordGame(condition, seed)) };
  parentPort?.postMessage(played);
});
